import { hasStorage, removeRecord } from '../smart/tab-storage.ts'

/** Under whose name the tab keeps which organizations were used in it (recent-organizations.ts). */
export const recentOwner = 'home'

/** Forgets which organizations were used in this tab: when somebody asks, and when a session ends (END-01, STO-04). */
export function forgetRecent(): void {
  if (hasStorage()) removeRecord(recentOwner, 'recent')
}
