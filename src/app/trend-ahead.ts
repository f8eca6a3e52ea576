import { useEffect, useRef, useState } from 'react'
import type { BuiltSeries, SeriesOptions } from '../observations/build-series.ts'
import type { Observation } from '../observations/observation.ts'
import { preloadTrend } from './lazy-pages.ts'
import { trendPath } from './paths.ts'

type Ahead = {
  readonly id: string
  readonly observations: readonly Observation[]
  readonly options: SeriesOptions
  readonly series: BuiltSeries | undefined
}

/** The trend that is about to be opened, built while its link is being pressed; at most one. */
export type TrendAhead = {
  /** Gives what was built of exactly these Observations, which are those of the series, by the same options. */
  readonly take: (
    observations: readonly Observation[],
    id: string,
    options: SeriesOptions,
  ) => Pick<Ahead, 'series'> | undefined
}

/**
 * Makes ready what a trend needs before its link is followed: its code when the pointer or the focus comes to the link,
 * its points when the button goes down, as it takes a while to come up again. Everything else of the record is as it was.
 * Gives the element to listen in, and what has been built; both last as long as the session's pages.
 */
export function useTrendAhead(
  sessionId: string,
  observations: readonly Observation[],
  options: SeriesOptions,
): { readonly ahead: TrendAhead; readonly setArea: (area: HTMLElement | null) => void } {
  const [area, setArea] = useState<HTMLElement | null>(null)
  const latest = useRef({ sessionId, observations, options })
  const built = useRef<Ahead>(undefined)
  const [ahead] = useState<TrendAhead>(() => ({
    take: (own, id, asked) => {
      const one = built.current
      const isIt =
        one !== undefined &&
        one.id === id &&
        isSameBy(one.options, asked) &&
        one.observations.length === own.length &&
        one.observations.every((observation, index) => observation === own[index])
      return isIt ? one : undefined
    },
  }))
  useEffect(() => {
    latest.current = { sessionId, observations, options }
  })
  useEffect(() => {
    if (area === null) return
    const idOf = ({ target }: Event): string | undefined => {
      const start = `#${trendPath(latest.current.sessionId, '')}`
      const hash = target instanceof Element ? target.closest('a')?.hash : undefined
      return hash?.startsWith(start) === true ? hash.slice(start.length).split('?')[0] : undefined
    }
    const onNear = (event: Event) => {
      if (idOf(event) !== undefined) preloadTrend()
    }
    const onPress = async (event: PointerEvent) => {
      const id = idOf(event)
      // A finger that comes down may be about to scroll, which must not have to wait.
      if (id === undefined || event.button !== 0 || event.pointerType === 'touch') return
      const { buildSeries } = await import('../observations/build-series.ts')
      const { observations: all, options: by } = latest.current
      const own = all.filter(({ seriesId }) => seriesId === id)
      built.current = { id, observations: own, options: by, series: buildSeries(own, id, by) }
    }
    const press = (event: PointerEvent) => void onPress(event).catch(() => {})
    area.addEventListener('pointerover', onNear)
    area.addEventListener('focusin', onNear)
    area.addEventListener('pointerdown', press)
    return () => {
      area.removeEventListener('pointerover', onNear)
      area.removeEventListener('focusin', onNear)
      area.removeEventListener('pointerdown', press)
    }
  }, [area])
  return { ahead, setArea }
}

function isSameBy(a: SeriesOptions, b: SeriesOptions): boolean {
  return (
    a.now === b.now && a.bornAt === b.bornAt && a.person === b.person && a.convert === b.convert
  )
}
