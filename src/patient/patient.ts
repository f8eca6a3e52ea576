import type { FhirDate } from '../fhir/fhir-date.ts'

/** A labelled line of a Patient, such as a phone number: what it is and what it says, both in words. */
export type LabelledText = { readonly label: string; readonly text: string }

/** Whether the person has died; `unstated` means the record doesn't say. */
export type Deceased =
  | { readonly kind: 'unstated' }
  | { readonly kind: 'no' }
  | { readonly kind: 'yes'; readonly date: FhirDate | undefined }

/** A FHIR R4 Patient as banner and Patient view show it. Made by `readPatient` alone. */
export type Patient = {
  readonly id: string
  /** The name to show: usual, then official; "Name not given" when there is none (D9). */
  readonly name: string
  /** The same name with what it is, its parts and its period ("Usual name"). */
  readonly shownName: LabelledText
  /** Other names, with what they are ("Official name", "Former name"). */
  readonly otherNames: readonly LabelledText[]
  readonly birthDate: FhirDate | undefined
  /** Why there is no birth date, in words, when the record says so. */
  readonly birthDateAbsent: string | undefined
  /** Time of birth and multiple birth. */
  readonly birthDetails: readonly LabelledText[]
  readonly deceased: Deceased
  /** Why it isn't given whether or when the person died, in words. */
  readonly deceasedAbsent: string | undefined
  /** `gender`, labelled as what it is: administrative gender. Undefined when not given. */
  readonly administrativeGender: string | undefined
  readonly administrativeGenderAbsent: string | undefined
  /**
   * What ranges of a sex are told by: the code of `gender`, where it is male or female and no extension on sex says
   * something else. Undefined otherwise: then no such range is taken to hold (D7).
   */
  readonly sexForRanges: 'male' | 'female' | undefined
  /** Extensions on sex, each under its own label and none merged with another. */
  readonly sexAndGender: readonly LabelledText[]
  /** What others need not see: gender identity, pronouns, race, ethnicity, tribe, nationality, religion, marital status. */
  readonly background: readonly LabelledText[]
  /** Identifiers a person may be asked for; padding is trimmed (D9). */
  readonly identifiers: readonly LabelledText[]
  /** Numbers of a state, such as that of social security, which others need not see. */
  readonly identityNumbers: readonly LabelledText[]
  /** What identifiers are not shown, counted in words: "2 identifiers used for signing in are not shown". */
  readonly hiddenIdentifiers: readonly string[]
  readonly telecom: readonly LabelledText[]
  /** Addresses on several lines each, and the place of birth. */
  readonly addresses: readonly LabelledText[]
  /** Contacts on several lines each, those for emergencies first. */
  readonly contacts: readonly LabelledText[]
  readonly languages: readonly LabelledText[]
  readonly interpreter: readonly LabelledText[]
  /** General practitioners and the organisation that keeps the record. */
  readonly care: readonly LabelledText[]
  /** Other records of the same person. */
  readonly links: readonly LabelledText[]
  /** What the reader must know first: inactive record, replaced by another, test data. */
  readonly warnings: readonly string[]
  /** In which language its texts are written (BCP 47), where the sender says so (FHIR R4 Resource.language). */
  readonly language?: string | undefined
}
