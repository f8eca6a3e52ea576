/**
 * One sample of a waveform, `atMs` milliseconds after the first. What has no value was an error, lay below or above the
 * limits of detection, or can't be read; it is never drawn as a number.
 */
export type WaveSample =
  | { readonly kind: 'value'; readonly atMs: number; readonly value: number }
  | { readonly kind: MissingKind; readonly atMs: number }

/** Why a sample has no value. */
type MissingKind = 'error' | 'below' | 'above' | 'unreadable'

/** The samples of one dimension, in order of time and at even intervals. */
export type WaveTrack = { readonly name: string; readonly samples: readonly WaveSample[] }

type Value = Extract<WaveSample, { kind: 'value' }>
/** Values that follow one another without a gap. */
export type Stretch = readonly Value[]
export type Missing = Exclude<WaveSample, { kind: 'value' }>

/** Up to this many samples are drawn one by one. */
const MOST_SAMPLES = 2000

/** Whether so many samples are reduced when they are drawn in so many buckets. */
export function isTooMany(count: number, buckets: number): boolean {
  return count > MOST_SAMPLES && count > buckets
}

/** A stretch, or what of it lies in one bucket. */
type Piece = Value[]

function piecesOf(samples: readonly WaveSample[], from: number, until: number): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece | undefined
  for (let index = from; index < until; index += 1) {
    const sample = samples[index]
    if (sample?.kind !== 'value') {
      piece = undefined
      continue
    }
    if (piece === undefined) pieces.push((piece = []))
    piece.push(sample)
  }
  return pieces
}

const lower = (a: Value, b: Value) => (b.value < a.value ? b : a)
const higher = (a: Value, b: Value) => (b.value > a.value ? b : a)

/** First, lowest, highest and last: what of a piece is seen when it is narrower than a line. */
function outlineOf(piece: Piece): Piece {
  const kept = new Set([
    piece[0],
    piece.reduce(lower),
    piece.reduce(higher),
    piece[piece.length - 1],
  ])
  return piece.length <= 4 ? piece : piece.filter((value) => kept.has(value))
}

/** Of many pieces in one bucket: the first and last, which go on beside it, and those with its extremes. */
function seenOf(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length <= 4) return pieces
  const all = pieces.flat()
  const [lowest, highest] = [all.reduce(lower), all.reduce(higher)]
  return pieces.filter(
    (piece, index) =>
      index === 0 ||
      index === pieces.length - 1 ||
      piece.includes(lowest) ||
      piece.includes(highest),
  )
}

/**
 * Gives the stretches to draw of the samples from `from` up to, not including, `until`. Up to 2,000 samples are all
 * kept. Of more, `buckets` parts of even length keep the lowest and highest value of each, so that no spike is lost,
 * and the values at both ends of every gap that is seen. No stretch goes on across a gap, however short.
 */
export function reduceSamples(
  samples: readonly WaveSample[],
  buckets: number,
  from = 0,
  until = samples.length,
): readonly Stretch[] {
  const count = until - from
  if (!isTooMany(count, buckets)) return piecesOf(samples, from, until)
  const stretches: Piece[] = []
  let isOpen = false
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const start = from + Math.floor((bucket * count) / buckets)
    const end = from + Math.floor(((bucket + 1) * count) / buckets)
    const pieces = seenOf(piecesOf(samples, start, end))
    for (const [index, piece] of pieces.entries()) {
      const outline = outlineOf(piece)
      const goesOn = index === 0 && isOpen && piece[0] === samples[start]
      if (goesOn) stretches[stretches.length - 1]?.push(...outline)
      else stretches.push(outline)
    }
    isOpen = samples[end - 1]?.kind === 'value'
  }
  return stretches
}

/**
 * Gives the samples without a value to mark, at most one of each kind in each of `buckets` parts, of the samples from
 * `from` up to, not including, `until`: marks upon one another would be no more to see.
 */
export function marksOf(
  samples: readonly WaveSample[],
  buckets: number,
  from = 0,
  until = samples.length,
): readonly Missing[] {
  const marks = new Map<string, Missing>()
  for (let index = from; index < until; index += 1) {
    const sample = samples[index]
    if (sample === undefined || sample.kind === 'value') continue
    const key = `${sample.kind} ${Math.floor(((index - from) * buckets) / (until - from))}`
    if (!marks.has(key)) marks.set(key, sample)
  }
  return [...marks.values()]
}

/** How many samples have no value, by why. */
export type MissingCounts = Readonly<Record<MissingKind, number>>

/** What of the tracks can be said in words: the lowest and highest value, and how many samples have none. */
export type WaveFigures = {
  readonly values: { readonly lowest: number; readonly highest: number } | undefined
  readonly missing: MissingCounts
}

/** Looks once at every sample. */
export function figuresOf(tracks: readonly Pick<WaveTrack, 'samples'>[]): WaveFigures {
  const missing = { error: 0, below: 0, above: 0, unreadable: 0 }
  let [lowest, highest] = [Infinity, -Infinity]
  for (const { samples } of tracks)
    for (const sample of samples) {
      if (sample.kind === 'value') {
        if (sample.value < lowest) lowest = sample.value
        if (sample.value > highest) highest = sample.value
      } else missing[sample.kind] += 1
    }
  return { values: lowest > highest ? undefined : { lowest, highest }, missing }
}
