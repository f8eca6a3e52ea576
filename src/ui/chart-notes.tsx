import { t } from '../language/t.ts'
import type { Drawing } from './chart-drawing.ts'

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
          {isThinned
            ? t(
                '{drawn} of {total} points are drawn; of flagged ones that lie close together, the highest and the lowest. The table holds all.',
                { drawn, total },
              )
            : t(
                '{drawn} of {total} points are drawn, all flagged ones among them. The table holds all.',
                { drawn, total },
              )}
        </p>
      )}
      {hasTooManyAreas && (
        <p className="quiet">
          {t("The laboratory's range changes too often here to be shaded. The table has each.")}
        </p>
      )}
    </>
  )
}
