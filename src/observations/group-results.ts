import type { Coding } from '../fhir/coding.ts'
import { t } from '../language/t.ts'
import { formatFhirDate, readFhirDate, startOf } from '../fhir/fhir-date.ts'
import { dayText } from './day.ts'
import { dateOf } from './effective.ts'
import type { Observation } from './observation.ts'
import { idOf } from './panel.ts'
import { formatEffective } from './words.ts'

/** By what results may stand together. */
export const groupings = ['none', 'test', 'day', 'panel'] as const
export type Grouping = (typeof groupings)[number]

/** A line of a list of results that names those after it. */
type HeadingLine = {
  readonly kind: 'heading'
  readonly key: string
  readonly title: string
  /** Of a group by test, the codes that its title came with. */
  readonly codings: readonly Coding[]
  /** The language of that title, where the sender says which. */
  readonly language?: string | undefined
  readonly count: number
}

/**
 * A line of a list of results: a heading over some of them, or a result. A result is its own line: fifty thousand more
 * objects cost more than all else that is done before rows are drawn.
 */
export type ResultLine = HeadingLine | Observation

/** Whether a line is a result; what is none says its kind. */
export const isResult = (line: Observation | { readonly kind: string }): line is Observation =>
  !('kind' in line)

/**
 * Puts results under headings, each once, in their order; the groups come in the order of their first results.
 *
 * - `test`: what is one trend (D5)
 * - `day`: the calendar day in the viewer's zone; a partial date is a group of its own, and so is no date (D6)
 * - `panel`: a panel with its members that are among the results (FHIR R4 Observation.hasMember, D5), then all others
 */
export function groupResults(
  observations: readonly Observation[],
  by: Grouping,
): readonly ResultLine[] {
  if (by === 'none') return observations
  const { keyOf, titleOf } =
    by === 'panel' ? byPanel(observations) : by === 'day' ? BY_DAY : BY_TEST
  const groups = new Map<string, Observation[]>()
  for (const observation of observations) {
    const key = keyOf(observation)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [observation])
    else members.push(observation)
  }
  const lines: ResultLine[] = []
  for (const [key, members] of groups) {
    const [first] = members
    lines.push({
      kind: 'heading',
      key: `heading ${key}`,
      // Put in words when it is drawn: of thousands of days, few are ever in sight.
      get title() {
        return first === undefined ? '' : titleOf(first)
      },
      codings: by === 'test' ? (first?.codings ?? []) : [],
      language: by === 'test' ? first?.language : undefined,
      count: members.length,
    })
    for (const member of members) lines.push(member)
  }
  return lines
}

/** Which group a result is in, and what the group of a result is called. */
type Placing = {
  readonly keyOf: (observation: Observation) => string
  readonly titleOf: (observation: Observation) => string
}

const BY_TEST: Placing = { keyOf: ({ seriesId }) => seriesId, titleOf: ({ name }) => name }

const BY_DAY: Placing = {
  keyOf: (observation) => dayOf(observation) ?? 'none',
  titleOf: (observation) => {
    const day = readFhirDate(dayOf(observation)) ?? dateOf(observation.effective)
    return day === undefined ? t('Date not recorded') : formatFhirDate(day)
  },
}

/** A partial date as sent; of a time, the day: the viewer's for a moment, as written for a time without a zone. */
function dayOf({ effective }: Observation): string | undefined {
  const date = dateOf(effective)
  if (date === undefined || date.kind === 'calendar') return date?.text
  return dayText(startOf(date))
}

/** A panel's members stand with it; one that is in several stands with the first. */
function byPanel(observations: readonly Observation[]): Placing {
  const panels = new Map<string, Observation>()
  for (const panel of observations) {
    for (const reference of panel.members) {
      const id = idOf(reference)
      if (!panels.has(id)) panels.set(id, panel)
    }
  }
  const panelOf = (observation: Observation) =>
    observation.members.length > 0 ? observation : panels.get(observation.id)
  return {
    keyOf: (observation) => {
      const panel = panelOf(observation)
      return panel === undefined ? 'none' : `panel ${panel.id}`
    },
    titleOf: (observation) => {
      const panel = panelOf(observation)
      return panel === undefined
        ? t('Not in a panel')
        : `${panel.name}, ${formatEffective(panel.effective)}`
    },
  }
}
