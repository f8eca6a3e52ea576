import { createContext, useContext, useState } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { componentLabel } from '../../observations/blood-pressure.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { isQualifier } from '../../observations/details.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { ChangeMark } from '../../observations/record-changes.ts'
import type { Observation } from '../../observations/observation.ts'
import {
  formatEffective,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { RawReader, RawResource } from './raw-resource.tsx'

/** When it holds. Without a date it says so, and when it was reported, which is another thing (D6). */
export function DateCell({
  observation: { effective, issued },
  now,
  bornAt,
}: {
  readonly observation: Observation
  readonly now: number
  readonly bornAt: number | undefined
}) {
  const warning = dateWarning(effective, now, bornAt)
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

/** What is new or changed since an earlier load of the record. A context, so that only marked rows draw again. */
export const ChangeMarks = createContext<ReadonlyMap<string, ChangeMark> | undefined>(undefined)

function Mark({ id }: { readonly id: string }) {
  const mark = useContext(ChangeMarks)?.get(id)
  if (mark === undefined) return null
  return <span className="result-mark">{mark === 'new' ? 'New' : 'Changed'}</span>
}

/**
 * What it is, leading to its trend where it has one; about whom when that is not the patient (D8); and what qualifies
 * it, so that a temperature of the skin isn't read as any other (D5). Who made it and for what waits behind "More".
 */
export function NameCell({
  observation,
  seriesHref,
  onOpenTrend,
}: {
  readonly observation: Observation
  readonly seriesHref: (seriesId: string) => string
  readonly onOpenTrend: ((observationId: string) => void) | undefined
}) {
  const { id, name, focus, details = [], seriesId } = observation
  const qualifiers = details.filter(isQualifier)
  const others = details.filter((detail) => !isQualifier(detail))
  const hasRaw = useContext(RawReader) !== undefined
  // Hundreds of closed rows need no button each.
  const [isOpen, setIsOpen] = useState(false)
  const words = <bdi>{name}</bdi>
  return (
    <>
      {hasTrend(observation) ? (
        <a href={seriesHref(seriesId)} onClick={() => onOpenTrend?.(id)}>
          {words}
        </a>
      ) : (
        words
      )}
      <Mark id={id} />
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
      {(others.length > 0 || hasRaw) && (
        <details className="quiet" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>
            More<span className="visually-hidden"> about {name}</span>
          </summary>
          {others.length > 0 && <DefinitionList items={others} />}
          {isOpen && <RawResource observation={observation} />}
        </details>
      )}
    </>
  )
}

/** Words in parts that begin at the components, so that a long list is cut only between them. */
function partsOf(words: string, { components }: Observation): string[] {
  const parts: string[] = []
  let from = 0
  for (const component of components) {
    const at = words.indexOf(`; ${componentLabel(component)}: `, from)
    if (at < 0) continue
    parts.push(words.slice(from, at + 2))
    from = at + 2
  }
  return [...parts, words.slice(from)]
}

/**
 * The ids of all loaded results, by which a panel says how many of its members were not received (D5). Undefined while
 * more may come. A context, so that only panels draw again when it changes.
 */
export const LoadedIds = createContext<ReadonlySet<string> | undefined>(undefined)

function PanelValue({ observation }: { readonly observation: Observation }) {
  const loadedIds = useContext(LoadedIds)
  return <LongText text={partsOf(formatValue(observation, loadedIds), observation)} />
}

/** What it says, and what was noted on it. */
export function ValueCell({ observation }: { readonly observation: Observation }) {
  return (
    <>
      <span className="result-value">
        {observation.members.length > 0 ? (
          <PanelValue observation={observation} />
        ) : (
          <LongText text={partsOf(formatValue(observation), observation)} />
        )}
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
    <LongText text={partsOf(ranges, observation)} />
  )
}

/** The status; whatever is not final stands out (D3). */
export function StatusCell({ observation: { status } }: { readonly observation: Observation }) {
  return (
    <span className={status === 'final' ? undefined : 'result-status'}>{formatStatus(status)}</span>
  )
}
