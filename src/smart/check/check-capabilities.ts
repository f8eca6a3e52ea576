import type { Key } from '../../language/catalogue.ts'
import { key, t } from '../../language/t.ts'
import { advise, unknown, well, type Finding } from './finding.ts'

/** What the app lives by, each with what it is for (SMART App Launch 2.2 "Capability Sets"). */
const needed: Readonly<Record<string, Key>> = {
  'launch-ehr': key('opening from the chart'),
  'launch-standalone': key('signing in by hand'),
  'client-public': key('apps without a secret'),
  'sso-openid-connect': key('who signed in'),
  'context-ehr-patient': key('the patient of the chart'),
  'context-standalone-patient': key('a patient after signing in by hand'),
  'permission-patient': key('scopes for one patient'),
}

/** What the app does more with, where there is. */
const welcome: Readonly<Record<string, Key>> = {
  'permission-v2': key('scopes of version 2'),
  'authorize-post': key('long launches by POST'),
  'context-ehr-encounter': key('the visit'),
  'context-banner': key('whether a patient banner is wanted'),
  'context-style': key('the look of the EHR'),
  'permission-offline': key('sessions that renew themselves'),
}

/** Looks at the capabilities that a server lists. Advice at most: vendors have some that they don't list (DISC-06). */
export function checkCapabilities(capabilities: readonly string[]): Finding[] {
  if (capabilities.length === 0)
    return [unknown('capabilities', t('The server lists no capabilities.'))]
  const missing = listOf(needed, (name) => !capabilities.includes(name))
  const there = listOf(welcome, (name) => capabilities.includes(name))
  const absent = listOf(welcome, (name) => !capabilities.includes(name))
  return [
    missing === ''
      ? well('capabilities', t('Everything that the app lives by is listed.'))
      : advise(
          'capabilities',
          t('Not listed: {missing}.', { missing }),
          t('It may be there all the same. Where a launch of that kind is wanted, ask the vendor.'),
        ),
    well(
      'extras',
      t('Listed: {there}. Not listed: {absent}.', {
        there: there || t('none|no capability'),
        absent: absent || t('none|no capability'),
      }),
    ),
  ]
}

function listOf(table: Readonly<Record<string, Key>>, isIn: (name: string) => boolean): string {
  return Object.entries(table)
    .filter(([name]) => isIn(name))
    .map(([name, what]) => `${name} (${t(what)})`)
    .join(', ')
}
