import type { Coding } from '../fhir/coding.ts'
import { conceptText } from '../fhir/coding.ts'
import { allFit } from './age-fit.ts'
import type { Fit } from './age-fit.ts'
import type { ReferenceRange } from './observation.ts'
import type { Person } from './person.ts'

type Sex = NonNullable<Person['sex']>

const SNOMED_CT = 'http://snomed.info/sct'
const V3_GENDER = 'http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender'
const GENDER = 'http://hl7.org/fhir/administrative-gender'

/** The codes of a sex, `system|code`. */
const CODES: ReadonlyMap<string, Sex> = new Map([
  [`${V3_GENDER}|M`, 'male'],
  [`${V3_GENDER}|F`, 'female'],
  [`${GENDER}|male`, 'male'],
  [`${GENDER}|female`, 'female'],
  [`${SNOMED_CT}|248153007`, 'male'],
  [`${SNOMED_CT}|248152002`, 'female'],
])

/** Words beside such a code that say no more than it does, in small letters. */
const WORDS: Readonly<Record<Sex, readonly string[]>> = {
  male: ['male', 'males', 'man', 'men', 'm', 'male (finding)'],
  female: ['female', 'females', 'woman', 'women', 'f', 'female (finding)'],
}

/**
 * Whether someone belongs to all groups of a range (FHIR R4 Observation.referenceRange.appliesTo: several mean AND). A
 * group is known only as a sex, by code, when nothing beside the code says more or something else ("Pregnant
 * women"); any other is `unclear`, and so is a sex where the person's isn't known.
 */
export function fitsGroups(range: ReferenceRange, sex: Person['sex']): Fit {
  return allFit(
    range.appliesTo.map((words, at) => {
      const group = sexOf(words, range.appliesToCodings[at] ?? [])
      if (group === undefined || sex === undefined) return 'unclear'
      return group === sex ? 'yes' : 'no'
    }),
  )
}

function sexOf(words: string, codings: readonly Coding[]): Sex | undefined {
  const sex = codings.map(sexOfCode).find((one) => one !== undefined)
  if (sex === undefined) return undefined
  const saysOnly = (text: string) => WORDS[sex].includes(text.toLowerCase())
  const isPlain = codings.every((coding) => {
    const isSame = sexOfCode(coding) === sex
    // Another system's code for it is a translation when it says so.
    return coding.display === undefined ? isSame : saysOnly(coding.display)
  })
  const isAgreed = codings.every((coding) => (sexOfCode(coding) ?? sex) === sex)
  // A code without a text and a display is its own words.
  const isCode = codings.some(
    (coding) =>
      conceptText({ text: undefined, codings: [{ ...coding, display: undefined }] }) === words,
  )
  return isPlain && isAgreed && (saysOnly(words) || isCode) ? sex : undefined
}

function sexOfCode({ system, code }: Coding): Sex | undefined {
  return CODES.get(`${system ?? ''}|${code ?? ''}`)
}
