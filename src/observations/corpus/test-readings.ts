import type { JsonObject } from '../../fhir/json.ts'
import { toOneLine } from '../../fhir/text.ts'
import { dateWarning } from '../effective.ts'
import type { Observation } from '../observation.ts'
import { readObservation } from '../read-observation.ts'
import { formatEffective, formatFlags, formatRanges, formatStatus, formatValue } from '../words.ts'
import { idSent, nameSent, valueSent } from './test-sent.ts'

const NOW = Date.UTC(2026, 0)
const NOTE_LENGTH = 80
const HEAD = [
  'id',
  'what it is',
  'value as sent',
  'status',
  'value in words',
  'flags',
  'ranges',
  'when',
  'beside it',
]

/**
 * For tests: a Markdown table of what was sent and how it is read, a row for each resource. Times are those of the
 * test's zone in American English; `all` are the resources that count as loaded.
 */
export function toTable(rows: readonly JsonObject[], all: readonly JsonObject[]): string {
  const loaded = new Set(all.map(idSent))
  const lines = rows.map((resource) => [
    idSent(resource),
    nameSent(resource),
    valueSent(resource),
    ...readingOf(resource, loaded),
  ])
  return [HEAD, HEAD.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.map(toCell).join(' | ')} |\n`)
    .join('')
}

function readingOf(resource: JsonObject, loaded: ReadonlySet<string>): string[] {
  const reading = readObservation(resource)
  if (reading.kind === 'unreadable') return [`unreadable: ${reading.reason}`, '', '', '', '', '']
  if (reading.kind === 'entered-in-error') return ['entered in error', '', '', '', '', '']
  const { observation } = reading
  return [
    formatStatus(observation.status),
    formatValue(observation, loaded),
    formatFlags(observation),
    formatRanges(observation),
    whenOf(observation),
    besideOf(observation),
  ]
}

function whenOf({ effective }: Observation): string {
  const warning = dateWarning(effective, NOW, undefined)
  return formatEffective(effective, 'en-US') + (warning === undefined ? '' : ` (${warning})`)
}

function besideOf({ focus, details = [], notes }: Observation): string {
  return [
    ...(focus === undefined ? [] : [`About: ${focus}`]),
    ...details.map(({ label, text }) => `${label}: ${text}`),
    ...notes.map((note) => `Note: ${toOneLine(note, NOTE_LENGTH) ?? ''}`),
  ].join('; ')
}

/** One line that Markdown shows as it is, with characters that can't be seen written out. */
function toCell(text: string): string {
  return text
    .replace(/\u202F/g, ' ')
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(
      /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu,
      (one) => `\\u${one.charCodeAt(0).toString(16)}`,
    )
    .replace(/\|/g, '¦')
    .replace(/<(?=[a-z/!])/gi, '&lt;')
    .replace(/[*`]|__/g, '\\$&')
}
