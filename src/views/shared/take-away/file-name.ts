import { dayText } from '../../../observations/day.ts'
import type { Taken } from './desk.ts'

/** How a file ends. */
export type FileKind = 'csv' | 'json'

/**
 * Names a file by what it holds and its day, in the viewer's zone. Not by the patient: the names of files are seen where
 * their contents are not, in lists of downloads, backups and mails.
 */
export function fileName(from: Taken['from'], madeAt: number, kind: FileKind): string {
  return `chartside-${from}-${dayText(madeAt)}.${kind}`
}
