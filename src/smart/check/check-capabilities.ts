import { advise, unknown, well, type Finding } from './finding.ts'

/** What the app lives by, each with what it is for (SMART App Launch 2.2 "Capability Sets"). */
const needed = {
  'launch-ehr': 'opening from the chart',
  'launch-standalone': 'signing in by hand',
  'client-public': 'apps without a secret',
  'sso-openid-connect': 'who signed in',
  'context-ehr-patient': 'the patient of the chart',
  'context-standalone-patient': 'a patient after signing in by hand',
  'permission-patient': 'scopes for one patient',
} as const

/** What the app does more with, where there is. */
const welcome = {
  'permission-v2': 'scopes of version 2',
  'authorize-post': 'long launches by POST',
  'context-ehr-encounter': 'the visit',
  'context-banner': 'whether a patient banner is wanted',
  'context-style': 'the look of the EHR',
  'permission-offline': 'sessions that renew themselves',
} as const

/** Looks at the capabilities that a server lists. Advice at most: vendors have some that they don't list (DISC-06). */
export function checkCapabilities(capabilities: readonly string[]): Finding[] {
  if (capabilities.length === 0)
    return [unknown('capabilities', 'The server lists no capabilities.')]
  const missing = listOf(needed, (name) => !capabilities.includes(name))
  const there = listOf(welcome, (name) => capabilities.includes(name))
  const absent = listOf(welcome, (name) => !capabilities.includes(name))
  return [
    missing === ''
      ? well('capabilities', 'Everything that the app lives by is listed.')
      : advise(
          'capabilities',
          `Not listed: ${missing}.`,
          'It may be there all the same. Where a launch of that kind is wanted, ask the vendor.',
        ),
    well('extras', `Listed: ${there || 'none'}. Not listed: ${absent || 'none'}.`),
  ]
}

function listOf(table: Readonly<Record<string, string>>, isIn: (name: string) => boolean): string {
  return Object.entries(table)
    .filter(([name]) => isIn(name))
    .map(([name, what]) => `${name} (${what})`)
    .join(', ')
}
