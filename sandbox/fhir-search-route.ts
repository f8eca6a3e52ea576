import type { OperationOutcomeIssue } from 'fhir/r4'
import type { Context } from 'hono'

import { accessFor } from './fhir-access.ts'
import type { Access } from './fhir-access.ts'
import { sendForbidden, sendProblem, sendResource, sendUnauthorized } from './fhir-answer.ts'
import type { Env } from './fhir-answer.ts'
import { contentFaultsFor, toSearchset } from './fhir-bundle.ts'
import type { ContentFaultKind } from './faults.ts'
import { isFurtherPage, resumedPosition } from './fhir-paging.ts'
import { SearchError, askedPatients, bare, searchAgain, valuesOf } from './fhir-search.ts'
import type { Query } from './fhir-search.ts'
import {
  epicBadValue,
  epicInvalidValue,
  epicMoreMayExist,
  epicNoResults,
  epicPagingExpired,
  epicRequired,
  epicSuppressed,
  epicUnknownParameter,
  toIssue,
} from './outcomes.ts'
import type { SearchPosition } from './paging.ts'
import type { FhirProfile } from './profile.ts'

/** Answers a search, or a further page of one. */
export async function searchType(
  c: Context<Env>,
  type: string,
  parameters: URLSearchParams,
): Promise<Response> {
  const tenant = c.get('tenant')
  const { fhir } = tenant.profile
  const access = accessFor(c.get('token'), type, 's')
  if (access === undefined) return sendForbidden(c, `searching ${type}`)

  const isPage = isFurtherPage(parameters)
  const position = isPage
    ? resumedPosition(tenant, type, parameters)
    : toFirstPosition([...parameters], fhir)
  const faults = position === undefined ? [] : contentFaultsFor(tenant, type, position)
  const has = (kind: ContentFaultKind) => faults.some((fault) => fault.kind === kind)
  if (position === undefined || has('paging-expired')) {
    const isEpic = fhir.outcomes === 'epic'
    const expired = isEpic ? epicPagingExpired() : toIssue('error', 'expired', 'No such page.')
    return sendProblem(c, isEpic ? 400 : 410, [expired])
  }
  if (has('token-expires')) {
    await c.get('token').destroy()
    return sendUnauthorized(c)
  }

  const { query } = position
  const refusal = refuse(c, type, query, access)
  if (refusal !== undefined) return refusal

  try {
    const found = searchAgain(tenant.store, type, query, fhir.defaultSort)
    if (found.ignored.length > 0 && /handling=strict/.test(c.req.header('Prefer') ?? '')) {
      const words = `Unknown parameters: ${found.ignored.join(', ')}`
      return sendProblem(c, 400, [toIssue('error', 'not-supported', words)])
    }
    const matches = found.resources.filter(access.allows)
    const notices =
      fhir.outcomes === 'epic'
        ? toEpicNotices(type, found.ignored, matches.length, fhir)
        : found.ignored.map((name) =>
            toIssue('warning', 'not-supported', `The parameter ${name} was ignored.`),
          )
    const self = isPage
      ? `${tenant.fhirRoot}/${type}?${parameters}`
      : `${tenant.fhirRoot}/${type}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`
    return sendResource(c, toSearchset(tenant, { type, position, self, matches, notices, faults }))
  } catch (error) {
    if (!(error instanceof SearchError)) throw error
    const issue =
      fhir.outcomes === 'epic'
        ? epicBadValue(error.message)
        : toIssue('error', 'value', error.message)
    return sendProblem(c, 400, [issue])
  }
}

function toFirstPosition(query: Query, fhir: FhirProfile): SearchPosition {
  const [asked] = valuesOf(query, '_count')
  const count = asked !== undefined && /^\d+$/.test(asked) ? Number(asked) : fhir.defaultCount
  return { query, offset: 0, count: Math.min(count, fhir.maxCount) }
}

/** Refuses a search that asks for another patient, or that the profile finds incomplete. */
function refuse(c: Context<Env>, type: string, query: Query, access: Access): Response | undefined {
  const others = askedPatients(query)?.filter((id) => id !== access.patient) ?? []
  if (access.patient !== undefined && others.length > 0) return sendForbidden(c, 'other patients')
  const { fhir } = c.get('tenant').profile
  if (type === 'Patient' && fhir.outcomes === 'oracle' && query.length === 0) {
    const words = 'at least one of _id, identifier, name, birthdate, gender must be provided'
    return sendProblem(c, 400, [toIssue('error', 'required', words)])
  }
  if (type !== 'Observation' || fhir.outcomes !== 'epic') return undefined

  const names = query.map(([name]) => bare(name))
  const known = [
    'patient',
    'subject',
    'category',
    'code',
    'date',
    'status',
    '_id',
    '_sort',
    '_count',
  ]
  const unknown = names
    .filter((name) => !known.includes(name) && name !== '_format')
    .map(epicUnknownParameter)
  const fail = (issue: OperationOutcomeIssue) => sendProblem(c, 400, [...unknown, issue])
  if (names.includes('_id')) return undefined
  if (!names.includes('patient') && !names.includes('subject')) {
    return fail(epicRequired('Must have a patient.'))
  }
  if (fhir.needsCategoryOrCode && !names.includes('category') && !names.includes('code')) {
    return fail(epicRequired('Must have either code or category.'))
  }
  const categories = valuesOf(query, 'category').map((token) => token.split('|').at(-1) ?? '')
  const strange = categories.find((code) => fhir.categories?.includes(code) === false)
  if (strange !== undefined) return fail(epicInvalidValue(`Invalid category: ${strange}`))
  const isRegistered = categories.length === 0 || categories.some(access.allowsCategory)
  return isRegistered ? undefined : sendForbidden(c, 'this category')
}

/** The issues of Epic's outcome entry: unknown parameters first, then what is missing from the results. */
function toEpicNotices(
  type: string,
  ignored: readonly string[],
  found: number,
  fhir: FhirProfile,
): OperationOutcomeIssue[] {
  return [
    ...ignored.map(epicUnknownParameter),
    ...(fhir.saysMoreMayExist ? [epicMoreMayExist()] : []),
    found === 0 ? epicNoResults() : epicSuppressed(type),
  ]
}
