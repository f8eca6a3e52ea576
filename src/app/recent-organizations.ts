import { keyOf, readRow, toRow, type Organization } from '../directory/organization.ts'
import { hasStorage, readRecord, writeRecord } from '../smart/tab-storage.ts'
import { recentOwner } from './forget-recent.ts'

const most = 5

/**
 * Organizations that somebody signed in to from this tab, the last one first. They go with the tab: which hospital a
 * person uses says something of them to the next person at the computer (STO-04).
 */
export function listRecent(): Organization[] {
  const rows = hasStorage() ? readRecord(recentOwner, 'recent') : undefined
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => readRow(row) ?? [])
}

/** Notes that an organization is being signed in to. */
export function keepRecent(organization: Organization): void {
  if (!hasStorage()) return
  const key = keyOf(organization)
  const others = listRecent().filter((one) => keyOf(one) !== key)
  writeRecord(recentOwner, 'recent', [organization, ...others].slice(0, most).map(toRow))
}
