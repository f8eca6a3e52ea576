import { t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { conceptText, readCodings, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toList, toObjects } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readText } from '../fhir/text.ts'
import { alikeFor, wordsFor, wordTable, type WordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { distinct, withPeriod } from './use-and-period.ts'

/** Extensions on sex, gender and pronouns, by the end of their address: HL7, US Core and Epic. Each keeps its name. */
const LABELS = wordTable(`
  us-core-birthsex: Birth sex
  us-core-sex: Sex
  us-core-genderIdentity: Gender identity
  patient-genderIdentity: Gender identity
  individual-genderIdentity: Gender identity
  individual-pronouns: Pronouns
  individual-recordedSexOrGender: Recorded sex or gender
  patient-sexParameterForClinicalUse: Sex parameter for clinical use
  legal-sex: Legal sex
  sex-for-clinical-use: Sex for clinical use
  calculated-pronouns-to-use-for-text: Pronouns to use in text
`)

/** Codes that come without a display: AdministrativeGender, US Core birth sex and sex. */
const WORDS = wordTable(`
  male: Male
  female: Female
  other: Other
  unknown: Unknown
  M: Male
  F: Female
  OTH: Other
  UNK: Unknown
  ASKU: Asked, but unknown
  248152002: Female
  248153007: Male
  asked-declined: Asked, but declined
  female-typical: Apply female-typical setting or reference range
  male-typical: Apply male-typical setting or reference range
  specified: Apply specified setting or reference range
`)

/** Reads FHIR R4 Patient.gender, which is administrative; an unknown code keeps the sender's spelling (D9). */
export function readAdministrativeGender(json: Json | undefined): string | undefined {
  const code = readText(json)
  return code !== undefined && /^(?:male|female|other|unknown)$/.test(code)
    ? wordsFor(WORDS, code)
    : code
}

/**
 * The sex by which a laboratory's range may be chosen (FHIR R4 Patient.gender): only where `gender` is male or female and
 * whatever extensions say of sex or gender says the same. Anything else needs a person to judge it (D7, D9).
 */
export function readSexForRanges(patient: JsonObject): 'male' | 'female' | undefined {
  const { gender, _gender, extension } = patient
  if (gender !== 'male' && gender !== 'female') return undefined
  if (isPresent(_gender) || hasModifiers(patient)) return undefined
  const others = readLines(extension, englishFor).filter(({ label }) => !label.includes('ronouns'))
  return others.every(({ text }) => text.toLowerCase() === gender) ? gender : undefined
}

/** Reads the extensions on sex, gender and pronouns, each under its own label and none merged with another (D9). */
export function readSexAndGender(json: Json | undefined): LabelledText[] {
  return readLines(json, wordsFor)
}

/** How the words for a code are said: for people, or in English, to be compared. */
type Say = (table: WordTable, code: string | undefined) => string | undefined

const englishFor: Say = (table, code) => alikeFor(table, code)[0]

function readLines(json: Json | undefined, say: Say): LabelledText[] {
  const lines = toObjects(toList(json)).flatMap((extension) => {
    const label = say(LABELS, readText(extension.url)?.split('/').at(-1))
    if (label === undefined) return []
    const type = partsOf(extension, 'type').map((part) => readExtensionValue(part, say))[0]
    const text = readExtensionValue(extension, say) ?? t("given in a form this app can't show")
    return [{ label: type === undefined ? label : `${label} (${type})`, text }]
  })
  return distinct(lines)
}

/** Extensions about who a person is. */
const PERSONAL = [
  'individual-genderIdentity',
  'individual-pronouns',
  'calculated-pronouns-to-use-for-text',
]

/** Whether a line is about who a person is rather than a sex on record: for their eyes, not everyone's (D9). */
export function isPersonal({ label }: LabelledText): boolean {
  return PERSONAL.some((name) => label.startsWith(wordsFor(LABELS, name) ?? ''))
}

const partsOf = (extension: JsonObject, name: string) =>
  toObjects(toList(extension.extension)).filter(({ url }) => url === name)

/** The value of an extension, or of its nested part `value`, in words, with period, place and comment where given. */
function readExtensionValue(extension: JsonObject, say: Say): string | undefined {
  const code = readText(extension.valueCode) ?? readText(extension.valueString)
  const concept =
    extension.valueCoding === undefined
      ? readConcept(extension.valueCodeableConcept)
      : { text: undefined, codings: readCodings([extension.valueCoding]) }
  const text =
    code === undefined
      ? conceptText(concept, present(concept.codings.map(({ code }) => say(WORDS, code)))[0])
      : (say(WORDS, code) ?? code)
  const [nested] = partsOf(extension, 'value')
  const value =
    text ?? (nested && readExtensionValue(nested, say)) ?? readAbsentExtension(extension)
  if (value === undefined) return undefined
  const periods = [...partsOf(extension, 'period'), ...partsOf(extension, 'effectivePeriod')]
  const places = partsOf(extension, 'jurisdiction').map((part) => readExtensionValue(part, say))
  const comments = partsOf(extension, 'comment').map(({ valueString }) => readText(valueString))
  const further = [
    ...present(places).map((place) => t('where it holds: {place}', { place })),
    ...present(comments).map((comment) => t('comment: {text}', { text: comment })),
  ]
  return [withPeriod(value, { period: periods[0]?.valuePeriod }), ...further].join('; ')
}
