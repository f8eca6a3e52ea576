import { endOf, formatFhirDate, startOf, type FhirDate } from '../fhir/fhir-date.ts'
import type { Key } from '../language/catalogue.ts'
import { formatDecimalText } from '../language/decimal-mark.ts'
import { key, t } from '../language/t.ts'
import { subtractDecimals } from './decimal-difference.ts'
import { isOfSite } from './details.ts'
import { toDay } from './day.ts'
import { dateOf, effectivePoint } from './effective.ts'
import { glancePartsOf, type GlancePart } from './glance-parts.ts'
import type { Effective, Observation, Quantity } from './observation.ts'
import { reasonAgainst } from './trend-parts.ts'
import { formatQuantity } from './words.ts'

/**
 * Says how a result differs from the one before it, in words: "2 kg more than on Jan 3, 2025". Only where that is
 * certain: all numbers of both are exact, of one test made in one way at one site, in one unit, standing, and one holds before the
 * other (D3, D4, D5, D6); undefined in every other case.
 */
export function formatChange(
  latest: Observation,
  previous: Observation,
  locale?: string,
): string | undefined {
  if (reasonAgainst(latest) !== undefined || reasonAgainst(previous) !== undefined) return undefined
  const [before, after] = [effectivePoint(previous.effective), dateOf(latest.effective)]
  if (before === undefined || after === undefined || endOf(before) > startOf(after))
    return undefined
  const [now, then] = [glancePartsOf(latest), glancePartsOf(previous)]
  const isAlike = sitesOf(latest) === sitesOf(previous)
  const isPair =
    isAlike && now.length === then.length && now.every(({ key }, at) => then[at]?.key === key)
  if (!isPair || now.length === 0) return undefined
  const when = formatWhen(previous.effective, after, locale)
  const differences = now.map(({ name, place }, at) => {
    const other = then[at]?.place
    const isExact = place.bound === 'exact' && other?.bound === 'exact'
    return isExact ? { name, words: differenceOf(place.quantity, other.quantity) } : undefined
  })
  const known = differences.filter((one) => one?.words !== undefined)
  if (known.length < now.length) return undefined
  const changed = known.filter((one) => one?.words !== '')
  if (changed.length === 0) return t('The same as {when}', { when })
  const change = changed
    .map((one, at) => {
      const { name = '', words = '' } = one ?? {}
      return name === '' ? words : t(SAID[name][at === 0 ? 0 : 1], { change: words })
    })
    .join(', ')
  // One half of a blood pressure may be the same.
  const same = known.find((one) => one?.words === '')?.name ?? ''
  return t(SAME[same], { change, when })
}

/** A change of one half of a blood pressure, as it begins a sentence and as it goes on with one. */
const SAID = {
  Systolic: [key('Systolic {change}'), key('systolic {change}')],
  Diastolic: [key('Diastolic {change}'), key('diastolic {change}')],
} as const

/** A change of the whole, with the half that is the same. */
const SAME: Readonly<Record<GlancePart['name'], Key>> = {
  '': key('{change} than {when}'),
  Systolic: key('{change} than {when}; systolic the same'),
  Diastolic: key('{change} than {when}; diastolic the same'),
}

/** Where on the body and in which position it was measured: nothing is said across two of them (D5). */
function sitesOf({ details = [] }: Observation): string {
  const sites = details.filter(isOfSite)
  return JSON.stringify(sites.map(({ label, text }) => [label, text]))
}

/** "2 kg more"; empty for the same number, undefined where it can't be reckoned. */
function differenceOf(latest: Quantity, previous: Quantity): string | undefined {
  const text = subtractDecimals(latest.amount.text, previous.amount.text)
  if (text === undefined || text === '0') return text === undefined ? undefined : ''
  const size = text.replace('-', '')
  // "2 % more" might be meant of the number before.
  const isShare = latest.unit === '%' || latest.ucum === '%'
  const amount = { text: size, number: Number(size) }
  const words = isShare ? formatShare(size) : formatQuantity({ ...latest, amount })
  return text.startsWith('-')
    ? t('{amount} less', { amount: words })
    : t('{amount} more', { amount: words })
}

function formatShare(size: string): string {
  const share = formatDecimalText(size)
  return size === '1'
    ? t('{share} percentage point', { share })
    : t('{share} percentage points', { share })
}

/** By the day, unless it is the day of the other: the time would only lengthen the line. */
function formatWhen(effective: Effective, after: FhirDate, locale: string | undefined): string {
  if (effective.kind === 'period') return t('in the period before')
  const date = dateOf(effective)
  if (date === undefined) return t('before|a result before another')
  const isSameDay = toDay(date).text === toDay(after).text
  const isWide = date.kind === 'calendar' && date.precision !== 'day'
  const day = formatFhirDate(isSameDay ? date : toDay(date), locale)
  return isWide ? t('in {month}', { month: day }) : t('on {date}', { date: day })
}
