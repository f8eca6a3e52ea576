import { t } from '../language/t.ts'
import type { Coding, Concept } from '../fhir/coding.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import { toList } from '../fhir/json.ts'
import type { Json } from '../fhir/json.ts'
import { alikeFor, wordsFor, wordTable } from '../fhir/word-table.ts'
import type { Flag } from './observation.ts'

/** Code systems of interpretation: v3, and the older v2 table 0078, under their addresses and OIDs (D7). */
const SYSTEMS = [
  'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  'http://hl7.org/fhir/v3/ObservationInterpretation',
  'http://terminology.hl7.org/CodeSystem/v2-0078',
  'http://hl7.org/fhir/v2/0078',
  'urn:oid:2.16.840.1.113883.5.83',
  'urn:oid:2.16.840.1.113883.12.78',
]

const CRITICAL = ['HH', 'LL', 'AA']
const ABNORMAL = ['H', 'L', 'A', 'HU', 'LU', 'H>', 'L<', '>', '<']
const HIGH = ['HH', 'H', 'HU', 'H>', '>']
const LOW = ['LL', 'L', 'LU', 'L<', '<']

/** Codes in words; those without a level are the laboratory's words about something else than high or low. */
const WORDS = wordTable(`
  HH: Critically high
  LL: Critically low
  AA: Critically abnormal
  H: High
  L: Low
  A: Abnormal
  N: Normal
  HU: Significantly high
  LU: Significantly low
  H>: Significantly high
  L<: Significantly low
  >: Off scale high
  <: Off scale low
  HX: Above high threshold
  LX: Below low threshold
  B: Better
  W: Worse
  U: Significant change up
  D: Significant change down
  S: Susceptible
  R: Resistant
  I: Intermediate
  MS: Moderately susceptible
  VS: Very susceptible
  SDD: Susceptible, dose-dependent
  NS: Not susceptible
  POS: Positive
  NEG: Negative
  DET: Detected
  ND: Not detected
  IND: Indeterminate
  E: Equivocal
  RR: Reactive
  WR: Weakly reactive
  NR: Non-reactive
  EXP: Expected
  UNE: Unexpected
  IE: Insufficient evidence
  QCF: Quality control failure
`)

/** What table 0078 calls some of these codes, in the words of servers: saying both would say the same twice. */
const OLD_WORDS: ReadonlyMap<string, string> = new Map([
  ['L', 'Below low normal'],
  ['H', 'Above high normal'],
  ['LL', 'Below lower panic limits'],
  ['HH', 'Above upper panic limits'],
  ['N', 'Normal (applies to non-numeric results)'],
  ['A', 'Abnormal (applies to non-numeric results)'],
  [
    'AA',
    'Very abnormal (applies to non-numeric units, analogous to panic limits for numeric units)',
  ],
  ['<', 'Below absolute low-off instrument scale'],
  ['>', 'Above absolute high-off instrument scale'],
])

/**
 * Reads FHIR R4 Observation.interpretation: one flag for each thing said (D7). Codes count only in their own code
 * system; all codings of a concept are looked at. A code or text this app doesn't know keeps the sender's words at
 * level `other`: it is never taken for normal, also when a code that is known stands beside it. No interpretation gives
 * no flag.
 */
export function readFlags(json: Json | undefined): Flag[] {
  return toList(json)
    .flatMap((member) => readConceptFlags(readConcept(member)))
    .filter((flag, at, all) => all.findIndex((one) => one.text === flag.text) === at)
}

function readConceptFlags(concept: Concept): Flag[] {
  const { text, codings } = concept
  const known = codings.filter(isKnown)
  const flags = known.map(({ code = '' }): Flag => {
    const words = wordsFor(WORDS, code) ?? code
    const same = [...alikeFor(WORDS, code), code, OLD_WORDS.get(code)]
    const saysMore =
      text !== undefined && !same.some((one) => one?.toLowerCase() === text.toLowerCase())
    return {
      code,
      level: levelOf(code),
      direction: HIGH.includes(code) ? 'high' : LOW.includes(code) ? 'low' : undefined,
      text: saysMore ? `${words} (${text})` : words,
    }
  })
  if (known.length === 0 && text !== undefined) flags.push(otherFlag(text))
  const said = [text, ...known.flatMap(({ code = '' }) => [code, ...alikeFor(WORDS, code)])]
  // What a coding without words means is said by the text, where no code is known that might mean another thing.
  const isSaid = ({ code, display }: Coding) =>
    (display === undefined && known.length === 0 && text !== undefined) ||
    said.some((words) => words?.toLowerCase() === (display ?? code)?.toLowerCase())
  for (const coding of codings.filter((one) => !isKnown(one) && !isSaid(one))) {
    flags.push(otherFlag(conceptText({ text: undefined, codings: [coding] })))
  }
  return flags.length === 0 ? [otherFlag(undefined)] : flags
}

function levelOf(code: string): Flag['level'] {
  if (CRITICAL.includes(code)) return 'critical'
  if (ABNORMAL.includes(code)) return 'abnormal'
  return code === 'N' ? 'normal' : 'other'
}

function isKnown({ system, code }: Coding): boolean {
  return system !== undefined && SYSTEMS.includes(system) && WORDS.has(code ?? '')
}

function otherFlag(text: string | undefined): Flag {
  return {
    level: 'other',
    direction: undefined,
    text: text ?? unreadable(),
  }
}

/** The app's own words for a flag that says nothing that it could show. */
const unreadable = () => t("Has an interpretation this app can't read")

/** Whether the words of a flag are the sender's, as no code that this app knows says it. */
export function isFlagOfSender({ code, text }: Flag): boolean {
  return code === undefined && text !== unreadable()
}
