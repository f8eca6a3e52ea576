import { toList, toText, type JsonObject } from '../../fhir/json.ts'
import { t } from '../../language/t.ts'
import type { ServerMetadata } from '../discovery.ts'
import { checkCapabilities } from './check-capabilities.ts'
import { advise, unknown, well, type Finding } from './finding.ts'

/**
 * Looks at what a server announces beside its addresses. `document` is its SMART configuration, empty where there is
 * none. All of it is advice, since vendors list too much and too little (DISC-05, DISC-06).
 */
export function checkAnnounced(metadata: ServerMetadata, document: JsonObject): Finding[] {
  return [
    checkPkce(metadata),
    ...checkCapabilities(metadata.capabilities),
    checkWaysIn(document),
    checkAnswerIss(metadata),
    checkRevocation(metadata),
  ]
}

function checkPkce({ announcesPkce }: ServerMetadata): Finding {
  if (announcesPkce) return well('pkce', t('S256 is announced, and used.'))
  return advise(
    'pkce',
    t('PKCE is not announced. The app uses it all the same: S256.'),
    t('Ask the vendor whether S256 is enforced. A server that ignores it takes a stolen code.'),
  )
}

/** Lists of RFC 8414; one that is left out says nothing. */
function checkWaysIn(document: JsonObject): Finding {
  const lacks = (name: string, value: string) =>
    document[name] !== undefined && !toList(document[name]).includes(value)
  const missing = [
    lacks('response_types_supported', 'code') ? t('response type "code"') : undefined,
    lacks('grant_types_supported', 'authorization_code')
      ? t('grant type "authorization_code"')
      : undefined,
    lacks('token_endpoint_auth_methods_supported', 'none')
      ? t('token requests without a secret ("none")')
      : undefined,
  ].filter((words) => words !== undefined)
  if (missing.length > 0)
    return advise(
      'ways-in',
      t('The lists of what is supported leave out {missing}.', { missing: missing.join(', ') }),
      t(
        'Ask the vendor whether public clients with the authorization code flow are taken; some lists just are not complete.',
      ),
    )
  return document['response_types_supported'] === undefined
    ? unknown('ways-in', t('The server lists no response types.'))
    : well('ways-in', t('The authorization code flow is listed.'))
}

function checkAnswerIss({ endpoints: { sendsIss } }: ServerMetadata): Finding {
  return well(
    'answer-iss',
    sendsIss
      ? t('Answers of the sign-in name their issuer (RFC 9207), and the app insists on it.')
      : t(
          'Answers of the sign-in don’t name their issuer (RFC 9207). A redirect address of its own for each server keeps them apart.',
        ),
  )
}

/** The app takes tokens back only where they came from (END-02). */
function checkRevocation({ endpoints }: ServerMetadata): Finding {
  const address = toText(endpoints.revocationEndpoint)
  if (address === undefined)
    return advise(
      'revocation',
      t('No revocation endpoint is announced: after signing out, a token lives until it expires.'),
      t('Ask the vendor for one (RFC 7009), or for short lifetimes of tokens.'),
    )
  if (new URL(address).origin !== new URL(endpoints.tokenEndpoint).origin)
    return advise(
      'revocation',
      t(
        'The revocation endpoint has another origin than the token endpoint, so the app doesn’t use it.',
      ),
      t('Ask the vendor for one at the token endpoint’s own origin.'),
    )
  return well(
    'revocation',
    t(
      'A revocation endpoint is announced, and asked when somebody signs out. Whether it takes tokens back was not tried.',
    ),
  )
}
