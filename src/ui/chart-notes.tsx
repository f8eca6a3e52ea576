import type { Drawing } from './chart-drawing.ts'
import { formatCount } from './format-count.ts'

/** Says what of the data is not drawn. */
export function ChartNotes({
  drawing: { drawn, total, isThinned, hasTooManyAreas },
}: {
  readonly drawing: Drawing
}) {
  return (
    <>
      {drawn < total && (
        <p className="quiet">
          {formatCount(drawn)} of {formatCount(total)} points are drawn
          {isThinned
            ? '; of flagged ones that lie close together, the highest and the lowest'
            : ', all flagged ones among them'}
          . The table holds all.
        </p>
      )}
      {hasTooManyAreas && (
        <p className="quiet">
          The laboratory&apos;s range changes too often here to be shaded. The table has each.
        </p>
      )}
    </>
  )
}
