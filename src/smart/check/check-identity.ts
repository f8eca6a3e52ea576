import { t } from '../../language/t.ts'
import type { ServerEndpoints } from '../discovery.ts'
import { findIssuerKeys } from '../openid-configuration.ts'
import { readDocument } from '../sign-in-document.ts'
import { isSmartError } from '../smart-error.ts'
import { signInTimeoutMs, type Ask, type StrictAnswer } from '../strict-fetch.ts'
import type { CheckedServer } from './check-server.ts'
import { adviseOnFailure, explainFailure } from './explain-failure.ts'
import { advise, fault, toQuote, unknown, well, type Finding } from './finding.ts'
import { judgeKeys } from './judge-keys.ts'

/**
 * Looks at how the app would find out who signed in: the OpenID issuer by metadata or configuration, its
 * openid-configuration, and its keys (IDT-02, IDT-07, DISC-11).
 */
export async function* checkIdentity(
  server: Pick<CheckedServer, 'issuer'>,
  endpoints: ServerEndpoints,
  root: URL,
  ask: Ask,
): AsyncGenerator<Finding, void> {
  if (server.issuer !== undefined && (endpoints.issuer ?? server.issuer) !== server.issuer)
    yield fault(
      'issuer',
      t('The server names another issuer than config.json does, so every sign-in is refused.'),
      t('Write the server’s issuer into config.json to the letter, or leave "issuer" out.'),
      toQuote(endpoints.issuer),
    )
  const issuer = endpoints.issuer ?? server.issuer
  const { finding, jwksUri } = issuer
    ? await checkConfiguration(issuer, endpoints, root, ask)
    : {
        finding: unknown(
          'issuer',
          t(
            'No issuer is named. The one in the id_token will be taken, if its own openid-configuration confirms it; before a sign-in that can’t be looked at.',
          ),
        ),
        jwksUri: endpoints.jwksUri,
      }
  yield finding
  yield jwksUri === undefined
    ? unknown('keys', t('No address of keys is known, so they were not looked at.'))
    : await checkKeys(jwksUri, root, ask)
}

type Configured = { readonly finding: Finding; readonly jwksUri: string | undefined }

/** The app asks for openid-configuration only where metadata leaves issuer or keys out; then it must be right. */
async function checkConfiguration(
  issuer: string,
  endpoints: ServerEndpoints,
  root: URL,
  ask: Ask,
): Promise<Configured> {
  const { jwksUri } = endpoints
  const isNeeded = endpoints.jwksUri === undefined
  let failure: unknown
  const askKeeping: Ask = (...request) =>
    ask(...request).catch((error: unknown) => {
      failure = error
      throw error
    })
  try {
    const found = await findIssuerKeys(issuer, endpoints, root, askKeeping)
    if (found !== undefined)
      return {
        finding: well(
          'issuer',
          t('{issuer} is named, and its openid-configuration agrees.', {
            issuer: toQuote(issuer) ?? '',
          }),
        ),
        jwksUri: found,
      }
    return { finding: isNeeded ? unreadable(failure, root) : wellWithout(issuer), jwksUri }
  } catch (error) {
    const reason = isSmartError(error) ? (error.details.reason ?? 'unreadable') : 'unreadable'
    const words = t(
      'What the issuer says of itself differs from the server’s metadata ({reason}).',
      { reason },
    )
    const finding = isNeeded
      ? fault(
          'issuer',
          words,
          t('Ask the vendor which of the two is right; they must agree to the letter.'),
          toQuote(issuer),
        )
      : well(
          'issuer',
          t('{words} The app doesn’t mind: issuer and keys are named without it.', { words }),
          toQuote(issuer),
        )
    return { finding, jwksUri }
  }
}

const wellWithout = (issuer: string) =>
  well(
    'issuer',
    t(
      '{issuer} is named. Its openid-configuration can’t be read from here, and needn’t be: the metadata names the keys.',
      { issuer: toQuote(issuer) ?? '' },
    ),
  )

const unreadable = (failure: unknown, root: URL) =>
  advise(
    'issuer',
    t(
      'The metadata names no keys, and the issuer’s openid-configuration can’t be read from here: who signed in stays unverified and unnamed.',
    ),
    adviseOnFailure(
      failure,
      t('openid-configuration and the keys|which pages are to be let read'),
      root.origin,
    ),
  )

/** Keys that can't be read cost the name of the user, not the sign-in (IDT-08); keys that can't verify cost both. */
async function checkKeys(jwksUri: string, root: URL, ask: Ask): Promise<Finding> {
  let answer: StrictAnswer
  try {
    answer = await ask(jwksUri, { headers: { accept: 'application/json' } }, signInTimeoutMs)
  } catch (error) {
    return advise(
      'keys',
      t('{words} Signing in works, but who signed in stays unverified and unnamed.', {
        words: explainFailure(error),
      }),
      adviseOnFailure(error, t('the keys|which pages are to be let read'), root.origin),
    )
  }
  const keys = answer.ok ? readDocument(answer.text)?.['keys'] : undefined
  if (Array.isArray(keys)) return judgeKeys(keys)
  return advise(
    'keys',
    t(
      'No key set: the answer has status {status} and holds no list of keys. Who signed in stays unverified and unnamed.',
      { status: answer.status },
    ),
    t('Ask the vendor for the right jwks_uri.'),
  )
}
