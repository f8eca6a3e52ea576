import { key, t } from '../language/t.ts'
import type { Coding, Concept } from '../fhir/coding.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toList, toMembers, toObject } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { ReferenceRange } from './observation.ts'
import { readQuantityPair } from './read-quantity.ts'
import { formatBounds } from './words.ts'

const MEANINGS = [
  'http://terminology.hl7.org/CodeSystem/referencerange-meaning',
  'http://hl7.org/fhir/referencerange-meaning',
]
/** Codes of that system in words; they name both kinds of range and for whom one holds. */
const MEANING_WORDS = wordTable(`
  normal: Normal
  recommended: Recommended
  treatment: Treatment
  therapeutic: Therapeutic
  pre: Before treatment
  post: After treatment
  endocrine: Endocrine
  pre-puberty: Before puberty
  follicular: Follicular phase
  midcycle: Midcycle
  luteal: Luteal phase
  postmenopausal: After menopause
`)
/** Codes that say for certain that a range is no normal one; the others say for whom, in the wrong place. */
const OTHER_TYPES = ['recommended', 'treatment', 'therapeutic', 'pre', 'post']
const UNREADABLE = key("a range this app can't read")
const unreadable = (): ReferenceRange => ({
  low: undefined,
  high: undefined,
  text: t(UNREADABLE),
  type: undefined,
  appliesTo: [],
  age: undefined,
  appliesToCodings: [],
  ageBounds: undefined,
  isBroken: true,
})

/**
 * Reads FHIR R4 Observation.referenceRange: all ranges in the order sent, each with its qualifiers; none is picked
 * by guess and no number is read out of text (D7). Limits that can't be read say so beside the text; a range without
 * limits and text is kept when it says of what kind or for whom it is.
 */
export function readRanges(json: Json | undefined): ReferenceRange[] {
  return present(toList(json).map((member) => readRange(toObject(member))))
}

function readRange(json: JsonObject | undefined): ReferenceRange | undefined {
  if (json === undefined || hasModifiers(json)) return unreadable()
  const hasBounds = isPresent(json.low) || isPresent(json.high)
  const bounds = readQuantityPair(json, 'low', 'high')
  const isBroken = hasBounds && bounds === undefined
  const text = readText(json.text)
  const groups = toMembers(json.appliesTo).map(readConcept)
  const isQualified = isPresent(json.type) || isPresent(json.age) || groups.length > 0
  if (bounds === undefined && text === undefined && !isBroken && !isQualified) return undefined
  const without = isBroken ? t(UNREADABLE) : bounds === undefined ? t('no limits given') : undefined
  return {
    low: bounds?.[0],
    high: bounds?.[1],
    text:
      isBroken && text !== undefined
        ? t("{text} (and limits this app can't read)", { text })
        : (text ?? without),
    ...readType(json.type),
    appliesTo: groups.map((group) => meaningOf(group) ?? t('a group not named')),
    appliesToCodings: groups.map(({ codings }) => codings),
    ...readAge(json.age),
    ...(isBroken && { isBroken }),
  }
}

/** What says no more than that a range is a normal one, in small letters. */
const NORMAL_WORDS = ['normal', 'normal range', 'normal reference range', 'reference range']

/**
 * Undefined for a normal range, which is also what a missing type means (FHIR R4 referenceRange.type). Words that say
 * more ("Normal, third trimester") are kept, and leave unclear for whom it holds.
 */
function readType(json: Json | undefined): Pick<ReferenceRange, 'type' | 'isTypeUnclear'> {
  if (!isPresent(json)) return { type: undefined }
  const concept = readConcept(json)
  const codes = present(concept.codings.filter(isMeaning).map(({ code }) => code))
  const isNormal = codes.includes('normal')
  const words = present([concept.text, ...concept.codings.map(({ display }) => display)])
  const extra = words.filter((one) => !NORMAL_WORDS.includes(one.trim().toLowerCase()))
  if (isNormal && (extra.length > 0 || codes.some((code) => code !== 'normal'))) {
    const others = codes.map((code) => wordsFor(MEANING_WORDS, code) ?? code)
    return { type: extra[0] ?? others.join(', '), isTypeUnclear: true }
  }
  const isClear =
    codes.length > 0 &&
    codes.every((code) => (isNormal ? code === 'normal' : OTHER_TYPES.includes(code)))
  return {
    type: isNormal ? undefined : (meaningOf(concept) ?? t('Type not named')),
    ...(!isClear && { isTypeUnclear: true }),
  }
}

function meaningOf(concept: Concept): string | undefined {
  const known = concept.codings.find(isMeaning)
  return conceptText(concept, wordsFor(MEANING_WORDS, known?.code))
}

function isMeaning({ system }: Coding): boolean {
  return MEANINGS.includes(system ?? '')
}

function readAge(json: Json | undefined): Pick<ReferenceRange, 'age' | 'ageBounds'> {
  if (!isPresent(json)) return { age: undefined, ageBounds: undefined }
  const bounds = readQuantityPair(json, 'low', 'high')
  if (bounds === undefined) {
    return { age: t('of an age not readable'), ageBounds: { kind: 'not-readable' } }
  }
  const [low, high] = bounds
  return {
    age: t('age {bounds}', { bounds: formatBounds(low, high) }),
    ageBounds: { kind: 'between', low, high },
  }
}
