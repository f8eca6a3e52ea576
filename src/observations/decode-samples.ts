import { readDecimal } from './decimal.ts'
import type { SampledData } from './observation.ts'
import { splitSamples } from './sampled-data.ts'

/**
 * One sample, `atMs` milliseconds after the first. Only `value` is a number, in the unit of the origin. `error` (E),
 * `below` (L) and `above` (U) the limit of detection are what the sender said; `unreadable` is anything else.
 */
export type Sample =
  | { readonly kind: 'value'; readonly atMs: number; readonly value: number }
  | { readonly kind: 'error' | 'below' | 'above' | 'unreadable'; readonly atMs: number }

/** The samples of one dimension, in order of time. */
export type SampleTrack = {
  readonly samples: readonly Sample[]
  /** Some point in time lacks samples, in this track or another: which ones are missing isn't known. */
  readonly isCutShort: boolean
}

const SPECIAL = new Map([
  ['E', 'error'],
  ['L', 'below'],
  ['U', 'above'],
] as const)

/** A decimal without rounding: `digits` / 10^`places`. */
type Exact = { readonly digits: bigint; readonly places: number }

/**
 * Decodes samples (FHIR R4 SampledData): the value is data × factor + origin, and the dimensions of a point in time
 * come one after the other. Gives a track for each dimension that has a sample; none when there are no samples.
 *
 * Reckoned with the decimal digits as sent, so that a value is the number nearest to the true one: 3 × 0.1 is 0.3.
 */
export function decodeSamples(data: SampledData): readonly SampleTrack[] {
  const { dimensions } = data
  const tokens = splitSamples(data.data)
  const timeOf = createClock(data.periodMs)
  const toValue = createScale(data)
  // Not simply one for each dimension: a sender may claim millions of them.
  const tracks = Array.from({ length: Math.min(dimensions, tokens.length) }, (): Sample[] => [])
  tokens.forEach((token, index) => {
    const atMs = timeOf(Math.floor(index / dimensions))
    const value = toValue(token)
    tracks[index % dimensions]?.push(
      value === undefined ? { kind: toKind(token), atMs } : { kind: 'value', atMs, value },
    )
  })
  const isCutShort = tokens.length % dimensions !== 0
  return tracks.map((samples) => ({ samples, isCutShort }))
}

/** Gives the time of a point in time, in milliseconds after the first. */
function createClock(periodMs: number): (point: number) => number {
  const period = toExact(String(periodMs))
  return (point) => {
    const product = point * periodMs
    // Between whole numbers that are held exactly, the product is exact as it is.
    if (Number.isInteger(periodMs) && Number.isSafeInteger(product)) return product
    return toNumber({ digits: BigInt(point) * period.digits, places: period.places })
  }
}

/** Gives what a token stands for; undefined when it is no decimal, or stands for more than a number can hold. */
function createScale(data: SampledData): (token: string) => number | undefined {
  const factor = toExact(String(data.factor))
  const origin = toExact(data.origin.amount.text)
  // A converter has a few thousand steps, so that long data says the same again and again.
  const known = new Map<string, number | undefined>()
  const scale = (token: string): number | undefined => {
    const text = readDecimal(token)?.text
    if (text === undefined) return undefined
    const sample = toExact(text)
    const product = {
      digits: sample.digits * factor.digits,
      places: sample.places + factor.places,
    }
    const places = Math.max(product.places, origin.places)
    const value = toNumber({ digits: widen(product, places) + widen(origin, places), places })
    return Number.isFinite(value) ? value : undefined
  }
  return (token) => {
    if (!known.has(token)) known.set(token, scale(token))
    return known.get(token)
  }
}

function toKind(token: string): 'error' | 'below' | 'above' | 'unreadable' {
  return SPECIAL.get(token as 'E') ?? 'unreadable'
}

/** Takes a FHIR decimal as text. One longer than a number is precise is taken as the number. */
function toExact(text: string): Exact {
  const sent = text.length <= 40 ? text : String(Number(text))
  const parts = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(sent)
  const [, whole = '0', part = '', exponent = '0'] = parts ?? []
  const places = part.length - Number(exponent)
  // Below what a number can hold, or a zero with an exponent.
  if (Math.abs(places) > 400) return { digits: 0n, places: 0 }
  const digits = BigInt(whole + part)
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places }
}

/** The digits of the same decimal with more places. */
function widen({ digits, places }: Exact, wanted: number): bigint {
  return wanted === places ? digits : digits * 10n ** BigInt(wanted - places)
}

function toNumber({ digits, places }: Exact): number {
  return Number(`${digits}e-${places}`)
}
