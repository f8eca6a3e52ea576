import { ANALYTES } from './analyte-table.ts'
import type { RowDraft } from './flowsheet-drafts.ts'
import { idOf } from './panel.ts'

/** A row with what its place depends on. */
export type PlacedDraft = {
  readonly draft: RowDraft
  /** The category it stands under; undefined without any. */
  readonly category: string | undefined
  readonly categoryRank: number
  /** Its place among the vital signs; Infinity elsewhere and for others. */
  readonly vitalRank: number
  /** The panel it belongs to: its own name and id when it is one, or belongs to none. */
  readonly panelName: string
  readonly panelId: string
}

/** Gives a category's place among others; ties, as of all that aren't listed, are broken by the code. */
export type CategoryRank = (code: string) => number

/** The table of tests begins with the vital signs, in the order of a chart: pressure, pulse, breathing, … */
const VITAL_RANKS: ReadonlyMap<string, number> = new Map(
  ANALYTES.map(({ codes }, index) => [`loinc-${codes[0] ?? ''}`, index]),
)
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function categoryRanker(categories: readonly string[]): CategoryRank {
  const ranks = new Map(categories.map((code, index) => [code, index]))
  return (code) => ranks.get(code) ?? categories.length
}

/**
 * Says of each row under which category and beside which panel it stands. A test that is in several panels stands with
 * the first of them by name, whatever the order of the results.
 */
export function findPanels(drafts: readonly RowDraft[], rank: CategoryRank): PlacedDraft[] {
  const panelOf = panelsByMember(drafts)
  return drafts.map((draft) => {
    const { seriesId, newest, categories } = draft
    const [category] = [...categories].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    const panel = draft.panels.length > 0 ? draft : (panelOf.get(draft) ?? draft)
    return {
      draft,
      category,
      categoryRank: category === undefined ? Infinity : rank(category),
      vitalRank: category === 'vital-signs' ? (VITAL_RANKS.get(seriesId) ?? Infinity) : Infinity,
      panelName: category === 'laboratory' ? panel.newest.name : newest.name,
      panelId: category === 'laboratory' ? panel.seriesId : seriesId,
    }
  })
}

/** Orders rows: by category, vital signs as in a chart, else by panel, the panel first, then by name. */
export function compareDrafts(a: PlacedDraft, b: PlacedDraft): number {
  return (
    compareNumbers(a.categoryRank, b.categoryRank) ||
    compareText(a.category ?? '', b.category ?? '') ||
    compareNumbers(a.vitalRank, b.vitalRank) ||
    collator.compare(a.panelName, b.panelName) ||
    compareText(a.panelId, b.panelId) ||
    Number(isMember(a)) - Number(isMember(b)) ||
    collator.compare(a.draft.newest.name, b.draft.newest.name) ||
    compareText(a.draft.seriesId, b.draft.seriesId)
  )
}

function isMember({ draft, panelId }: PlacedDraft): boolean {
  return draft.seriesId !== panelId
}

function panelsByMember(drafts: readonly RowDraft[]): ReadonlyMap<RowDraft, RowDraft> {
  const found = new Map<RowDraft, RowDraft>()
  const panels = drafts.filter(({ panels: all }) => all.length > 0)
  if (panels.length === 0) return found
  const draftOf = new Map<string, RowDraft>()
  for (const draft of drafts) {
    for (const entries of draft.cells.values()) {
      for (const { observation } of entries) draftOf.set(observation.id, draft)
    }
  }
  for (const panel of panels) {
    for (const reference of panel.panels.flatMap(({ members }) => members)) {
      const member = draftOf.get(idOf(reference))
      if (member === undefined) continue
      const other = found.get(member)
      if (other === undefined || comparePanels(panel, other) < 0) found.set(member, panel)
    }
  }
  return found
}

function comparePanels(a: RowDraft, b: RowDraft): number {
  return collator.compare(a.newest.name, b.newest.name) || compareText(a.seriesId, b.seriesId)
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
