import * as tables from './faults.ts'
import type { FaultEntry, Faults } from './faults.ts'

/** A fault as the Launchpad lists it: with the setting that switches it on. */
export type CatalogueFault = FaultEntry & { readonly name: string; readonly faults: Faults }

function list<Name extends string>(
  group: string,
  table: Readonly<Record<Name, FaultEntry>>,
  toFaults: (name: Name) => Faults,
): CatalogueFault[] {
  const names = Object.keys(table) as Name[]
  return names.map((name) => ({
    ...table[name],
    name: `${group}: ${name}`,
    faults: toFaults(name),
  }))
}

/** Every fault, each with a setting that shows it; those that take an address or a page carry an example. */
export const faultCatalogue: readonly CatalogueFault[] = [
  ...list('discovery', tables.discoveryFaults, (discovery) => ({ discovery })),
  ...list('authorize', tables.authorizeFaults, (authorize) => ({ authorize })),
  ...list('token', tables.tokenFaults, (name) => ({ token: [name] })),
  {
    id: 'F-T4',
    name: 'grantOnly',
    does: 'Only these resource scopes are granted, whatever was asked.',
    faults: { grantOnly: ['patient/Patient.r'] },
  },
  {
    id: 'F-R21',
    name: 'tokenSeconds',
    does: 'Access tokens live this many seconds.',
    faults: { tokenSeconds: 30 },
  },
  {
    id: 'F-R12',
    name: 'pagingSeconds',
    does: 'Paging sessions live this many seconds.',
    faults: { pagingSeconds: 1 },
  },
  ...list('idToken', tables.idTokenFaults, (idToken) => ({ idToken })),
  ...list('jwks', tables.jwksFaults, (jwks) => ({ jwks })),
  ...list('fhir', tables.fhirFaults, (kind) => ({
    fhir: [{ kind, type: 'Observation', category: 'laboratory' }],
  })),
  ...list('content', tables.contentFaults, (kind) => ({
    content: [kind === 'other-patient-id' ? { kind } : { kind, page: 1 }],
  })),
]

/** The faults that are on in `faults`, one line each, such as `token: type-dpop`. */
export function describeFaults(faults: Faults): string[] {
  return Object.entries(faults).flatMap(([group, setting]) =>
    (Array.isArray(setting) ? (setting as readonly unknown[]) : [setting]).map(
      (one) => `${group}: ${typeof one === 'string' ? one : JSON.stringify(one)}`,
    ),
  )
}

/** Adds `more` to `faults`: lists grow, single settings are replaced. */
export function mergeFaults(faults: Faults, more: Faults): Faults {
  const merged: Record<string, unknown> = { ...faults }
  for (const [group, setting] of Object.entries(more)) {
    const before = merged[group]
    merged[group] =
      Array.isArray(before) && Array.isArray(setting)
        ? [...(before as unknown[]), ...(setting as unknown[])]
        : setting
  }
  return merged as Faults
}
