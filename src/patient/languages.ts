import { conceptText, readCodings, readConcept } from '../fhir/coding.ts'
import type { Json } from '../fhir/json.ts'
import { toList, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { readLines } from './use-and-period.ts'

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

/** Reads FHIR R4 Patient.communication and whether an interpreter is needed (`extension` of the Patient). */
export function readLanguages(
  communication: Json | undefined,
  extension: Json | undefined,
): LabelledText[] {
  const languages = readLines(communication, 'Language', ({ language, preferred }) => {
    const concept = readConcept(language)
    // A language tag such as "nl-NL" needs no system to be understood.
    const text = conceptText(concept, concept.codings[0]?.code)
    const label = preferred === true ? 'Preferred language' : 'Language'
    return text === undefined ? [] : [{ label, text }]
  })
  const interpreter = toObjects(toList(extension)).flatMap((one) => {
    const name = readText(one.url)?.split('/').at(-1)
    const isKnown = name === 'patient-interpreterRequired' || name === 'us-core-interpreter-needed'
    if (!isKnown) return []
    const coded = conceptText({ text: undefined, codings: readCodings([one.valueCoding]) })
    const answer = typeof one.valueBoolean === 'boolean' ? (one.valueBoolean ? 'Yes' : 'No') : coded
    return answer === undefined ? [] : [{ label: 'Interpreter needed', text: answer }]
  })
  return [...languages, ...interpreter]
}

/** Reads FHIR R4 Patient.maritalStatus, in words. */
export function readMaritalStatus(json: Json | undefined): string | undefined {
  const concept = readConcept(json)
  const known = concept.codings.filter(({ system }) => system?.endsWith('MaritalStatus') === true)
  return conceptText(concept, wordsFor(MARITAL, known[0]?.code))
}
