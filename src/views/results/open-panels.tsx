import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { isResult, type ResultLine } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { resultsById, type ResultsById } from '../../observations/results-by-id.ts'
import { PanelMembers } from './panel-members.tsx'
import { Loaded, membersId, OpenPanelsContext, type OpenPanels } from './panel-value.tsx'

/** A line of the table: of the results, or the members of an open panel, which take the whole width below it. */
export type TableLine =
  ResultLine | { readonly kind: 'members'; readonly key: string; readonly observation: Observation }

const known = new WeakMap<Observation, TableLine>()

/** The line of a panel's members stays the same object, as that of the panel does. */
function toMembersLine(observation: Observation): TableLine {
  const key = `members ${observation.id}`
  const line = known.get(observation) ?? { kind: 'members', key, observation }
  known.set(observation, line)
  return line
}

/** Puts the members of each open panel below it. */
export function withMembers(
  lines: readonly ResultLine[],
  openIds: ReadonlySet<string>,
): readonly TableLine[] {
  if (openIds.size === 0) return lines
  return lines.flatMap((line): TableLine[] =>
    isResult(line) && openIds.has(line.id) ? [line, toMembersLine(line)] : [line],
  )
}

/** Which panels are open; for the whole of the table, so that scrolling, sorting and new pages leave them so. */
export function useOpenPanels(): OpenPanels {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return useMemo(() => {
    const toggle = (id: string) =>
      setIds((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      })
    return { ids, toggle }
  }, [ids])
}

type Results = {
  readonly byId: ResultsById
  readonly inError: ReadonlySet<string>
  readonly isLoading: boolean
}

const nothing: Results = { byId: resultsById([]), inError: new Set(), isLoading: true }
const Results = createContext(nothing)

/** The members of a panel, as far as they are loaded. */
export function LoadedMembers({ observation }: { readonly observation: Observation }) {
  return <PanelMembers observation={observation} {...useContext(Results)} />
}

/** The members of a panel that is open in the table. */
export function MembersLine({ observation }: { readonly observation: Observation }) {
  return (
    <div id={membersId(observation.id)}>
      <LoadedMembers observation={observation} />
    </div>
  )
}

type Props = {
  readonly observations: readonly Observation[]
  readonly enteredInError: readonly Observation[]
  readonly isLoading: boolean
  readonly panels: OpenPanels
  readonly children: ReactNode
}

/** Lets the rows know what is loaded and which panels are open. */
export function PanelsOf(props: Props) {
  const { observations, enteredInError, isLoading, panels, children } = props
  const byId = useMemo(() => resultsById(observations), [observations])
  const inError = useMemo(() => new Set(enteredInError.map(({ id }) => id)), [enteredInError])
  const results = useMemo(() => ({ byId, inError, isLoading }), [byId, inError, isLoading])
  const loaded = useMemo(() => {
    if (isLoading) return undefined
    return { received: { has: (id: string) => byId.has(id) || inError.has(id) }, inError }
  }, [isLoading, byId, inError])
  return (
    <OpenPanelsContext value={panels}>
      <Loaded value={loaded}>
        <Results value={results}>{children}</Results>
      </Loaded>
    </OpenPanelsContext>
  )
}
