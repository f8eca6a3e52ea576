import { createContext, useContext } from 'react'
import { currentSpeech } from '../../language/language.ts'
import { t, tn } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import { idOf, partsOf, withoutParts, type LoadedIds } from '../../observations/panel.ts'
import { formatValue } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { valueLanguage } from '../shared/value-language.ts'
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

/** What a panel is made of, by what it is. */
const TOGGLES = {
  answers: {
    show: (count: number) => tn(count, 'Show {n} answer', 'Show {n} answers'),
    hide: (count: number) => tn(count, 'Hide {n} answer', 'Hide {n} answers'),
  },
  members: {
    show: (count: number) => tn(count, 'Show {n} member', 'Show {n} members'),
    hide: (count: number) => tn(count, 'Hide {n} member', 'Hide {n} members'),
  },
  parts: {
    show: (count: number) => tn(count, 'Show {n} part', 'Show {n} parts'),
    hide: (count: number) => tn(count, 'Hide {n} part', 'Hide {n} parts'),
  },
}

function Toggle({ observation, panels }: { observation: Observation; panels: OpenPanels }) {
  const { id, name, categories, members } = observation
  const isOpen = panels.ids.has(id)
  const what = categories.includes('survey') ? 'answers' : members.length > 0 ? 'members' : 'parts'
  const closed = currentSpeech().direction === 'rtl' ? '◂' : '▸'
  return (
    <button
      type="button"
      className="button-small panel-toggle"
      aria-expanded={isOpen}
      aria-controls={isOpen ? membersId(id) : undefined}
      onClick={() => panels.toggle(id)}
    >
      <span aria-hidden="true">{isOpen ? '▾' : closed}</span>{' '}
      {TOGGLES[what][isOpen ? 'hide' : 'show'](panelSize(observation))}{' '}
      <span className="visually-hidden">
        {t('of {name}|after a number of answers, members or parts', { name })}
      </span>
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
      <LongText
        text={wordParts(formatValue(shown, loaded?.received), shown)}
        lang={valueLanguage(shown, shown)}
      />
      {inError.length > 0 && (
        <p className="quiet">
          {tn(
            inError.length,
            '{n} member entered in error, left out',
            '{n} members entered in error, left out',
          )}
        </p>
      )}
      {panels && <Toggle observation={observation} panels={panels} />}
    </>
  )
}
