import { t } from '../language/t.ts'
import { readAbsentReason } from '../fhir/absent-reason.ts'
import { conceptText, readConcept, readConcepts } from '../fhir/coding.ts'
import { readFhirDate } from '../fhir/fhir-date.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toMembers, toObject, toText } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readLanguageTag } from '../fhir/resource-language.ts'
import { isTestData } from '../fhir/security-labels.ts'
import { readText } from '../fhir/text.ts'
import { readDetails } from './details.ts'
import { readEffective } from './effective.ts'
import { readFlags } from './interpretation.ts'
import type { Observation, ObservationValue } from './observation.ts'
import { readStatus } from './observation-status.ts'
import { readComponent } from './read-component.ts'
import { NO_VALUE, readValue } from './read-value.ts'
import { readRanges } from './reference-range.ts'
import { readPlainText } from './rich-text.ts'
import { seriesIdOf } from './series-id.ts'

/** What became of one resource: an Observation, one that was withdrawn, or one that can't be read, and why. */
export type ObservationReading =
  | { readonly kind: 'read'; readonly observation: Observation }
  /**
   * Never data, only counted, and shown apart on demand (D3). `id` is empty when the resource has none; `observation`
   * is what it said, undefined when it can't be read.
   */
  | {
      readonly kind: 'entered-in-error'
      readonly id: string
      readonly observation: Observation | undefined
    }
  | { readonly kind: 'unreadable'; readonly reason: string }

/**
 * Reads a resource as an Observation (FHIR R4 Observation; D2 to D8). Takes JSON of any shape and never throws. It is
 * `unreadable` without an id or anything that says what was observed; all else that can't be read keeps its row and
 * says so in place.
 *
 * The value is hidden, with flags and ranges and in components too, when the Observation was cancelled (D3) or
 * carries a modifier this app doesn't know (D8). What was entered in error is a kind of its own, never `read` (D3).
 */
export function readObservation(resource: unknown): ObservationReading {
  const json = toObject(resource)
  if (json?.resourceType !== 'Observation') {
    return { kind: 'unreadable', reason: t('it is not an Observation') }
  }
  const status = readStatus(json.status)
  const reading = readContent(json, status)
  if (status !== 'entered-in-error') return reading
  const observation = reading.kind === 'read' ? reading.observation : undefined
  return { kind: 'entered-in-error', id: toText(json.id) ?? '', observation }
}

function readContent(
  json: JsonObject,
  status: Observation['status'],
): Exclude<ObservationReading, { kind: 'entered-in-error' }> {
  const id = toText(json.id)
  if (id === undefined) return { kind: 'unreadable', reason: t('it has no id') }
  const concept = readConcept(json.code)
  const name = conceptText(concept)
  if (name === undefined) {
    return { kind: 'unreadable', reason: t("it doesn't say what was observed") }
  }

  const cover = readCover(json, status)
  const components = toMembers(json.component).map((one) => readComponent(one, cover))
  const panel = toMembers(json.hasMember)
  const members = panel.map(
    (one) => readText(one?.reference) ?? readText(one?.display) ?? t('not named'),
  )
  const memberNames = panel.map((one) => readText(one?.display))
  const isPanel = components.length > 0 || members.length > 0
  const noValue: ObservationValue = isPanel ? { kind: 'panel' } : absentValue(status)
  const language = readLanguageTag(json)
  const observation: Observation = {
    id,
    status,
    categories: readCategories(json.category),
    name,
    codings: concept.codings,
    value: cover ?? readValue(json) ?? noValue,
    components,
    members,
    ...(memberNames.some((one) => one !== undefined) ? { memberNames } : {}),
    flags: cover ? [] : readFlags(json.interpretation),
    ranges: cover ? [] : readRanges(json.referenceRange),
    effective: readEffective(json),
    issued: readFhirDate(json.issued),
    notes: cover?.kind === 'not-interpretable' ? [] : readNotes(json.note),
    focus: readFocus(json),
    seriesId: seriesIdOf(name, concept.codings),
    details: readDetails(json),
    isTestData: isTestData(json),
    ...(language === undefined ? {} : { language }),
  }
  return { kind: 'read', observation }
}

/** Said of a result that has no value and says no reason. */
export function absentValue(status: Observation['status']): ObservationValue {
  return { kind: 'absent', reason: status === 'registered' ? t('pending') : t(NO_VALUE) }
}

/** What stands in for a value that must not be shown; undefined when it may be. */
function readCover(
  json: JsonObject,
  status: Observation['status'],
): { kind: 'not-interpretable' } | { kind: 'cancelled'; reason: string | undefined } | undefined {
  if (hasModifiers(json)) return { kind: 'not-interpretable' }
  return status === 'cancelled' ? { kind: 'cancelled', reason: readReason(json) } : undefined
}

/** Why there is no value; of a panel that gives none itself, what its components all give. */
function readReason(json: JsonObject): string | undefined {
  const [reason, ...others] = toMembers(json.component).map((one) =>
    readAbsentReason(one?.dataAbsentReason),
  )
  const isOne = others.every((other) => other === reason)
  return readAbsentReason(json.dataAbsentReason) ?? (isOne ? reason : undefined)
}

function readCategories(json: Json | undefined): string[] {
  const codes = readConcepts(json).flatMap(({ codings }) => codings.map(({ code }) => code))
  return [...new Set(present(codes))]
}

/** FHIR R4 Annotation.text, as text only; rich text is stripped and marked (D8). One without a text says nothing. */
function readNotes(json: Json | undefined): string[] {
  return present(toMembers(json).map(readNote))
}

function readNote(note: JsonObject | undefined): string | undefined {
  const isBlank = typeof note?.text === 'string' && readText(note.text) === undefined
  if (note !== undefined && (isBlank || !isPresent(note.text))) return undefined
  const text = toText(note?.text)
  if (text === undefined) return t("A note that can't be read; see the chart")
  const plain = readPlainText(text)
  if (plain === undefined) return t("A note in rich text this app can't show; see the chart")
  return plain.isStrippedRichText
    ? t('{text} (formatting removed)', { text: plain.text })
    : plain.text
}

/** FHIR R4 Observation.focus, in words, unless it is the subject itself (D8). */
function readFocus(json: JsonObject): string | undefined {
  const subject = toObject(json.subject)?.reference
  const others = toMembers(json.focus).filter(
    (one) => one?.reference === undefined || one.reference !== subject,
  )
  const words = others.map(
    (one) =>
      readText(one?.display) ??
      readText(one?.reference) ??
      readText(one?.type) ??
      t('someone or something else'),
  )
  return words.length === 0 ? undefined : words.join(', ')
}
