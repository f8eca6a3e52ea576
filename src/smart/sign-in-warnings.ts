import type { ServerMetadata } from './discovery.ts'
import type { SignInWarning } from './sign-in-report.ts'
import type { TokenResponse } from './token-response.ts'

/**
 * What is unusual in what a server says of itself (DISC-05, DISC-06). Advice for whoever looks after the app, never a
 * reason to stop: vendors list capabilities they don't have, and have some they don't list.
 */
export function warnOfMetadata(
  { announcesPkce, capabilities }: ServerMetadata,
  launch: 'ehr' | 'standalone',
): SignInWarning[] {
  const lacks = (capability: string) =>
    capabilities.length > 0 && !capabilities.includes(capability)
  return [
    ...(announcesPkce ? [] : (['pkce-not-announced'] as const)),
    ...(lacks(`launch-${launch}`) ? (['launch-not-announced'] as const) : []),
    ...(lacks('client-public') ? (['public-client-not-announced'] as const) : []),
  ]
}

/** What is unusual in a token response (TOK-04, SCOPE-03). */
export function warnOfToken({ saysLifetime, scope }: TokenResponse): SignInWarning[] {
  return [
    ...(saysLifetime ? [] : (['lifetime-not-said'] as const)),
    ...(scope === undefined ? (['scope-not-said'] as const) : []),
  ]
}

/** Version 2 of scopes where the server lists it, else version 1, which all know (SCOPE-07). */
export function chooseScopeSyntax({ capabilities }: ServerMetadata): 'v1' | 'v2' {
  return capabilities.includes('permission-v2') ? 'v2' : 'v1'
}
