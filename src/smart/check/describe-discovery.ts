import { t } from '../../language/t.ts'
import type { ServerMetadata } from '../discovery.ts'
import { isSmartError } from '../smart-error.ts'
import { adviseOnFailure, explainFailure } from './explain-failure.ts'
import { advise, fault, well, type Finding } from './finding.ts'

/** Says where the server described itself: the older way works, but tells less (DISC-07). */
export function describeDiscovery({ endpoints }: ServerMetadata): Finding {
  const hosts = t('Signing in happens at {signIn}, tokens come from {tokens}.', {
    signIn: new URL(endpoints.authorizationEndpoint).host,
    tokens: new URL(endpoints.tokenEndpoint).host,
  })
  if (endpoints.source === 'smart-configuration')
    return well(
      'discovery',
      t('The SMART configuration was read and can be used. {hosts}', { hosts }),
    )
  return advise(
    'discovery',
    t(
      'There is no SMART configuration; the addresses were found in the capability statement, the way of SMART 1. {hosts}',
      { hosts },
    ),
    t(
      'Ask the vendor for .well-known/smart-configuration: without it nothing is known of PKCE, scopes, issuer and keys.',
    ),
  )
}

/** Says why discovery failed, by the error that it rejected with. */
export function describeDiscoveryFailure(error: unknown, root: URL): Finding {
  if (!isSmartError(error))
    return fault('discovery', t('Discovery failed within the app.'), t('Please report this.'))
  const { reason, status } = error.details
  if (error.failure === 'discovery-unreachable')
    return fault(
      'discovery',
      explainFailure(error.cause),
      adviseOnFailure(error.cause, '.well-known/smart-configuration', root.origin),
    )
  return fault(
    'discovery',
    t('The server’s description of itself can’t be used: {reason}.', {
      reason: reason ?? 'unreadable',
    }),
    adviseOn(reason ?? '', status),
  )
}

function adviseOn(reason: string, status: number | undefined): string {
  if (reason.includes('S256'))
    return t(
      'Ask the vendor to allow PKCE with S256: the app uses nothing weaker, and a public client is not safe without it.',
    )
  if (reason.includes('https'))
    return t('Ask the vendor to name https addresses: the app sends nothing anywhere else.')
  if (reason.includes('missing'))
    return t(
      'Ask the vendor for both addresses in .well-known/smart-configuration; without them nobody can sign in.',
    )
  if (status === undefined || status === 404 || status === 200)
    return t(
      'Look whether iss in config.json is the FHIR base, as the vendor writes it: below it must lie .well-known/smart-configuration, as JSON.',
    )
  return t(
    'Open <iss>/.well-known/smart-configuration in a tab of its own and ask whoever runs the server about this status; it must be readable without signing in.',
  )
}
