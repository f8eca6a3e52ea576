import { lazy, Suspense, useMemo } from 'react'
import { t } from '../../language/t.ts'
import type { Series } from '../../observations/series.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { toFigures } from './figures.ts'

function ChartUnavailable() {
  return (
    <Message kind="warning" title={t('The chart could not be loaded')}>
      {t('The same values are in the table below. Reload the page to try again.')}
    </Message>
  )
}

const importChart = () => import('../../ui/chart-stack.tsx')

/** Fetches the code of the charts before one is to be drawn. */
export const preloadChart = (): void => void importChart().catch(() => {})

const ChartStack = lazy(() =>
  importChart().then(
    (module) => ({ default: module.ChartStack }),
    () => ({ default: ChartUnavailable as typeof import('../../ui/chart-stack.tsx').ChartStack }),
  ),
)

/** The charts of the series shown, over the same time: one for each unit of each. */
export function TrendFigures({
  shown,
  span,
  onSelect,
}: {
  readonly shown: readonly Series[]
  readonly span: TimeSpan
  readonly onSelect: (span: TimeSpan) => void
}) {
  const figures = useMemo(() => shown.map((series) => toFigures(series, span)), [shown, span])
  const charts = useMemo(() => figures.flat(), [figures])
  return (
    <div className="trend-figures">
      {figures.some(({ length }) => length > 1) && (
        <p className="quiet">
          {t('These results have different units, so each unit has a chart of its own.')}
        </p>
      )}
      <Suspense
        fallback={
          <div className="card trend-figure">
            <Loading>{t('Loading the chart…')}</Loading>
          </div>
        }
      >
        <ChartStack charts={charts} span={span} onSelect={onSelect} />
      </Suspense>
    </div>
  )
}
