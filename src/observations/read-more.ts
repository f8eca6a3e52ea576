import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import type { Coding } from '../fhir/coding.ts'
import { conceptText, readCodings, readConcept } from '../fhir/coding.ts'
import { readFhirDate, type FhirDate } from '../fhir/fhir-date.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toList, toMembers, toObject, toObjects } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readText } from '../fhir/text.ts'
import type { ObservationDetail } from './observation.ts'
import { readPlainText } from './rich-text.ts'

/** A note with who wrote it and when (FHIR R4 Annotation), as far as that was sent. */
export type AuthoredNote = {
  readonly text: string
  readonly author: string | undefined
  readonly time: FhirDate | undefined
}

/** Codes behind a part of a result, such as its method. */
type CodedPart = { readonly of: string; readonly codings: readonly Coding[] }

/** What a resource says beside what every row keeps: too much to be held for a whole record, read when it is asked for. */
export type ObservationMore = {
  readonly versionId: string | undefined
  readonly lastUpdated: FhirDate | undefined
  /** effective[x] as sent, letter by letter; undefined when there is none. */
  readonly effectiveSent: string | undefined
  /** References and other elements, each as its label and its words. */
  readonly facts: readonly ObservationDetail[]
  readonly notes: readonly AuthoredNote[]
  readonly codes: readonly CodedPart[]
}

/** Elements that refer to other resources, with their labels (FHIR R4 Observation). */
const REFERENCES: readonly (readonly [label: Key, element: string])[] = [
  [key('Performed by'), 'performer'],
  [key('Ordered as'), 'basedOn'],
  [key('Part of'), 'partOf'],
  [key('Encounter'), 'encounter'],
  [key('Specimen'), 'specimen'],
  [key('Device'), 'device'],
  [key('Derived from'), 'derivedFrom'],
  [key('Members|of a panel'), 'hasMember'],
  [key('About|about whom or what a result is'), 'focus'],
  [key('Patient'), 'subject'],
]
/** Extensions that say which earlier Observation this one stands for or follows (FHIR R4 extension registry). */
const FOLLOWED = new Map([
  ['http://hl7.org/fhir/StructureDefinition/observation-replaces', key('Replaces')],
  ['http://hl7.org/fhir/StructureDefinition/observation-sequelTo', key('Follows')],
])
/** Elements with codes that the name of a result does not say. */
const CODED: readonly (readonly [of: Key, element: string])[] = [
  [key('Category'), 'category'],
  [key('Body site'), 'bodySite'],
  [key('Method|of a test'), 'method'],
]
/** With these the value is no data (D3). */
const COVERED: readonly string[] = ['cancelled', 'entered-in-error']
/** Of a resource whose value is hidden, these are too. */
const CODED_VALUES: readonly (readonly [of: Key, element: string])[] = [
  [key('Value'), 'valueCodeableConcept'],
  [key('Flag|of a result'), 'interpretation'],
  [key('Reason for no value'), 'dataAbsentReason'],
]

/**
 * Reads what is shown of a resource only when someone asks for it (FHIR R4 Observation, D2, D8). Takes an Observation of
 * any shape and never throws. References come by their words and their address and are not followed. Where a modifier
 * hides the value, nothing that hangs on it is given either (D8); nor is the value's code of one that was cancelled or
 * entered in error (D3).
 */
export function readMore(resource: JsonObject): ObservationMore {
  const meta = toObject(resource.meta)
  const isHidden = hasModifiers(resource)
  const isCovered = isHidden || COVERED.includes(readText(resource.status) ?? '')
  const coded = [...CODED, ...(isCovered ? [] : CODED_VALUES)]
  return {
    versionId: readText(meta?.versionId),
    lastUpdated: readFhirDate(meta?.lastUpdated),
    effectiveSent: readEffectiveSent(resource),
    facts: [
      ...REFERENCES.flatMap(([label, element]) =>
        toFact(label, toList(resource[element]).map(readReference)),
      ),
      ...toObjects(toList(resource.extension)).flatMap(readFollowed),
      ...toFact(key('Identifier'), toMembers(resource.identifier).map(readIdentifier)),
      ...toFact(key('Profile|of FHIR'), toList(meta?.profile).map(readText)),
      ...toFact(key('Source|of a resource'), [readText(meta?.source)]),
    ],
    notes: isHidden ? [] : present(toMembers(resource.note).map(readNote)),
    codes: [
      ...coded.flatMap(([of, element]) =>
        toCoded(of, toList(resource[element]).flatMap(codingsOf)),
      ),
      ...toCoded(key('Security label'), readCodings(meta?.security)),
      ...toCoded(key('Tag|of a resource'), readCodings(meta?.tag)),
    ],
  }
}

const codingsOf = (concept: Json) => readConcept(concept).codings

const toCoded = (of: Key, codings: readonly Coding[]): CodedPart[] =>
  codings.length === 0 ? [] : [{ of: t(of), codings }]

function toFact(label: Key, words: readonly (string | undefined)[]): ObservationDetail[] {
  const text = [...new Set(present(words))].join('\n')
  return text === '' ? [] : [{ label: t(label), text }]
}

function readFollowed(extension: JsonObject): ObservationDetail[] {
  const label = FOLLOWED.get(readText(extension.url) ?? '')
  return label === undefined ? [] : toFact(label, [readReference(extension.valueReference ?? null)])
}

/** A reference by its words, with its address behind them; what is there and says neither is said to be there. */
function readReference(json: Json): string | undefined {
  const reference = toObject(json)
  const words =
    readText(reference?.display) ??
    conceptText(readConcept(json)) ??
    readIdentifier(toObject(reference?.identifier))
  const address = readText(reference?.reference)
  if (words === undefined && address === undefined) return t('one that is not named|a resource')
  if (words === undefined || address === undefined) return words ?? address
  return `${words} (${address})`
}

function readIdentifier(identifier: JsonObject | undefined): string | undefined {
  const value = readText(identifier?.value)
  const type = conceptText(readConcept(identifier?.type))
  return value !== undefined && type !== undefined ? `${type}: ${value}` : value
}

function readNote(note: JsonObject | undefined): AuthoredNote | undefined {
  const sent = readText(note?.text)
  if (note === undefined || sent === undefined) return undefined
  const author = readText(toObject(note.authorReference)?.display) ?? readText(note.authorString)
  const plain = readPlainText(sent)
  const text =
    plain === undefined
      ? t("A note in rich text this app can't show; see the chart")
      : plain.isStrippedRichText
        ? t('{text} (formatting removed)', { text: plain.text })
        : plain.text
  return { text, author, time: readFhirDate(note.time) }
}

/** A date as its text, a Period as both of its texts; a Timing is JSON, and stands in the resource below. */
function readEffectiveSent(resource: JsonObject): string | undefined {
  const element = ['effectiveDateTime', 'effectiveInstant', 'effectivePeriod'].find((one) =>
    isPresent(resource[one]),
  )
  const json = element === undefined ? undefined : resource[element]
  const period = toObject(json)
  if (period === undefined) return readText(json)
  const start = readText(period.start) ?? t('not given')
  return t('start {start}, end {end}', { start, end: readText(period.end) ?? t('not given') })
}
