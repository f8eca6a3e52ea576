import type { ServerConfig } from '../../config/server-config.ts'
import { toBaseUrl } from '../../fhir/base-url.ts'
import { t } from '../../language/t.ts'
import { discover } from '../discovery.ts'
import { readDocument } from '../sign-in-document.ts'
import type { Ask } from '../strict-fetch.ts'
import { checkAddress } from './check-address.ts'
import { checkAnnounced } from './check-announced.ts'
import { checkFhir } from './check-fhir.ts'
import { checkIdentity } from './check-identity.ts'
import { checkScopes } from './check-scopes.ts'
import { checkStatement } from './check-statement.ts'
import { checkTokenEndpoint } from './check-token-endpoint.ts'
import { describeDiscovery, describeDiscoveryFailure } from './describe-discovery.ts'
import { unknown, type Finding, type Subject } from './finding.ts'
import { keepAnswers } from './keep-answers.ts'

/** What of a server's configuration is looked at. */
export type CheckedServer = Pick<
  ServerConfig,
  'iss' | 'standalone' | 'ehr' | 'redirectUri' | 'issuer' | 'isReady'
>

export type CheckOptions = {
  /** Sends the requests: as a browser does, or in a way that judges the answers as a browser would. */
  readonly ask: Ask
  /** Whether the requests go out that a server must refuse; without them only public documents are read. */
  readonly sendsRefused: boolean
  /** False where whoever checks named no client id, so that the one in `server` is invented. */
  readonly isClientNamed: boolean
}

/**
 * Looks at one server as far as that goes without signing in, and gives what it found as it finds it. It asks what a
 * sign-in asks, and nobody else: the FHIR base, and the endpoints that the server's own metadata names. With
 * `sendsRefused` two kinds of requests are made to be refused: a token request with an invented code, which isn't sent
 * while the client id is a placeholder, and a FHIR request with an invented token.
 *
 * `root` is the app's own address. Whatever a server does becomes a finding, and no reason to throw.
 */
export async function* checkServer(
  server: CheckedServer,
  root: URL,
  options: CheckOptions,
): AsyncGenerator<Finding, void> {
  const { ask, sendsRefused, isClientNamed } = options
  yield* checkAddress(server, isClientNamed)
  const kept = keepAnswers(ask)
  const metadata = await discover(server.iss, root, kept.ask).catch((error: unknown) => ({ error }))
  if ('error' in metadata) {
    yield describeDiscoveryFailure(metadata.error, root)
    yield unknown(
      'token-endpoint',
      t(
        'Sign-in, token endpoint and keys were not looked at, since discovery names no addresses for them.',
      ),
    )
  } else {
    const { text = '' } =
      kept.answerOf(`${toBaseUrl(server.iss)}.well-known/smart-configuration`) ?? {}
    const document = readDocument(text) ?? {}
    yield describeDiscovery(metadata)
    yield* checkAnnounced(metadata, document)
    yield* checkScopes(server, metadata, document)
    yield* checkIdentity(server, metadata.endpoints, root, ask)
    if (!sendsRefused) yield notSent('token-endpoint')
    else if (isClientNamed && !server.isReady)
      yield unknown('token-endpoint', t('Not asked while the client id is the placeholder.'))
    else yield* await checkTokenEndpoint(server, metadata.endpoints.tokenEndpoint, root, options)
  }
  yield* await checkStatement(server.iss, root, ask)
  yield sendsRefused ? await checkFhir(server.iss, root, ask) : notSent('fhir')
}

const notSent = (subject: Subject) =>
  unknown(
    subject,
    t('Not asked: only a request that is refused shows whether its answers can be read from here.'),
    t('Let the check send two requests more, by the button for it.'),
  )
