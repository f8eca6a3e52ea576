import type { CodeableConcept, Encounter, Observation, Patient } from 'fhir/r4'

import { matchesDate, toPeriod } from './fhir-period.ts'
import type { Period } from './fhir-period.ts'
import { toDisplayName, toPatientId } from './fhir-store.ts'
import type { FhirStore, Resource } from './fhir-store.ts'

/** Search parameters in the order they were sent; a name may come twice. */
export type Query = readonly (readonly [name: string, value: string])[]

/** What a search found, and the parameters it didn't know. */
export type SearchResult = {
  readonly resources: readonly Resource[]
  readonly ignored: readonly string[]
}

/** A parameter with a value that cannot be searched for: a 400. */
export class SearchError extends Error {}

type Token = readonly [system: string, code: string]
type Filter<R> = (resource: R, value: string) => boolean
type Filters<R> = Readonly<Record<string, Filter<R>>>

const control = new Set(['_sort', '_count', '_format', '_pretty', '_total'])

const isListed: Filter<Resource> = (resource, value) => value.split(',').includes(resource.id ?? '')

const observationFilters: Filters<Observation> = {
  _id: isListed,
  patient: (observation, value) => isOf(observation.subject?.reference, value),
  subject: (observation, value) => isOf(observation.subject?.reference, value),
  category: (observation, value) =>
    matchesToken((observation.category ?? []).flatMap(toTokens), value),
  code: (observation, value) => matchesToken(toTokens(observation.code), value),
  status: (observation, value) => matchesToken([['', observation.status]], value),
  date: (observation, value) => fitsDate(toEffectivePeriod(observation), value),
}

const patientFilters: Filters<Patient> = {
  _id: isListed,
  identifier: (patient, value) =>
    matchesToken(
      (patient.identifier ?? []).map(({ system = '', value: code = '' }) => [system, code]),
      value,
    ),
  family: (patient, value) =>
    (patient.name ?? []).some(({ family = '' }) =>
      family.toLowerCase().startsWith(value.toLowerCase()),
    ),
  name: (patient, value) => toDisplayName(patient.name).toLowerCase().includes(value.toLowerCase()),
  birthdate: (patient, value) => fitsDate(toPeriod(patient.birthDate), value),
  gender: (patient, value) => value.split(',').includes(patient.gender ?? ''),
}

const encounterFilters: Filters<Encounter> = {
  _id: isListed,
  patient: (encounter, value) => isOf(encounter.subject?.reference, value),
  subject: (encounter, value) => isOf(encounter.subject?.reference, value),
  status: (encounter, value) => value.split(',').includes(encounter.status),
}

/** The search parameters of each type that can be searched, for the CapabilityStatement. */
export const searchParameters: Readonly<Record<string, readonly string[]>> = {
  Observation: Object.keys(observationFilters),
  Patient: Object.keys(patientFilters),
  Encounter: Object.keys(encounterFilters),
}

/** Searches of each store that were asked for last: what pages of one search, and many launches of one chart, ask again. */
const answered = new WeakMap<FhirStore, Map<string, SearchResult>>()
const keptSearches = 100

/** Runs a search as {@link searchResources} does, or finds again what it gave before: records never change. */
export function searchAgain(
  store: FhirStore,
  type: string,
  query: Query,
  defaultSort?: '-date',
): SearchResult {
  const kept = answered.get(store) ?? new Map<string, SearchResult>()
  answered.set(store, kept)
  const key = JSON.stringify([type, query, defaultSort])
  const found = kept.get(key) ?? searchResources(store, type, query, defaultSort)
  // The one asked for last is the last to go.
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of kept.keys()) if (kept.size > keptSearches) kept.delete(oldest)
  return found
}

/**
 * Runs a FHIR R4 search over one type. Values joined by a comma are alternatives, repeated parameters must all fit.
 * `defaultSort` is the order of a search for Observations that asks for none. Throws a {@link SearchError} for a value
 * that makes no sense.
 */
function searchResources(
  store: FhirStore,
  type: string,
  query: Query,
  defaultSort?: '-date',
): SearchResult {
  switch (type) {
    case 'Observation':
      return sortObservations(
        runFilters(observationCandidates(store, query), observationFilters, query),
        query.find(([name]) => name === '_sort')?.[1] ?? defaultSort,
      )
    case 'Patient':
      return runFilters([...store.patients, ...askedFor(store, query)], patientFilters, query)
    case 'Encounter':
      return runFilters(store.all('Encounter') as Encounter[], encounterFilters, query)
    default:
      throw new SearchError(`${type} cannot be searched`)
  }
}

/** The patients a search names, as ids without `Patient/`; undefined when it names none. */
export function askedPatients(query: Query): string[] | undefined {
  const values = query.filter(([name]) => ['patient', 'subject'].includes(bare(name)))
  if (values.length === 0) return undefined
  return values.flatMap(([, value]) => value.split(',').map(toId))
}

/** The values of a parameter, comma lists taken apart. */
export function valuesOf(query: Query, name: string): string[] {
  return query.filter(([one]) => one === name).flatMap(([, value]) => value.split(','))
}

/** Whether one of the category tokens names this code. */
export function hasCategory(tokens: readonly string[], code: string): boolean {
  return tokens.some((token) => token === code || token.endsWith(`|${code}`))
}

/** A parameter's name without its modifier: `subject` of `subject:Patient`. */
export function bare(name: string): string {
  return name.split(':')[0] ?? name
}

/** Whether one of the tokens fits `system|code`, `code` or `system|` (FHIR R4 search §3.1.1.4.10). */
export function matchesToken(tokens: readonly Token[], value: string): boolean {
  return value.split(',').some((wanted) => {
    const [system, code] = wanted.split('|')
    if (code === undefined) return tokens.some((token) => token[1] === wanted)
    return tokens.some((token) => token[0] === system && (code === '' || token[1] === code))
  })
}

/** The codings of a concept as tokens. */
export function toTokens(concept: CodeableConcept): Token[] {
  return (concept.coding ?? []).map(({ system = '', code = '' }) => [system, code])
}

function observationCandidates(store: FhirStore, query: Query): Observation[] {
  const patients = askedPatients(query)
  const ids = patients ?? store.patients.map((patient) => patient.id ?? '')
  return [...new Set(ids)].flatMap((id) => store.observationsOf(id))
}

/** Generated patients are in no list; a search by id finds them all the same. */
function askedFor(store: FhirStore, query: Query): Patient[] {
  return valuesOf(query, '_id')
    .filter((id) => !store.patients.some((patient) => patient.id === id))
    .map((id) => store.readPatient(id))
    .filter((patient) => patient !== undefined)
}

function runFilters<R extends Resource>(
  candidates: readonly R[],
  filters: Filters<R>,
  query: Query,
): { resources: R[]; ignored: string[] } {
  const ignored: string[] = []
  let resources = [...candidates]
  for (const [name, value] of query) {
    if (control.has(name)) continue
    const filter = Object.hasOwn(filters, bare(name)) ? filters[bare(name)] : undefined
    const modifier = name.split(':')[1]
    if (filter === undefined || (modifier !== undefined && modifier !== 'Patient')) {
      ignored.push(name)
    } else {
      resources = resources.filter((resource) => filter(resource, value))
    }
  }
  return { resources, ignored }
}

function sortObservations(
  found: { resources: Observation[]; ignored: string[] },
  sort: string | undefined,
): SearchResult {
  if (sort === undefined) return found
  const isDescending = sort.startsWith('-')
  const key = isDescending ? sort.slice(1) : sort
  if (key !== 'date') throw new SearchError(`_sort=${sort} is not supported`)
  // Undated results go last either way: they belong to no place in time.
  const rank = (observation: Observation) => {
    const period = toEffectivePeriod(observation)
    if (period === undefined) return Infinity
    return isDescending ? -period.end : period.start
  }
  const ranked = found.resources.map((resource) => ({ resource, rank: rank(resource) }))
  ranked.sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
  return { ...found, resources: ranked.map(({ resource }) => resource) }
}

function toEffectivePeriod(observation: Observation): Period | undefined {
  const period = observation.effectivePeriod
  if (period === undefined) {
    return toPeriod(observation.effectiveDateTime ?? observation.effectiveInstant)
  }
  return {
    start: toPeriod(period.start)?.start ?? -Infinity,
    end: toPeriod(period.end)?.end ?? Infinity,
  }
}

function fitsDate(period: Period | undefined, value: string): boolean {
  return value.split(',').some((one) => {
    const fits = matchesDate(period, one)
    if (fits === undefined) throw new SearchError(`${one} is not a date`)
    return fits
  })
}

function toId(value: string): string {
  return value.includes('/') ? toPatientId(value) : value
}

function isOf(reference: string | undefined, value: string): boolean {
  return value.split(',').map(toId).includes(toPatientId(reference))
}
