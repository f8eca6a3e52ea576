import { t } from '../language/t.ts'
import type { Coding } from '../fhir/coding.ts'
import { alikeFor, wordTable } from '../fhir/word-table.ts'
import { analyteOf } from './analytes.ts'
import type { Observation } from './observation.ts'
import { plainTestOf } from './plain-names/plain-test.ts'

/** Finds the results that a text typed by a person may mean; an empty text means all. */
export type TextSearch = (
  observations: readonly Observation[],
  text: string,
) => readonly Observation[]

/** What people call a test beside its name, by the id of its group (docs/analytes.md). */
const SYNONYMS = wordTable(`
  blood-pressure: bp rr|words that people look for
  heart-rate: pulse hr|words that people look for
  oxygen-saturation-pulse-oximetry: spo2 o2 sat oxygen|words that people look for
  body-mass-index: bmi|words that people look for
  body-temperature: temp fever|words that people look for
  body-height: size length|words that people look for
  glucose: sugar bs|words that people look for
  hba1c: a1c hba1c glycated average sugar|words that people look for
  creatinine: kidney crea|words that people look for
  cholesterol: lipid fat|words that people look for
  cholesterol-hdl: lipid good|words that people look for
  cholesterol-ldl: lipid bad|words that people look for
  triglycerides: lipid fat trigs|words that people look for
  hemoglobin: hb hgb anemia|words that people look for
  leukocytes: wbc white cells|words that people look for
  erythrocytes: rbc red cells|words that people look for
  platelets: plt thrombocytes|words that people look for
`)

/** The groups that have synonyms. */
export const synonymIds = [...SYNONYMS.keys()]

/** What all results that are called the same are found by, and whether the text looked for last is in it. */
type Entry = { readonly sample: Observation; readonly words: string; isFound: boolean }

/** Of more kinds with one name, each is looked up by everything it is called: a walk through them would cost more. */
const MOST_ALIKE = 16

/**
 * Gives a search by name, code, component and synonym, in English and in the language of the page: every word of the
 * text must stand somewhere in a result's words, whatever their case and accents. Keep it between calls: results that are
 * called the same share their words, which are looked at once a search, and those of the list searched last are
 * remembered, so that each further letter costs a walk through that list alone.
 */
export function createTextSearch(): TextSearch {
  const entries: Entry[] = []
  const byName = new Map<string, Entry[]>()
  const byContent = new Map<string, Entry>()
  let list: readonly Observation[] = []
  let entriesOfList: readonly Entry[] = []

  function makeEntry(sample: Observation): Entry {
    const entry = { sample, words: toSearchable(describe(sample)), isFound: false }
    entries.push(entry)
    return entry
  }

  function entryOf(observation: Observation): Entry {
    const alike = byName.get(observation.name) ?? []
    const known = alike.find(({ sample }) => isCalledTheSame(sample, observation))
    if (known !== undefined) return known
    if (alike.length < MOST_ALIKE) {
      const entry = makeEntry(observation)
      byName.set(observation.name, [...alike, entry])
      return entry
    }
    const content = contentOf(observation)
    const entry = byContent.get(content) ?? makeEntry(observation)
    byContent.set(content, entry)
    return entry
  }

  return (observations, text) => {
    const wanted = toSearchable(text)
      .split(/\s+/)
      .filter((word) => word !== '')
    if (wanted.length === 0) return observations
    if (list !== observations) {
      list = observations
      entriesOfList = observations.map(entryOf)
    }
    for (const entry of entries) entry.isFound = wanted.every((word) => entry.words.includes(word))
    return observations.filter((_, index) => entriesOfList[index]?.isFound === true)
  }
}

/** What {@link describe} looks at. */
type Called = Pick<Observation, 'name' | 'codings'> & { readonly components?: readonly Called[] }

function isCalledTheSame(a: Called, b: Called): boolean {
  const [some = [], others = []] = [a.components, b.components]
  return (
    a.name === b.name &&
    a.codings.length === b.codings.length &&
    a.codings.every((coding, index) => isSameCoding(coding, b.codings[index])) &&
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]
      return other !== undefined && isCalledTheSame(one, other)
    })
  )
}

function isSameCoding(a: Coding, b: Coding | undefined): boolean {
  return a.code === b?.code && a.system === b?.system && a.display === b?.display
}

function contentOf({ name, codings, components }: Observation): string {
  const called = [{ name, codings }, ...components]
  return JSON.stringify(
    called.map((one) => [
      one.name,
      one.codings.map(({ system, code, display }) => [system, code, display]),
    ]),
  )
}

function describe({ name, codings, components }: Observation): string {
  const all = [codings, ...components.map((component) => component.codings)]
  const groups = all.flatMap((some) => {
    const analyte = analyteOf(some)
    return analyte === undefined
      ? []
      : [analyte.name, t(analyte.name), ...alikeFor(SYNONYMS, analyte.id)]
  })
  const plain = all.flatMap((some) => plainTestOf(some)?.name ?? []).map((name) => t(name))
  const codes = all.flat().flatMap(({ code, display }) => [code ?? '', display ?? ''])
  return [
    name,
    ...components.map((component) => component.name),
    ...codes,
    ...groups,
    ...plain,
  ].join(' ')
}

/** Without case and accents: "Hämoglobin" is found by "hamoglobin". */
function toSearchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
