import { useEffect, useMemo, useState } from 'react'
import { buildSeries, type BuiltSeries, type SeriesOptions } from '../observations/build-series.ts'
import type { Observation } from '../observations/observation.ts'
import type { UnitConverter } from '../observations/unit-converter.ts'

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

/** Builds the trend that `id` names from a record; anew only when something of it has changed. */
export function useSeries(
  observations: readonly Observation[],
  id: string,
  { now, bornAt, person, convert }: SeriesOptions,
): BuiltSeries | undefined {
  const own = useOwn(observations, id)
  return useMemo(
    () => buildSeries(own, id, { now, bornAt, person, convert }),
    [own, id, now, bornAt, person, convert],
  )
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
