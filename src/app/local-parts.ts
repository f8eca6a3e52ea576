import type { ReactNode } from 'react'
import type { LocalSource } from '../local-record/local-source.ts'

/**
 * What the pages of a record say of it that no server gave. It comes with the record, so that none of them is ever shown
 * without, and pages of other records need not know how.
 */
export type LocalParts = {
  readonly source: LocalSource
  /** Says on every page where the record comes from. */
  readonly notice: ReactNode
  /** In place of facts about a connection. */
  readonly about: ReactNode
  /** Asks before it closes; undefined where what is closed comes back at its address. */
  readonly closing: ((onClose: () => void) => ReactNode) | undefined
}
