import type { Coding } from '../fhir/coding.ts'
import type { FhirDate } from '../fhir/fhir-date.ts'

/** A FHIR decimal: the digits as sent and the number they stand for. Words always use `text`. */
export type Decimal = {
  readonly text: string
  readonly number: number
}

/** FHIR R4 Quantity. `comparator` is a modifier: "<5" is not 5 (D4). */
export type Quantity = {
  readonly amount: Decimal
  readonly comparator: '<' | '<=' | '>=' | '>' | 'ad' | undefined
  /** The unit in the words of the sender: `unit`, else `code`; undefined when none was given. */
  readonly unit: string | undefined
  /** The UCUM code, only when `system` is UCUM. */
  readonly ucum: string | undefined
}

/**
 * FHIR R4 SampledData: a waveform, as compact as it was sent. `decodeSamples` gives the samples, one by one; what is
 * measured is data × factor + origin.
 */
export type SampledData = {
  /** What a sample of 0 stands for, and the unit of all samples; never with a comparator. */
  readonly origin: Quantity
  /** Milliseconds from one point in time to the next; more than 0. */
  readonly periodMs: number
  /** 1 when none was sent. */
  readonly factor: number
  /** The limits of detection, in the unit of the origin; undefined when not sent. */
  readonly lowerLimit: number | undefined
  readonly upperLimit: number | undefined
  /** How many samples each point in time has: 1 or more. */
  readonly dimensions: number
  /** The samples as sent; undefined when there are none. */
  readonly data: string | undefined
  /** Counted once, as words are made more often than a resource is read: samples, and those of them that are numbers. */
  readonly sampleCount: number
  readonly valueCount: number
}

/** What an Observation (or a component) says, FHIR R4 Observation.value[x]. Absent is a value of its own. */
export type ObservationValue =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'coded'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isStrippedRichText: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: Decimal }
  | {
      readonly kind: 'range'
      readonly low: Quantity | undefined
      readonly high: Quantity | undefined
    }
  | {
      readonly kind: 'ratio'
      readonly numerator: Quantity | undefined
      readonly denominator: Quantity | undefined
    }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'dateTime'; readonly date: FhirDate }
  | {
      readonly kind: 'period'
      readonly start: FhirDate | undefined
      readonly end: FhirDate | undefined
    }
  /** A waveform; never a single number. */
  | { readonly kind: 'sampled'; readonly data: SampledData }
  /** A value of a type this app doesn't show (R5 extras, attachments), or one it can't read. */
  | { readonly kind: 'not-shown'; readonly type: string }
  /** modifierExtension or implicitRules: the resource says something this app can't interpret (D8). */
  | { readonly kind: 'not-interpretable' }
  /** The value is hidden because the Observation was cancelled (D3). */
  | { readonly kind: 'cancelled'; readonly reason: string | undefined }
  /** No value of its own: components or members hold it. */
  | { readonly kind: 'panel' }
  /** No value, and why, in words; "no value recorded" when nobody said why. */
  | { readonly kind: 'absent'; readonly reason: string }

/** What the laboratory says about a value (FHIR R4 Observation.interpretation). No flag means nobody said. */
export type Flag = {
  /** The code, where it is one that this app knows. */
  readonly code?: string
  readonly level: 'critical' | 'abnormal' | 'normal' | 'other'
  readonly direction: 'high' | 'low' | undefined
  /** In words: "High", "Critically low", or the sender's own text for an unknown code. */
  readonly text: string
}

/** One FHIR R4 Observation.referenceRange; several are all kept, none is picked by guess (D7). */
export type ReferenceRange = {
  readonly low: Quantity | undefined
  readonly high: Quantity | undefined
  /** The sender's own text. */
  readonly text: string | undefined
  /** "Therapeutic", …; undefined means a normal range. */
  readonly type: string | undefined
  /** For whom it holds ("Female", "Pregnant"), and at what age, in words. */
  readonly appliesTo: readonly string[]
  readonly age: string | undefined
  /** The codes behind each entry of `appliesTo`, in the same order; an empty list where there are none. */
  readonly appliesToCodings: readonly (readonly Coding[])[]
  /** The age to compare with; undefined means at any age. */
  readonly ageBounds: AgeBounds | undefined
  /** Given with limits that can't be read, or with a modifier: never to be compared with. */
  readonly isBroken?: boolean
  /** A type is given, but no code says whether it is a normal range or certainly another one. */
  readonly isTypeUnclear?: boolean
}

/** FHIR R4 Observation.referenceRange.age, both limits inclusive; either may be open, but not both. */
export type AgeBounds =
  | {
      readonly kind: 'between'
      readonly low: Quantity | undefined
      readonly high: Quantity | undefined
    }
  /** An age is given that can't be read: for whom the range holds isn't known. */
  | { readonly kind: 'not-readable' }

/** FHIR R4 Observation.status; `unknown` also stands for a missing or unrecognised code. */
export type ObservationStatus =
  | 'registered'
  | 'preliminary'
  | 'final'
  | 'amended'
  | 'corrected'
  | 'cancelled'
  | 'entered-in-error'
  | 'unknown'

/** When it holds (FHIR R4 Observation.effective[x]); never filled in from `issued`. */
export type Effective =
  | { readonly kind: 'at'; readonly date: FhirDate }
  | {
      readonly kind: 'period'
      readonly start: FhirDate | undefined
      readonly end: FhirDate | undefined
    }
  /** Timing, in the sender's words. */
  | { readonly kind: 'timing'; readonly text: string }
  | { readonly kind: 'not-recorded'; readonly reason: string | undefined }

/** One part of an Observation, such as the systolic pressure, with its own value, ranges and flags. */
export type ObservationComponent = {
  readonly name: string
  readonly codings: readonly Coding[]
  readonly value: ObservationValue
  readonly flags: readonly Flag[]
  readonly ranges: readonly ReferenceRange[]
}

/** What qualifies a result, such as its body site or method (D5, D8): what it is and what it says, in words. */
export type ObservationDetail = { readonly label: string; readonly text: string }

/** One Observation as table, chart, print and screen reader show it. Made by `readObservation` alone. */
export type Observation = {
  readonly id: string
  readonly status: ObservationStatus
  /** Codes of its categories, such as `laboratory`; may be empty. */
  readonly categories: readonly string[]
  /** What it is called; never empty. */
  readonly name: string
  readonly codings: readonly Coding[]
  readonly value: ObservationValue
  readonly components: readonly ObservationComponent[]
  /** References of `hasMember`, as sent. */
  readonly members: readonly string[]
  /** What the panel calls its members, in the order of `members`; only where it names any of them. */
  readonly memberNames?: readonly (string | undefined)[]
  readonly flags: readonly Flag[]
  readonly ranges: readonly ReferenceRange[]
  readonly effective: Effective
  readonly issued: FhirDate | undefined
  readonly notes: readonly string[]
  /** About whom or what, when it is not the patient (`focus`), in words (D8). */
  readonly focus: string | undefined
  /** Names its trend in the address (`#/s/<session>/results/<series>`); no patient data, no free text. */
  readonly seriesId: string
  /** Body site, method, device, specimen, performer, labels such as "Test data"; `readObservation` always sets it. */
  readonly details?: readonly ObservationDetail[]
  /**
   * The id of the visit that it was made in, where that is one of this server; one that is left out, or of elsewhere,
   * is not there.
   */
  readonly encounterId?: string
  /** Marked as test data (HTEST): never a point of a trend; `readObservation` always sets it. */
  readonly isTestData?: boolean
  /** In which language its texts are written (BCP 47), where the sender says so (FHIR R4 Resource.language). */
  readonly language?: string | undefined
}
