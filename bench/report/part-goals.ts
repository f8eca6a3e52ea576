import { ahead, count, ms, ratio, type Goal } from './goal.ts'
import type { Results } from './results.ts'
import { ratioOf } from './statistics.ts'

/** Holds components, and what is done in the table of all results, to the goals G13 to G16. */
export function partGoals({ parts, operations }: Results): readonly Goal[] {
  return [...(parts ? mountGoals(parts) : []), ...(operations ? operationGoals(operations) : [])]
}

function mountGoals({ table, trend, sparklines }: NonNullable<Results['parts']>): readonly Goal[] {
  const { thousand, fiftyThousand, plain } = table
  const { fiveThousand, twentyThousand } = trend
  return [
    ratio(
      'G13',
      'table of 50,000 to one of 1,000',
      ratioOf(fiftyThousand.layout, thousand.layout),
      1.3,
    ),
    count('G13', 'elements of a table of 50,000', fiftyThousand.elements, 600),
    ahead(
      'G13',
      'a plain table of 50,000 to ours',
      ratioOf(plain.painted, fiftyThousand.painted),
      100,
    ),
    ratio(
      'G14',
      'trend of 20,000 points to one of 5,000',
      ratioOf(twentyThousand.layout, fiveThousand.layout),
      1.2,
    ),
    ratio(
      'G14',
      'the same to recharts with all its points',
      ratioOf(twentyThousand.layout, trend.plain.layout),
      0.1,
    ),
    ms('G14', 'a move of the mouse over 20,000 points', trend.hover.median, 8),
    ...(sparklines.uplot
      ? [
          ratio(
            'G15',
            '20 sparklines to uPlot’s',
            ratioOf(sparklines.ours.layout, sparklines.uplot.layout),
            2,
          ),
        ]
      : []),
  ]
}

function operationGoals({
  search,
  sort,
  scroll,
}: NonNullable<Results['operations']>): readonly Goal[] {
  return [
    ratio('G13', 'scrolling 50,000, to an idle frame', scroll.frame / scroll.idle, 1.25),
    ms('G16', 'sorting 50,000', sort.layout.median, 100),
    ms('G16', 'searching 50,000, a letter', search.layout.median, 16),
  ]
}
