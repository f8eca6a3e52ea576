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
  /** Other names, with what they are ("Official name", "Former name"). */
  readonly otherNames: readonly LabelledText[]
  readonly birthDate: FhirDate | undefined
  /** Why there is no birth date, in words, when the record says so. */
  readonly birthDateAbsent: string | undefined
  readonly deceased: Deceased
  /** `gender`, labelled as what it is: administrative gender. Undefined when not given. */
  readonly administrativeGender: string | undefined
  /**
   * What ranges of a sex are told by: the code of `gender`, where it is male or female and no extension on sex says
   * something else. Undefined otherwise: then no such range is taken to hold (D7).
   */
  readonly sexForRanges: 'male' | 'female' | undefined
  /** Extensions on sex, gender and pronouns, each under its own label. */
  readonly sexAndGender: readonly LabelledText[]
  /** Identifiers a person may be asked for; login identifiers are left out, padding is trimmed (D9). */
  readonly identifiers: readonly LabelledText[]
  readonly telecom: readonly LabelledText[]
  readonly addresses: readonly LabelledText[]
  readonly contacts: readonly LabelledText[]
  readonly languages: readonly LabelledText[]
  readonly maritalStatus: string | undefined
  /** What the reader must know first: inactive record, replaced by another, test data. */
  readonly warnings: readonly string[]
}
