import { createContext, useContext } from 'react'
import type { Observation } from '../../observations/observation.ts'
import { idOf, partsOf, withoutParts, type LoadedIds } from '../../observations/panel.ts'
import { formatValue } from '../../observations/words.ts'
import { formatNumberOf } from '../../ui/format-count.ts'
import { LongText } from '../../ui/long-text.tsx'
import { wordParts } from './word-parts.ts'

/** By which a panel says what of its members is there (D5). */
export type LoadedResults = {
  /** The ids of all that was received, what was entered in error too. */
  readonly received: LoadedIds
  /** The ids of what was entered in error, which is no data (D3). */
  readonly inError: LoadedIds
}

/** Undefined while more may come. A context, so that only panels draw again when it changes. */
export const Loaded = createContext<LoadedResults | undefined>(undefined)

/** Which panels are open, by their ids, and how one is opened or closed. Kept above the rows, which come and go. */
export type OpenPanels = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
}

/** Undefined where panels aren't opened in place. */
export const OpenPanelsContext = createContext<OpenPanels | undefined>(undefined)

/** How many members and components a result is made of; 0 for one that is a single value. */
export function panelSize(observation: Observation): number {
  return observation.members.length + partsOf(observation).length
}

/** The id of the element that holds the members of a panel, for the button that shows them. */
export const membersId = (id: string) => `members-of-${id}`

function Toggle({ observation, panels }: { observation: Observation; panels: OpenPanels }) {
  const { id, name, categories, members } = observation
  const isOpen = panels.ids.has(id)
  const noun = categories.includes('survey') ? 'answer' : members.length > 0 ? 'member' : 'part'
  return (
    <button
      type="button"
      className="button-small panel-toggle"
      aria-expanded={isOpen}
      aria-controls={isOpen ? membersId(id) : undefined}
      onClick={() => panels.toggle(id)}
    >
      <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
      {`${isOpen ? 'Hide' : 'Show'} ${formatNumberOf(panelSize(observation), noun)} `}
      <span className="visually-hidden">of {name}</span>
    </button>
  )
}

/** What a panel says: its own value, how many members it has and how many of them are missing, and a way to open it. */
export function PanelValue({ observation }: { readonly observation: Observation }) {
  const loaded = useContext(Loaded)
  const panels = useContext(OpenPanelsContext)
  const isOpen = panels?.ids.has(observation.id) === true
  // Its parts stand below once it is open.
  const shown = isOpen ? withoutParts(observation) : observation
  const inError = observation.members.filter((one) => loaded?.inError.has(idOf(one)) === true)
  return (
    <>
      <LongText text={wordParts(formatValue(shown, loaded?.received), shown)} />
      {inError.length > 0 && (
        <p className="quiet">
          {formatNumberOf(inError.length, 'member')} entered in error, left out
        </p>
      )}
      {panels && <Toggle observation={observation} panels={panels} />}
    </>
  )
}
