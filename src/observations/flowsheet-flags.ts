import { key, t } from '../language/t.ts'
import { flagsInCell, type RowOfCell } from './flowsheet-words.ts'
import type { FlowsheetEntry } from './flowsheet.ts'
import type { Flag } from './observation.ts'

/** A flag as a cell shows it: a shape, and letters or the sender's words; the words in full beside it. */
export type ShortFlag = {
  readonly level: Flag['level']
  readonly symbol: string
  readonly letters: string
  readonly words: string
}

const ARROWS = { high: '▲', low: '▼' } as const
/** By the letters that laboratories print; each language has its own. */
const LETTERS = { high: key('H|short for high'), low: key('L|short for low') }
const CRITICAL = {
  high: key('HH|short for critically high'),
  low: key('LL|short for critically low'),
}
const LEVELS: readonly Flag['level'][] = ['critical', 'abnormal', 'other', 'normal']

/**
 * Writes a flag short: "▲ H", "‼▼ LL", "◆ A". What isn't high or low keeps the sender's words, and is never taken for
 * normal (D7); normal has no shape.
 */
export function shortFlag({ level, direction, text }: Flag): ShortFlag {
  const arrow = direction === undefined ? '' : ARROWS[direction]
  const common = { level, words: text }
  switch (level) {
    case 'critical':
      return {
        ...common,
        symbol: `‼${arrow}`,
        letters: direction === undefined ? '!' : t(CRITICAL[direction]),
      }
    case 'abnormal':
      return {
        ...common,
        symbol: arrow === '' ? '◆' : arrow,
        letters: t(direction === undefined ? key('A|short for abnormal') : LETTERS[direction]),
      }
    case 'other':
      return { ...common, symbol: '•', letters: text }
    case 'normal':
      return { ...common, symbol: '', letters: '' }
  }
}

/** The flags of an entry, the gravest first, each once. */
export function entryFlags(
  entry: FlowsheetEntry,
  row: Pick<RowOfCell, 'partIds'>,
): readonly ShortFlag[] {
  const flags = flagsInCell(entry, row)
  if (flags.length === 0) return []
  const unique = new Map(flags.map((flag) => [flag.text, flag]))
  return [...unique.values()].toSorted(compareLevels).map(shortFlag)
}

/**
 * The gravest flag among the results of a cell that it has no room for: one that is critical must not hide behind "+2".
 * Undefined when none is abnormal or critical.
 */
export function hiddenFlag(
  entries: readonly FlowsheetEntry[],
  row: Pick<RowOfCell, 'partIds'>,
): ShortFlag | undefined {
  const [gravest] = entries
    .slice(1)
    .flatMap((entry) => entryFlags(entry, row))
    .toSorted(compareLevels)
  return gravest?.level === 'critical' || gravest?.level === 'abnormal' ? gravest : undefined
}

function compareLevels(a: Pick<Flag, 'level'>, b: Pick<Flag, 'level'>): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)
}
