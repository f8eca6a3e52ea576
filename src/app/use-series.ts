import { useEffect, useMemo, useState } from 'react'
import { buildSeries, type BuiltSeries, type SeriesOptions } from '../observations/build-series.ts'
import type { Observation } from '../observations/observation.ts'
import type { UnitConverter } from '../observations/unit-converter.ts'
import type { TrendAhead } from './trend-ahead.ts'

/** The Observations of a series; the same array while they are the same, whatever else arrives. */
function useOwn(observations: readonly Observation[], id: string): readonly Observation[] {
  const [own, setOwn] = useState<readonly Observation[]>([])
  const next = useMemo(
    () => observations.filter(({ seriesId }) => seriesId === id),
    [observations, id],
  )
  const isSame = useMemo(
    () => own.length === next.length && own.every((one, index) => one === next[index]),
    [own, next],
  )
  if (!isSame) setOwn(next)
  return isSame ? own : next
}

/**
 * Builds the trend that `id` names from a record, unless that was done ahead; anew only when something of it has
 * changed.
 */
export function useSeries(
  observations: readonly Observation[],
  id: string,
  { now, bornAt, person, convert }: SeriesOptions,
  ahead: TrendAhead,
): BuiltSeries | undefined {
  const own = useOwn(observations, id)
  return useMemo(() => {
    const options = { now, bornAt, person, convert }
    const taken = ahead.take(own, id, options)
    return taken === undefined ? buildSeries(own, id, options) : taken.series
  }, [own, id, now, bornAt, person, convert, ahead])
}

/** Loads the converter of units once it is wanted; undefined until it is there. Without it each unit has a chart of its own. */
export function useConverter() {
  const [convert, setConvert] = useState<UnitConverter>()
  const [isWanted, setIsWanted] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    import('../observations/unit-converter.ts').then(
      ({ convertUnits }) => setConvert(() => convertUnits),
      () => {},
    )
  }, [isWanted])
  return { convert, want: () => setIsWanted(true), isWanted }
}
