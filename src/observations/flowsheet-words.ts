import { t } from '../language/t.ts'
import { toOneLine } from '../fhir/text.ts'
import { bloodPressureOf, componentLabel } from './blood-pressure.ts'
import { partIdOf, separateParts } from './flowsheet-drafts.ts'
import type { FlowsheetEntry, FlowsheetRow } from './flowsheet.ts'
import type { ObservationComponent, ObservationValue } from './observation.ts'
import { remarksOf } from './remarks.ts'
import { formatResultSentence } from './sentences.ts'
import { formatEffective, formatObservationValue, formatQuantity, formatValue } from './words.ts'

/** Stands where a value or a part of it is missing; `entrySentence` says why. */
const MISSING = '–'
const TEXT_LENGTH = 120
/** Values that a cell has no words of its own for: what it shows instead is explained. */
const unsaid: readonly ObservationValue['kind'][] = [
  'absent',
  'cancelled',
  'not-interpretable',
  'not-shown',
]

/** What of a row its cells have to know. */
export type RowOfCell = Pick<FlowsheetRow, 'unit' | 'partIds' | 'isComponent'>

/**
 * The value as a cell shows it, short: "5.1", "<5", "120/80", "–", "cancelled". The unit is left out only where the
 * row's name says it (D4). What is hidden or not readable says where to look (D8).
 */
export function cellText(entry: FlowsheetEntry, row: RowOfCell): string {
  const { observation, component } = entry
  const isPending = observation.status === 'registered'
  if (component !== undefined) return shortValue(component.value, row, isPending)
  const { value, members } = observation
  if (value.kind === 'cancelled' || value.kind === 'not-interpretable')
    return shortValue(value, row, isPending)
  const pressure = pressureText(entry, row)
  const separate = separateParts(observation)
  const inCell = separate.filter((one) => !row.partIds.has(partIdOf(one)))
  const pieces = [
    value.kind === 'panel' ? undefined : shortValue(value, row, isPending),
    pressure,
    ...inCell.map((one) => `${componentLabel(one)}: ${formatObservationValue(one.value)}`),
    inCell.length < separate.length && pressure === undefined && value.kind === 'panel'
      ? t('in parts')
      : undefined,
    members.length > 0 ? t('panel') : undefined,
  ].filter((piece) => piece !== undefined)
  return toOneLine(pieces.join('; '), TEXT_LENGTH) ?? MISSING
}

/** The flags that a cell shows: those of what stands in it, without the components that have rows of their own (D7). */
export function flagsInCell(
  { observation, component }: FlowsheetEntry,
  { partIds }: Pick<RowOfCell, 'partIds'>,
) {
  if (component !== undefined) return component.flags
  if (observation.components.length === 0) return observation.flags
  const separate = new Set<ObservationComponent>(
    separateParts(observation).filter((one) => partIds.has(partIdOf(one))),
  )
  const parts = observation.components.filter((one) => !separate.has(one))
  return [...observation.flags, ...parts.flatMap(({ flags }) => flags)]
}

/** A result, or a component of one, in one sentence, and what else has to be known of it: site, method, notes (D5, D8). */
export function entrySentence(entry: FlowsheetEntry, locale?: string): string {
  const { observation, component } = entry
  const shown =
    component === undefined
      ? observation
      : {
          ...observation,
          name: `${observation.name}, ${componentLabel(component)}`,
          value: component.value,
          flags: [...component.flags],
          ranges: component.ranges,
          components: [],
          members: [],
        }
  // The sentence has the status already.
  const remarks = remarksOf({ ...observation, status: 'final' })
  return [formatResultSentence(shown, { locale }), ...remarks].join(' ')
}

/** Everything a cell means beside its short text, for those who can't see its signs: unit, why absent, period, remarks. */
export function cellMeaning(entry: FlowsheetEntry, row: RowOfCell): readonly string[] {
  const { observation, component } = entry
  const { value } = component ?? observation
  const { effective } = observation
  const unit = row.unit === undefined || row.unit === '' || !hasNumber(entry) ? [] : [row.unit]
  return [
    ...unit,
    ...reasonsOf(entry, value),
    ...(effective.kind === 'period' || effective.kind === 'timing'
      ? [formatEffective(effective)]
      : []),
    ...remarksOf(observation),
  ]
}

/** Why a value is missing or hidden; of a blood pressure, why half of it is. */
function reasonsOf({ observation, component }: FlowsheetEntry, value: ObservationValue): string[] {
  if (unsaid.includes(value.kind)) return [formatObservationValue(value)]
  const pressure = component === undefined ? bloodPressureOf(observation) : undefined
  const parts = [pressure?.systolic, pressure?.diastolic]
  const isWhole = parts.every((part) => part?.value.kind === 'quantity')
  const isPressure = parts.some((part) => part !== undefined)
  return isPressure && !isWhole ? [formatValue(observation)] : []
}

function hasNumber({ observation, component }: FlowsheetEntry): boolean {
  const parts = component === undefined ? [observation, ...observation.components] : [component]
  return parts.some(({ value }) => value.kind === 'quantity')
}

function pressureText({ observation }: FlowsheetEntry, row: RowOfCell): string | undefined {
  const pressure = bloodPressureOf(observation)
  if (pressure === undefined || (!pressure.systolic && !pressure.diastolic)) return undefined
  const both = [pressure.systolic, pressure.diastolic]
  if (row.unit === undefined) {
    const components = both.filter((one) => one !== undefined)
    return formatValue({ ...observation, value: { kind: 'panel' }, components, members: [] })
  }
  return both
    .map((part) => (part?.value.kind === 'quantity' ? shortValue(part.value, row) : MISSING))
    .join('/')
}

function shortValue(
  value: ObservationValue,
  row: Pick<RowOfCell, 'unit'>,
  isPending = false,
): string {
  const { kind } = value
  if (kind === 'quantity' && row.unit !== undefined)
    return formatQuantity({ ...value.quantity, unit: undefined })
  if (kind === 'absent') return isPending ? t('pending') : MISSING
  if (kind === 'cancelled') return t('cancelled')
  if (kind === 'sampled') return t('waveform')
  return unsaid.includes(kind) ? t('see chart') : formatObservationValue(value)
}
