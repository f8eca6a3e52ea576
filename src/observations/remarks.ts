import { t } from '../language/t.ts'
import { present } from '../fhir/json.ts'
import { toOneLine } from '../fhir/text.ts'
import { isQualifier } from './details.ts'
import type { Observation } from './observation.ts'
import { formatStatus } from './words.ts'

const NOTE_LENGTH = 120

/**
 * What has to be known beside the number of a point, in words: its status unless final (D3), what qualifies it, such as
 * "Body site: Left arm" (D5, D8), and its notes, shortened to one line. Empty when there is nothing.
 */
export function remarksOf({ status, details = [], notes }: Observation): string[] {
  const qualifiers = details.filter(isQualifier)
  const lines = present(notes.map((note) => toOneLine(note, NOTE_LENGTH)))
  return [
    ...(status === 'final' ? [] : [formatStatus(status)]),
    ...qualifiers.map(({ label, text }) => `${label}: ${text}`),
    ...lines.map((line) => t('Note: {text}', { text: line })),
  ]
}
