import type { Grant, Provider } from 'oidc-provider'

import { isContextScope, knownScopes } from './scopes.ts'
import type { ScopeChoice } from './scopes.ts'
import { clientId } from './tenant.ts'
import type { LaunchContext, Tenant } from './tenant.ts'

const refreshScopes = new Set(['offline_access', 'online_access'])

/**
 * What can be granted, as choices for the sign-in page: the scopes asked for, one each, or what the profile has
 * registered, whatever was asked (Epic, SCOPE-04). Unknown scopes are left out silently, as RFC 6749 §3.3 lets a
 * server do.
 */
export function toScopeChoices(tenant: Tenant, asked: readonly string[]): ScopeChoice[] {
  const { allowsWildcards, refreshTokens, registered } = tenant.profile
  const { grantOnly } = tenant.faults
  const known = knownScopes(asked)
    .filter((scope) => refreshTokens !== 'none' || !refreshScopes.has(scope))
    .filter((scope) => allowsWildcards || !scope.includes('*'))
  const context = known.filter(isContextScope).map(toChoice)
  if (grantOnly !== undefined) return [...context, ...grantOnly.map(toChoice)]
  if (registered !== 'as-asked') return [...context, ...registered]
  return known.map(toChoice)
}

function toChoice(scope: string): ScopeChoice {
  return { label: scope, scopes: [scope] }
}

/** The scopes of some choices, in one list. */
export function scopesOf(choices: readonly ScopeChoice[]): string[] {
  return choices.flatMap(({ scopes }) => scopes)
}

/**
 * Saves a new grant with its launch context. Every authorization gets its own: a shared one would hand the second
 * launch the first one's patient.
 */
export async function saveGrant(
  tenant: Tenant,
  provider: Provider,
  scopes: readonly string[],
  context: LaunchContext,
): Promise<Grant> {
  const grant = new provider.Grant({ clientId, accountId: context.accountId })
  // The token response shows the scopes of the resource only, so those of context and identity are put there too.
  grant.addOIDCScope(scopes.join(' '))
  grant.addResourceScope(tenant.fhirBase, scopes.join(' '))
  tenant.contexts.set(await grant.save(), context)
  return grant
}

/** The members SMART App Launch 2.2 adds to a token response, and those of the vendor. */
export function toTokenMembers(tenant: Tenant, context: LaunchContext): Record<string, unknown> {
  const { patient, encounter, needPatientBanner, messagingHandle } = context
  const { namesPatient, patientBanner, tokenMembers } = tenant.profile
  return {
    ...(patient === undefined || !namesPatient ? {} : { patient }),
    ...(encounter === undefined ? {} : { encounter }),
    need_patient_banner:
      patientBanner.type === 'text' ? String(needPatientBanner) : needPatientBanner,
    ...(messagingHandle === undefined
      ? {}
      : {
          smart_web_messaging_handle: messagingHandle,
          smart_web_messaging_origin: tenant.origin,
        }),
    smart_style_url: `${tenant.origin}/${tenant.id}/smart-style.json`,
    ...tokenMembers,
  }
}
