import { t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { conceptText, readCodings, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toBoolean, toList, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { distinct, notGiven, UNREADABLE, withPeriod } from './use-and-period.ts'

/** v3 MaritalStatus codes, for concepts that carry no words. */
const MARITAL = wordTable(`
  A: Annulled
  D: Divorced
  I: Interlocutory
  L: Legally separated
  M: Married
  P: Polygamous
  S: Never married
  T: Domestic partner
  U: Unmarried
  W: Widowed
  UNK: Unknown
`)

/** Extensions of a Patient about where a person comes from and belongs, by the end of their address. */
const LABELS = wordTable(`
  us-core-race: Race
  us-core-ethnicity: Ethnicity
  us-core-tribal-affiliation: Tribal affiliation
  patient-citizenship: Citizenship
  patient-nationality: Nationality
  patient-religion: Religion
  patient-disability: Disability
  patient-mothersMaidenName: Mother's maiden name
`)

/** Codes that come without a display: v3 NullFlavor. */
const WORDS = wordTable(`
  UNK: Unknown
  ASKU: Asked, but unknown
  OTH: Other
`)

/** Reads FHIR R4 Patient.maritalStatus and the extensions on race, ethnicity, tribe, nationality and religion (US Core). */
export function readBackground({ maritalStatus, extension }: JsonObject): LabelledText[] {
  const lines = toObjects(toList(extension)).flatMap((one) => {
    const label = wordsFor(LABELS, readText(one.url)?.split('/').at(-1))
    return label === undefined ? [] : [{ label, text: textOf(one) }]
  })
  const marital = readMaritalStatus(maritalStatus)
  return distinct([
    ...lines,
    ...(marital === undefined ? [] : [{ label: t('Marital status'), text: marital }]),
  ])
}

function readMaritalStatus(json: Json | undefined): string | undefined {
  const concept = readConcept(json)
  const known = concept.codings.filter(({ system }) => system?.endsWith('MaritalStatus') === true)
  const reason = readAbsentExtension(json)
  return (
    conceptText(concept, wordsFor(MARITAL, known[0]?.code)) ??
    (reason === undefined ? (isPresent(json) ? t(UNREADABLE) : undefined) : notGiven(reason))
  )
}

/**
 * All that one of these extensions says. US Core race and ethnicity have a text, categories and details: the text, and
 * in brackets what it doesn't say already; a tribe says whether the person is enrolled.
 */
function textOf(extension: JsonObject): string {
  const parts = toObjects(toList(extension.extension))
  const named = (...names: string[]) =>
    present(parts.filter(({ url }) => names.includes(readText(url) ?? '')).map(valueOf))
  const own = valueOf(extension)
  const main = present([own, ...named('text', 'tribalAffiliation', 'code')])
  const further = named('ombCategory', 'detailed').filter((words) => !main.includes(words))
  const [first, ...rest] = [...new Set([...main, ...further])]
  const enrolled = parts.filter(({ url }) => url === 'isEnrolled')
  const isEnrolled = toBoolean(enrolled[0]?.valueBoolean)
  const period = parts.find(({ url }) => url === 'period')?.valuePeriod
  const inBrackets = [
    ...rest,
    ...(isEnrolled === undefined
      ? []
      : [isEnrolled ? t('enrolled|in a tribe') : t('not enrolled|in a tribe')]),
  ]
  const reason = readAbsentExtension(extension)
  const text = first ?? (reason === undefined ? t(UNREADABLE) : notGiven(reason))
  return withPeriod(inBrackets.length === 0 ? text : `${text} (${inBrackets.join(', ')})`, {
    period,
  })
}

/** The value of an extension in words; why it is absent, where that is said of one of its parts. */
function valueOf(extension: JsonObject): string | undefined {
  const isSo = toBoolean(extension.valueBoolean)
  if (isSo !== undefined) return isSo ? t('Yes') : t('No')
  const text = readText(extension.valueString) ?? readText(extension.valueCode)
  if (text !== undefined) return wordsFor(WORDS, text) ?? text
  const concept = isPresent(extension.valueCoding)
    ? { text: undefined, codings: readCodings([extension.valueCoding ?? null]) }
    : readConcept(extension.valueCodeableConcept)
  const reason = readAbsentExtension(extension)
  return (
    conceptText(concept, wordsFor(WORDS, concept.codings[0]?.code)) ??
    (reason === undefined ? undefined : notGiven(reason))
  )
}
