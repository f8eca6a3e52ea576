import { formatFhirDate } from '../fhir/fhir-date.ts'
import { formatPeriod } from '../fhir/period.ts'
import { wordsFor } from '../fhir/word-table.ts'
import { formatDecimalText } from '../language/decimal-mark.ts'
import { t } from '../language/t.ts'
import { bloodPressureOf, componentLabel } from './blood-pressure.ts'
import type {
  Effective,
  Flag,
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
  ReferenceRange,
} from './observation.ts'
import { toDigits } from './decimal.ts'
import { STATUS_WORDS } from './observation-status.ts'
import { formatPanel, type LoadedIds } from './panel.ts'
import { repeatsBounds } from './repeats-bounds.ts'
import { formatSampledData } from './sampled-words.ts'
import { formatSentText } from './sent-text.ts'

const COMPARATORS = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const
/** Stands where a part of a value is missing. */
const MISSING = '–'

/** A number that nobody sent, such as one converted, for reading: so many significant digits and no exponent. */
export function formatReckoned(value: number, digits: number): string {
  return formatDecimalText(toDigits(value, digits))
}

/**
 * A Quantity in words: comparator, digits as sent, unit: "<0.3 mg/L" (D4). A missing unit is just left out. The decimal
 * mark is the page's own: whatever compares or reckons takes `amount`.
 */
export function formatQuantity(quantity: Quantity): string {
  const amount = formatAmount(quantity)
  return quantity.unit === undefined ? amount : `${amount} ${formatUnit(quantity.unit)}`
}

/** A unit for reading: the braces of a UCUM annotation ("mL/min/{1.73_m2}") are for machines, unless they part two numbers. */
export function formatUnit(unit: string): string {
  if (/\d(?:\{\}?|\})\d/.test(unit)) return unit
  return unit.replace(/\{([^{}]*)\}/g, (_, words: string) => words.replaceAll('_', ' '))
}

/** Two limits in words, both inclusive: "4.0–5.6 %", "≥ 40 mg/dL", "≤ 200 mg/dL" (FHIR R4 referenceRange, Range). */
export function formatBounds(low: Quantity | undefined, high: Quantity | undefined): string {
  if (low !== undefined && high !== undefined) {
    const first = isSameUnit(low, high) ? formatAmount(low) : formatQuantity(low)
    const isClear = low.amount.number >= 0 && high.amount.number >= 0
    const last = formatQuantity(high)
    return isClear ? `${first}–${last}` : t('{low} to {high}', { low: first, high: last })
  }
  const bound = low ?? high
  if (bound === undefined) return ''
  const sign = bound.comparator !== undefined ? '' : low === undefined ? '≤ ' : '≥ '
  return sign + formatQuantity(bound)
}

/** Any value of an Observation or component in words (D4). A number without a unit says so. */
export function formatObservationValue(value: ObservationValue): string {
  switch (value.kind) {
    case 'quantity':
      return hasNoUnit(value.quantity)
        ? t('{value} (no unit given)', { value: formatQuantity(value.quantity) })
        : formatQuantity(value.quantity)
    case 'coded':
    case 'time':
      return value.text
    case 'text':
      return value.isStrippedRichText
        ? t('{text} (formatting removed)', { text: formatSentText(value.text) })
        : formatSentText(value.text)
    case 'boolean':
      return value.value ? t('Yes') : t('No')
    case 'integer':
      return formatDecimalText(value.value.text)
    case 'range':
      return formatBounds(value.low, value.high)
    case 'ratio':
      return formatRatio(value.numerator, value.denominator)
    case 'dateTime':
      return formatFhirDate(value.date)
    case 'period':
      return formatPeriod(value)
    case 'sampled':
      return formatSampledData(value.data)
    case 'not-shown':
      return t('Not shown by this app ({type}); see the chart', { type: value.type })
    case 'not-interpretable':
      return t("Contains information this app can't interpret; see the chart")
    case 'cancelled':
      return value.reason === undefined
        ? t('Cancelled')
        : t('Cancelled: {reason}', { reason: value.reason })
    case 'panel':
      return t('Panel')
    case 'absent':
      return value.reason
  }
}

/**
 * The value of a whole Observation on one line: "5.1 mmol/L"; a blood pressure as "118 / 76 mmHg"; other components
 * as "name: value"; a panel as "Panel of 3 results" (D4, D5). What is missing is said: "120 / – mmHg (Diastolic:
 * not known)"; with the ids of what is loaded also "Panel of 3 results, 2 of them not received".
 */
export function formatValue(observation: Observation, loadedIds?: LoadedIds): string {
  const { value, components, members } = observation
  if (value.kind === 'cancelled' || value.kind === 'not-interpretable') {
    return formatObservationValue(value)
  }
  const parts = value.kind === 'panel' ? [] : [formatObservationValue(value)]
  const pressure = bloodPressureOf(observation)
  if (pressure !== undefined) {
    parts.push(formatPressure(pressure.systolic, pressure.diastolic))
  }
  parts.push(...(pressure?.others ?? components).map(formatComponent))
  if (members.length > 0) parts.push(formatPanel(observation, loadedIds))
  return parts.join('; ') || formatObservationValue(value)
}

/** Flags in words, joined by a comma; empty when nobody said anything, which isn't "normal" (D7). */
export function formatFlagList(flags: readonly Flag[]): string {
  return flags.map((flag) => flag.text).join(', ')
}

/** All flags of an Observation in words, those of components with their name: "Systolic: High" (D7). */
export function formatFlags(observation: Observation): string {
  return joinWithComponents(observation, ({ flags }) => formatFlagList(flags))
}

/** All reference ranges of an Observation in words, those of components with their name (D7). */
export function formatRanges(observation: Observation): string {
  return joinWithComponents(observation, ({ ranges }) => ranges.map(formatRange).join('; '))
}

/** Writes the categories of a result, by what `titles` calls them; a code without a title is shown as sent. */
export function formatCategories(
  { categories }: Observation,
  titles: ReadonlyMap<string, string>,
): string {
  return [...new Set(categories.map((code) => titles.get(code) ?? code))].join(', ')
}

/** One reference range: its meaning unless normal, limits or text as sent, and for whom it holds (D7). */
export function formatRange(range: ReferenceRange): string {
  const bounds = formatBounds(range.low, range.high)
  const text =
    range.text !== undefined && !repeatsBounds(range.text, range) ? formatSentText(range.text) : ''
  const words = [bounds, text].filter((one) => one !== '').join('; ')
  const qualifiers = [...range.appliesTo, ...(range.age === undefined ? [] : [range.age])]
  return (
    (range.type === undefined ? '' : `${range.type}: `) +
    words +
    (qualifiers.length === 0 ? '' : ` (${qualifiers.join(', ')})`)
  )
}

/** When it holds, no more precise than sent; "Date not recorded" when nothing says (D6). */
export function formatEffective(effective: Effective, locale?: string): string {
  switch (effective.kind) {
    case 'at':
      return formatFhirDate(effective.date, locale)
    case 'period':
      return formatPeriod(effective, locale)
    case 'timing':
      return effective.text
    case 'not-recorded':
      return effective.reason === undefined
        ? t('Date not recorded')
        : t('Date not recorded ({reason})', { reason: effective.reason })
  }
}

/** A status in plain words; an unrecognised one is "Status unknown" (D3). */
export function formatStatus(status: string): string {
  return wordsFor(STATUS_WORDS, status) ?? t('Status unknown')
}

function formatAmount({ amount, comparator }: Quantity): string {
  const digits = formatDecimalText(amount.text)
  if (comparator === 'ad') return t('enough to reach {amount}', { amount: digits })
  return (comparator === undefined ? '' : COMPARATORS[comparator]) + digits
}

function hasNoUnit(quantity: Quantity): boolean {
  return quantity.unit === undefined && quantity.ucum === undefined
}

function isSameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit
}

function formatRatio(numerator: Quantity | undefined, denominator: Quantity | undefined): string {
  const parts = [numerator, denominator]
  const isTitre =
    parts.every((part) => part !== undefined && part.unit === undefined) &&
    // "1:<40" is easily read as another number.
    denominator?.comparator === undefined
  return parts
    .map((part) => (part === undefined ? MISSING : formatQuantity(part)))
    .join(isTitre ? ':' : ' : ')
}

function formatComponent(component: ObservationComponent): string {
  return `${componentLabel(component)}: ${formatObservationValue(component.value)}`
}

function formatPressure(
  systolic: ObservationComponent | undefined,
  diastolic: ObservationComponent | undefined,
): string {
  const parts = [
    { label: t('Systolic'), value: systolic?.value },
    { label: t('Diastolic'), value: diastolic?.value },
  ]
  const quantities = parts.flatMap(({ value }) =>
    value?.kind === 'quantity' ? [value.quantity] : [],
  )
  const [first] = quantities
  const isOneUnit = first !== undefined && quantities.every((one) => isSameUnit(one, first))
  const pair = parts.map(({ value }) => {
    if (value?.kind !== 'quantity') return MISSING
    return isOneUnit ? formatAmount(value.quantity) : formatQuantity(value.quantity)
  })
  const unit = isOneUnit ? formatUnit(first.unit ?? t('(no unit given)')) : ''
  const missing = parts
    .filter(({ value }) => value?.kind !== 'quantity')
    .map(
      ({ label, value }) =>
        `${label}: ${value ? formatObservationValue(value) : t('not included')}`,
    )
  return [pair.join(' / '), unit, missing.length === 0 ? '' : `(${missing.join('; ')})`]
    .filter((piece) => piece !== '')
    .join(' ')
}

function joinWithComponents(
  observation: Observation,
  format: (part: Observation | ObservationComponent) => string,
): string {
  const named = observation.components.map((component) => {
    const words = format(component)
    return words === '' ? '' : `${componentLabel(component)}: ${words}`
  })
  return [format(observation), ...named].filter((words) => words !== '').join('; ')
}
