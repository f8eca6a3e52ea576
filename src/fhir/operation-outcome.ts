import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import { toList, toObject, toObjects, toText } from './json.ts'
import { toOneLine } from './text.ts'

/** One issue of an OperationOutcome (FHIR R4 OperationOutcome.issue), reduced to what is shown. */
export type OutcomeIssue = {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information' | 'unknown'
  /** `issue.code`, such as `suppressed`; undefined when missing. */
  readonly type: string | undefined
  /** The vendor's code in `issue.details.coding`, such as Epic's `59204`. */
  readonly code: string | undefined
  /** The system of `code`: a number of one vendor isn't read with another vendor's meaning. */
  readonly system?: string | undefined
  /** The server's words (`details.text`, else `details.coding.display`); to be shown as plain text only. */
  readonly text: string | undefined
  /** `issue.diagnostics`: may carry identifiers, so it is shown only on demand and never logged (LOG-04). */
  readonly diagnostics: string | undefined
}

/** Epic's arc of object identifiers; what follows differs from one organization to the next. */
const epicArc = 'urn:oid:1.2.840.114350.'

// The mildest first. An unreadable severity may be a grave one, so it stands above a warning.
const severities = ['information', 'warning', 'unknown', 'error', 'fatal'] as const

const incomplete = key('This may not be the complete record.')
const brokenOff = key('The server stopped sending results before the end. Load this part again.')
/** What is said where results were held back (Epic 59204, FHIR `suppressed`). */
export const withheldNotice = key('Some results are withheld from this app.')
const protectedParts = key(
  'Parts of this chart are protected by break-the-glass and may be missing here.',
)

/** Our words for Epic's codes; undefined: nothing to say beside what the screen says anyway. */
const epicNotices: ReadonlyMap<string, Key | undefined> = new Map([
  ['4101', undefined], // nothing found: the empty state says it
  ['59100', undefined], // a search parameter was ignored
  ['4119', incomplete],
  ['59204', withheldNotice],
  ['4130', protectedParts],
  ['4131', protectedParts],
  ['4134', protectedParts],
  ['4113', brokenOff],
])

const typeNotices: ReadonlyMap<string | undefined, Key> = new Map([
  ['suppressed', withheldNotice],
  ['incomplete', incomplete],
])

/**
 * Reads all issues of an OperationOutcome; gives an empty list for anything else. Never throws.
 * FHIR R4 OperationOutcome.issue, OBS-08.
 */
export function readOutcome(json: unknown): OutcomeIssue[] {
  const outcome = toObject(json)
  if (outcome?.resourceType !== 'OperationOutcome') return []
  return toObjects(toList(outcome.issue)).map((issue) => {
    const details = toObject(issue.details)
    const codings = toObjects(details?.coding)
    const coding =
      codings.find(({ system }) => toText(system)?.startsWith(epicArc)) ??
      codings.find(({ code }) => toText(code) !== undefined)
    return {
      severity: severities.find((severity) => severity === issue.severity) ?? 'unknown',
      type: toText(issue.code),
      code: toText(coding?.code),
      system: toText(coding?.system),
      text: toText(details?.text) ?? toText(coding?.display),
      diagnostics: toText(issue.diagnostics),
    }
  })
}

/**
 * Gives the gravest severity over all issues, never only the first (OBS-08): Epic puts an ignored parameter
 * before the fatal issue. Undefined for an empty list.
 */
export function worstSeverity(
  issues: readonly OutcomeIssue[],
): OutcomeIssue['severity'] | undefined {
  return severities.findLast((severity) => issues.some((issue) => issue.severity === severity))
}

/** Whether an issue says the request failed, as a search result's outcome must not (FHIR R4 search). */
export function isGrave(issue: OutcomeIssue): boolean {
  return issue.severity === 'fatal' || issue.severity === 'error'
}

// What Epic and FHIR R4 say when a category isn't offered, or this person may not see it.
const refusalCodes = ['59102', '59111', '4118', '4130', '4131']
const refusalTypes = ['not-supported', 'code-invalid', 'forbidden', 'suppressed']

/** Whether an issue says that this is not offered, or not to this person, however it is asked for. */
export function isRefusal(issue: OutcomeIssue): boolean {
  return (
    isGrave(issue) &&
    (refusalCodes.includes(issue.code ?? '') || refusalTypes.includes(issue.type ?? ''))
  )
}

/** Whether an issue says that this isn't all: what did not come may still be there. */
export function saysIncomplete(issue: OutcomeIssue): boolean {
  const ours = noticeOf(issue)
  return ours === incomplete || ours === brokenOff
}

/**
 * Gives an issue in our words, else the server's own (plain text, at most 200 characters); undefined when there
 * is nothing the reader needs to know (OBS-08).
 */
export function formatNotice(issue: OutcomeIssue): string | undefined {
  const ours = noticeOf(issue)
  if (ours === 'nothing') return undefined
  const words = ours === undefined ? toOneLine(issue.text ?? '', 200) : t(ours)
  if (words !== undefined || issue.severity === 'information') return words
  return t('The server added a warning it did not explain.')
}

/** Our words for an issue; `nothing` where there is nothing to say, undefined where we have none. */
function noticeOf({ system, code, type }: OutcomeIssue): Key | 'nothing' | undefined {
  const isEpic = system === undefined || system.startsWith(epicArc)
  if (isEpic && code !== undefined && epicNotices.has(code))
    return epicNotices.get(code) ?? 'nothing'
  return typeNotices.get(type)
}
