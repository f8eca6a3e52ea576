import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { componentLabel } from '../../observations/blood-pressure.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { Flag, Observation } from '../../observations/observation.ts'
import {
  formatEffective,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { LongText } from '../../ui/long-text.tsx'

/** When it holds. Without a date it says so, and when it was reported, which is another thing (D6). */
export function DateCell({
  observation: { effective, issued },
  now,
}: {
  readonly observation: Observation
  readonly now: number
}) {
  const warning = dateWarning(effective, now, undefined)
  return (
    <>
      {formatEffective(effective)}
      {effective.kind === 'not-recorded' && issued !== undefined && (
        <p className="quiet">Reported {formatFhirDate(issued)}</p>
      )}
      {warning !== undefined && <p className="result-caution">Check: {warning}</p>}
    </>
  )
}

/** What changes how a result is read, and so always shows; who made it and for what waits behind "More" (D5, D8). */
const QUALIFIERS = ['Marked', 'Body site', 'Body position', 'Method', 'Device', 'Specimen']

/**
 * What it is, leading to its trend where it has one; about whom when that is not the patient (D8); and what qualifies
 * it, so that a temperature of the skin isn't read as any other (D5).
 */
export function NameCell({
  observation,
  seriesHref,
}: {
  readonly observation: Observation
  readonly seriesHref: (seriesId: string) => string
}) {
  const { name, focus, details = [], seriesId } = observation
  const qualifiers = details.filter(({ label }) => QUALIFIERS.includes(label))
  const others = details.filter(({ label }) => !QUALIFIERS.includes(label))
  const words = <bdi>{name}</bdi>
  return (
    <>
      {hasTrend(observation) ? <a href={seriesHref(seriesId)}>{words}</a> : words}
      {focus !== undefined && (
        <p className="result-caution">
          About: <bdi>{focus}</bdi>
        </p>
      )}
      {qualifiers.map(({ label, text }) => (
        <p key={label} className="quiet">
          {label}: <bdi>{text}</bdi>
        </p>
      ))}
      {others.length > 0 && (
        <details className="quiet">
          <summary>
            More<span className="visually-hidden"> about {name}</span>
          </summary>
          <DefinitionList items={others} />
        </details>
      )}
    </>
  )
}

/** What it says, and what was noted on it. */
export function ValueCell({ observation }: { readonly observation: Observation }) {
  return (
    <>
      <span className="result-value">
        <LongText text={formatValue(observation)} />
      </span>
      {observation.notes.map((note, index) => (
        <div key={index} className="quiet">
          Note: <LongText text={note} />
        </div>
      ))}
    </>
  )
}

/** The laboratory's ranges, all of them; a dash, and words for a screen reader, when it gave none. */
export function RangeCell({ observation }: { readonly observation: Observation }) {
  const ranges = formatRanges(observation)
  return ranges === '' ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">No range given</span>
    </>
  ) : (
    <LongText text={ranges} />
  )
}

const ARROWS = { high: '▲', low: '▼' } as const

function symbolOf({ level, direction }: Flag): string {
  const arrow = direction === undefined ? '' : ARROWS[direction]
  if (level === 'critical') return `‼${arrow}`
  return arrow === '' && level === 'abnormal' ? '◆' : arrow
}

/** The laboratory's flags in words, with a symbol beside them; nothing when it gave none, as that doesn't mean normal (D7). */
export function FlagCell({
  observation: { flags, components },
}: {
  readonly observation: Observation
}) {
  const all = [
    ...flags.map((flag) => ({ of: undefined, flag })),
    ...components.flatMap((component) =>
      component.flags.map((flag) => ({ of: componentLabel(component), flag })),
    ),
  ]
  return all.map(({ of, flag }, index) => (
    <p key={index} className={`flag-${flag.level}`}>
      {of !== undefined && (
        <>
          <bdi>{of}</bdi>
          {': '}
        </>
      )}
      <span aria-hidden="true">{symbolOf(flag)}</span> <bdi>{flag.text}</bdi>
    </p>
  ))
}

/** The status; whatever is not final stands out (D3). */
export function StatusCell({ observation: { status } }: { readonly observation: Observation }) {
  return (
    <span className={status === 'final' ? undefined : 'result-status'}>{formatStatus(status)}</span>
  )
}
