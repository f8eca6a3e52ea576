import { present } from '../../fhir/json.ts'
import type { FhirDate } from '../../fhir/fhir-date.ts'
import type { Key } from '../../language/catalogue.ts'
import { key, t } from '../../language/t.ts'
import type {
  Effective,
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
} from '../observation.ts'
import { formatPanel, type LoadedIds } from '../panel.ts'
import {
  formatEffective,
  formatFlagList,
  formatObservationValue,
  formatRange,
  formatValue,
} from '../words.ts'
import { numberCell, textCell, wordsCell, type CsvCell } from './csv-text.ts'
import type { ExportFacts } from './export-facts.ts'

/** What a row is made of: a result as a whole, or one of its components. */
export type CsvItem = {
  readonly observation: Observation
  readonly component: ObservationComponent | undefined
  /** Of what is loaded, once nothing more may come: by it a panel says what of it was not received. */
  readonly received: LoadedIds | undefined
}

type CsvColumn<Of> = { readonly name: string; readonly cell: (of: Of) => CsvCell }

const text = (name: string, read: (item: CsvItem) => string | undefined): CsvColumn<CsvItem> => ({
  name,
  cell: (item) => wordsCell(read(item)),
})
/** A date as sent: what a spreadsheet makes of it is a date again. */
const date = (name: string, read: (item: CsvItem) => FhirDate | undefined): CsvColumn<CsvItem> => ({
  name,
  cell: (item) => textCell(read(item)?.text),
})
const digits = (name: string, read: (item: CsvItem) => string | undefined): CsvColumn<CsvItem> => ({
  name,
  cell: (item) => numberCell(read(item)),
})

const partOf = ({ component, observation }: CsvItem) => component ?? observation
const list = (words: readonly (string | undefined)[]) => present(words).join('; ')

/** What is a number in a value: its digits and what stands beside them. */
function quantityOf(value: ObservationValue): Partial<Quantity> {
  if (value.kind === 'quantity') return value.quantity
  return value.kind === 'integer' ? { amount: value.value } : {}
}

function startOf(effective: Effective): FhirDate | undefined {
  if (effective.kind === 'at') return effective.date
  return effective.kind === 'period' ? effective.start : undefined
}

const endOf = (effective: Effective) => (effective.kind === 'period' ? effective.end : undefined)

/** How precise a date was sent; what else stands in its place. */
function precisionOf(effective: Effective): string {
  if (effective.kind === 'timing' || effective.kind === 'not-recorded') return effective.kind
  const date = startOf(effective) ?? endOf(effective)
  if (date === undefined) return 'not-recorded'
  if (date.kind === 'calendar') return date.precision
  return date.kind === 'instant' ? 'time' : 'time without zone'
}

const codesOf = (item: CsvItem) =>
  list(
    partOf(item).codings.map(({ system, code }) =>
      code === undefined ? undefined : `${system ?? ''}|${code}`,
    ),
  )

/** By the label that `readDetails` gives it, in the language of the page. */
const detail = (name: string, label: Key) =>
  text(name, ({ observation: { details = [] } }) => {
    return details.find((one) => one.label === t(label))?.text
  })

/** A limit of the one range there is; of several, none is picked by guess (D7). */
const limit = (side: 'low' | 'high') => (item: CsvItem) => {
  const { ranges } = partOf(item)
  const [range] = ranges
  const bound = ranges.length === 1 && range?.isBroken !== true ? range?.[side] : undefined
  return bound?.comparator === undefined ? bound?.amount.text : undefined
}

const valueWords = ({ observation, component, received }: CsvItem) => {
  if (component !== undefined) return formatObservationValue(component.value)
  const { value, members } = observation
  if (value.kind === 'panel') return formatValue(observation, received)
  // Its components have rows of their own.
  const words = formatObservationValue(value)
  const isHidden = value.kind === 'cancelled' || value.kind === 'not-interpretable'
  return isHidden || members.length === 0
    ? words
    : list([words, formatPanel(observation, received)])
}

/** The column in which the row of a statement about the file says it. */
export const noteColumn = 'Value in words'

/**
 * The columns of results, in their order. Their names are English in every language, and stay: programs look for them. What the
 * cells of `Value in words`, `Flags` and the like say is what the page says.
 */
export const resultColumns: readonly CsvColumn<CsvItem>[] = [
  text('Row', ({ component }) => (component === undefined ? 'result' : 'component')),
  date('Date', ({ observation }) => startOf(observation.effective)),
  text('Date in words', ({ observation }) => formatEffective(observation.effective)),
  date('Date end', ({ observation }) => endOf(observation.effective)),
  text('Date precision', ({ observation }) => precisionOf(observation.effective)),
  text('Test', ({ observation }) => observation.name),
  text('Component', ({ component }) => component?.name),
  text('Comparator', (item) => quantityOf(partOf(item).value).comparator),
  digits('Value', (item) => quantityOf(partOf(item).value).amount?.text),
  text('Unit', (item) => quantityOf(partOf(item).value).unit),
  text('UCUM', (item) => quantityOf(partOf(item).value).ucum),
  text(noteColumn, valueWords),
  text('Value type', (item) => partOf(item).value.kind),
  text('Flags', (item) => formatFlagList(partOf(item).flags)),
  text('Flag codes', (item) => list(partOf(item).flags.map(({ code }) => code))),
  digits('Range low', limit('low')),
  digits('Range high', limit('high')),
  text('Reference ranges', (item) => list(partOf(item).ranges.map(formatRange))),
  text('Status', ({ observation }) => observation.status),
  text('Category codes', ({ observation }) => list(observation.categories)),
  text('Codes', codesOf),
  text('About', ({ observation }) => observation.focus),
  detail('Marked', key('Marked|a security label')),
  detail('Specimen', key('Specimen')),
  detail('Method', key('Method|of a test')),
  detail('Device', key('Device')),
  detail('Body site', key('Body site')),
  detail('Body position', key('Body position')),
  detail('Performer', key('Performed by')),
  text('Notes', ({ observation }) => observation.notes.join('\n')),
  date('Issued', ({ observation }) => observation.issued),
  text('Observation id', ({ observation }) => observation.id),
]

const fact = (name: string, read: (facts: ExportFacts) => string | undefined) => ({
  name,
  cell: (facts: ExportFacts) => wordsCell(read(facts)),
})

/** The columns that are the same in every row: sorted, filtered or cut, what is left still says where it is from. */
export const factColumns: readonly CsvColumn<ExportFacts>[] = [
  fact('Patient id', ({ patientId }) => patientId),
  fact('Source', ({ serverName }) => serverName),
  fact('Source address', ({ source, issuer }) => (source === 'server' ? issuer : undefined)),
  fact('Fetched at', ({ asOf }) => (asOf === undefined ? undefined : new Date(asOf).toISOString())),
  fact('Record complete', ({ isComplete }) => isComplete),
]
