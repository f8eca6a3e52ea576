import type { SubjectName } from '../measure/subjects.ts'
import { drawBars, type Bar } from './bar-chart.ts'
import type { Results } from './results.ts'
import type { Summary } from './statistics.ts'

const names: Readonly<Record<SubjectName, string>> = {
  floor: 'the least (floor)',
  chartside: 'Chartside',
  tutorial: 'tutorial app',
  medplum: 'Medplum’s table',
}

/** The plots of a run, by the names of their files in `docs/images/`. */
export function toPlots({ launches, pages, sizes }: Results): ReadonlyMap<string, string> {
  const plots = new Map<string, string>()
  const add = (file: string, title: string, bars: readonly Bar[]) => {
    if (bars.length > 1) plots.set(file, drawBars(title, bars, names.chartside))
  }
  const ms = (found: Readonly<Partial<Record<SubjectName, Summary>>>): readonly Bar[] =>
    (Object.keys(names) as SubjectName[]).flatMap((subject) => {
      const value = found[subject]?.median
      return value === undefined
        ? []
        : [{ name: names[subject], value, label: `${value.toFixed(0)} ms` }]
    })
  const of = (part: 'first' | 'all', scenario: Results['pages'][keyof Results['pages']] = {}) =>
    ms(
      Object.fromEntries(
        Object.entries(scenario).map(([subject, result]) => [subject, result[part]]),
      ),
    )
  const launched = Object.entries(launches).map(([subject, { cold }]) => [subject, cold] as const)
  add(
    'performance-launch.svg',
    'From a launch to the first result, 40 ms a way, nothing cached',
    ms(Object.fromEntries(launched)),
  )
  add(
    'performance-first.svg',
    'To the first row of 10,000, 40 ms a way',
    of('first', pages.tenThousand),
  )
  add('performance-all.svg', 'To all of 10,000 rows, 40 ms a way', of('all', pages.tenThousand))
  add(
    'performance-slow.svg',
    'To the first row of 2,000, 10 Mbit/s, a quarter of the processor',
    of('first', pages.slowLine),
  )
  if (sizes)
    add(
      'performance-size.svg',
      'Scripts before the first row, compressed',
      (
        [
          ['React alone', sizes.react],
          ['minimal app', sizes.minimal],
          [names.chartside, sizes.record],
          [names.medplum, sizes.medplum],
          [names.tutorial, sizes.tutorial],
        ] as const
      ).map(([name, value]) => ({ name, value, label: `${(value / 1000).toFixed(1)} kB` })),
    )
  return plots
}
