import { t } from '../language/t.ts'
import { isBound, type ChartLine } from './chart-rows.ts'
import { colourOf, strokeOf } from './chart-strokes.ts'
import { Theirs } from './theirs.tsx'

/** Which line is which, and what the shaded band means; drawn with the same stroke as in the chart. */
export function ChartLegend({ lines }: { readonly lines: readonly ChartLine[] }) {
  const hasBounds = lines.some(({ points }) => points.some(isBound))
  const hasFlags = lines.some(({ points }) => points.some(({ isFlagged }) => isFlagged === true))
  return (
    <>
      <ul className="chart-legend">
        {lines.map(({ key, name, bands }, index) => (
          <li key={key}>
            <svg width="34" height="12" aria-hidden="true">
              {bands !== undefined && (
                <rect width="34" height="12" className="chart-band" fill={colourOf(index)} />
              )}
              <line x1="0" x2="34" y1="6" y2="6" {...strokeOf(index)} />
            </svg>
            <Theirs>{name}</Theirs>
            {bands !== undefined && (
              <span className="quiet">{t('shaded: {range}', { range: bands.text })}</span>
            )}
          </li>
        ))}
      </ul>
      {hasFlags && <p className="quiet">{t('A filled diamond is a result that is flagged.')}</p>}
      {hasBounds && (
        <p className="quiet">
          {t(
            'A triangle pointing down is a result below that value, one pointing up a result above it.',
          )}
        </p>
      )}
    </>
  )
}
