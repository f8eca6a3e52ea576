import { analyteOf } from './analytes.ts'
import type { Observation } from './observation.ts'

/** Finds the results that a text typed by a person may mean; an empty text means all. */
export type TextSearch = (
  observations: readonly Observation[],
  text: string,
) => readonly Observation[]

/** What people call a test beside its name, by the id of its group (docs/analytes.md). */
const SYNONYMS: Readonly<Record<string, string>> = {
  'blood-pressure': 'bp rr',
  'heart-rate': 'pulse hr',
  'oxygen-saturation-pulse-oximetry': 'spo2 o2 sat oxygen',
  'body-mass-index': 'bmi',
  'body-temperature': 'temp fever',
  'body-height': 'size length',
  glucose: 'sugar bs',
  hba1c: 'a1c hba1c glycated average sugar',
  creatinine: 'kidney crea',
  cholesterol: 'lipid fat',
  'cholesterol-hdl': 'lipid good',
  'cholesterol-ldl': 'lipid bad',
  triglycerides: 'lipid fat trigs',
  hemoglobin: 'hb hgb anemia',
  leukocytes: 'wbc white cells',
  erythrocytes: 'rbc red cells',
  platelets: 'plt thrombocytes',
}

/** The groups that have synonyms. */
export const synonymIds = Object.keys(SYNONYMS)

/**
 * Gives a search by name, code, component and synonym: every word of the text must stand somewhere in a result's words,
 * whatever their case and accents. What a test is called is looked at once for all of its results, so that fifty thousand
 * are searched within a frame; keep it between calls.
 */
export function createTextSearch(): TextSearch {
  const wordsOf = new Map<string, string>()

  function words(observation: Observation): string {
    const { name, seriesId, components } = observation
    const key =
      components.length === 0 ? `${seriesId} ${name}` : `${seriesId} ${name} ${observation.id}`
    const known = wordsOf.get(key)
    if (known !== undefined) return known
    const made = toSearchable(describe(observation))
    wordsOf.set(key, made)
    return made
  }

  return (observations, text) => {
    const wanted = toSearchable(text)
      .split(/\s+/)
      .filter((word) => word !== '')
    if (wanted.length === 0) return observations
    return observations.filter((observation) => {
      const said = words(observation)
      return wanted.every((word) => said.includes(word))
    })
  }
}

function describe({ name, codings, components }: Observation): string {
  const all = [codings, ...components.map((component) => component.codings)]
  const groups = all.flatMap((some) => {
    const analyte = analyteOf(some)
    return analyte === undefined ? [] : [analyte.name, SYNONYMS[analyte.id] ?? '']
  })
  const codes = all.flat().flatMap(({ code, display }) => [code ?? '', display ?? ''])
  return [name, ...components.map((component) => component.name), ...codes, ...groups].join(' ')
}

/** Without case and accents: "Hämoglobin" is found by "hamoglobin". */
function toSearchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
