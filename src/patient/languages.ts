import { key, t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { conceptText, readCodings, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toBoolean, toList, toObject, toObjects } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import { byOrder } from './contact-points.ts'
import type { LabelledText } from './patient.ts'
import { MODIFIED, notGiven, readLines, UNREADABLE, withoutValue } from './use-and-period.ts'

/** v3 LanguageAbilityProficiency and LanguageAbilityMode, for codes that carry no words. */
const ABILITIES = wordTable(`
  E: excellent
  G: good
  F: fair
  P: poor
  ESGN: signing
  ESP: speaking
  EWR: writing
  RSGN: understanding signs
  RSP: understanding speech
  RWR: reading
`)

/** SNOMED CT answers to whether an interpreter is needed, for codes that carry no words. */
const ANSWERS = wordTable(`
  373066001: Yes
  373067005: No
`)

/** Reads FHIR R4 Patient.communication, the preferred language first, with how well it is spoken where that is said. */
export function readLanguages(communication: Json | undefined): LabelledText[] {
  const languages = readLines(communication, key('Language'), (one) => {
    const concept = readConcept(one.language)
    const isPreferred = toBoolean(one.preferred) === true
    // A language tag such as "nl-NL" needs no system to be understood.
    const named = conceptText(concept, concept.codings[0]?.code)
    const text = hasModifiers(one) ? t(MODIFIED) : (named ?? reasonOf(one))
    const label = isPreferred ? t('Preferred language') : t('Language')
    return text === undefined
      ? []
      : [{ label, text: [text, ...abilitiesOf(one)].join('; '), order: isPreferred ? 0 : 1 }]
  })
  return byOrder(languages)
}

/** Why a language isn't named. */
function reasonOf(one: JsonObject): string | undefined {
  const reason = readAbsentExtension(one.language)
  return reason === undefined ? withoutValue(one, ['language']) : notGiven(reason)
}

/** The extension patient-proficiency of a language: "good (speaking, reading)". */
function abilitiesOf(one: JsonObject): string[] {
  const found = toObjects(toList(one.extension)).filter(
    ({ url }) => readText(url)?.endsWith('/patient-proficiency') === true,
  )
  return found.map((extension) => {
    const parts = toObjects(toList(extension.extension))
    const words = (name: string) =>
      present(
        parts.filter(({ url }) => url === name).map(({ valueCoding }) => abilityOf(valueCoding)),
      )
    const [level = t('level not given')] = words('level')
    const modes = words('type')
    const ability = modes.length === 0 ? level : `${level} (${modes.join(', ')})`
    return t('proficiency: {level}', { level: ability })
  })
}

function abilityOf(json: Json | undefined): string | undefined {
  const codings = readCodings([json ?? null])
  return conceptText({ text: undefined, codings }, wordsFor(ABILITIES, codings[0]?.code))
}

/** Reads whether an interpreter is needed (extensions of the Patient: HL7 and US Core). */
export function readInterpreter(extension: Json | undefined): LabelledText[] {
  return toObjects(toList(extension)).flatMap((one) => {
    const name = readText(one.url)?.split('/').at(-1)
    const isKnown = name === 'patient-interpreterRequired' || name === 'us-core-interpreter-needed'
    return isKnown ? [{ label: t('Interpreter needed'), text: answerOf(one) }] : []
  })
}

function answerOf(extension: JsonObject): string {
  const isNeeded = toBoolean(extension.valueBoolean)
  if (isNeeded !== undefined) return isNeeded ? t('Yes') : t('No')
  const { text } = readConcept(extension.valueCodeableConcept)
  const sent = toObject(extension.valueCodeableConcept)?.coding ?? extension.valueCoding
  const codings = readCodings(sent)
  const reason = readAbsentExtension(extension)
  return (
    conceptText({ text, codings }, wordsFor(ANSWERS, codings[0]?.code)) ??
    (reason === undefined ? t(UNREADABLE) : notGiven(reason))
  )
}
