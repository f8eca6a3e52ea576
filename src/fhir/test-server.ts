import { FhirError } from './fhir-error.ts'
import type { FhirRequest, FhirStream } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import { createRecordLoad } from './load-record.ts'
import type { RecordLoad, RecordLoadOptions } from './record-load.ts'
import { planQueries, type QueryPlan } from './query-plan.ts'
import { noAbilities } from './server-abilities.ts'
import type { CategoryStatus, RecordStatus } from './record-status.ts'

/** Test support: a FHIR server of one patient, as a table of pages, and what a record load makes of it. */

export const fhirBase = 'https://ehr.example/r4'
export const patientId = 'maria'

/** An Observation of the patient; whatever `more` says replaces it. */
export function observation(id: string, more: JsonObject = {}): JsonObject {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/maria' },
    ...more,
  }
}

/** A searchset page with these resources as matches. */
export function bundle(resources: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  const entry = resources.map((resource) => ({ resource, search: { mode: 'match' } }))
  return { resourceType: 'Bundle', type: 'searchset', entry, ...more }
}

/** An OperationOutcome with one issue. */
export function outcome(
  severity: string,
  code: string,
  text: string,
  type = 'processing',
): JsonObject {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity, code: type, details: { coding: [{ code }], text } }],
  }
}

/** One answer: a body, an error to throw, or a function that decides when it is asked. */
export type Answer =
  JsonObject | FhirError | ((url: string, signal?: AbortSignal) => Answer | Promise<Answer>)

/** Which category a search asks for. */
export function categoryOf(url: string): string {
  return new URLSearchParams(url.split('?')[1]).get('category')?.split('|').at(-1) ?? ''
}

/**
 * A server that answers the search of a category with its pages, one after another, under opaque addresses as
 * Epic's (`?sessionID=…`). A Bundle without `link` gets one to the page after it. Other categories are empty.
 */
export function fakeServer(pages: Record<string, readonly Answer[]>) {
  const asked: string[] = []
  const answers = new Map<string, Answer>()
  const load = { now: 0, most: 0 }
  for (const [code, list] of Object.entries(pages)) {
    list.forEach((answer, index) => answers.set(`${code}-${index}`, answer))
  }

  const request: FhirRequest = async (url, signal) => {
    asked.push(url)
    load.now += 1
    load.most = Math.max(load.most, load.now)
    try {
      await Promise.resolve()
      signal?.throwIfAborted()
      const key = /sessionID=(.+)$/.exec(url)?.[1] ?? `${categoryOf(url)}-0`
      let answer = answers.get(key) ?? bundle([])
      while (typeof answer === 'function') answer = await answer(url, signal)
      if (answer instanceof FhirError) throw answer
      return { body: withNext(answer, key) }
    } finally {
      load.now -= 1
    }
  }

  function withNext(body: JsonObject, key: string): JsonObject {
    const next = key.replace(/\d+$/, (index) => String(Number(index) + 1))
    if (body.link !== undefined || !answers.has(next)) return body
    const url = `${fhirBase}/Observation?sessionID=${next}`
    return { ...body, link: [{ relation: 'next', url }] }
  }

  return { request, asked, load }
}

/** Gives the answers of a request as text, in pieces of this length. */
export function toStream(request: FhirRequest, length = 700): FhirStream {
  return async (url, signal) => {
    const { body } = await request(url, signal)
    const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
    return (async function* () {
      for (let from = 0; from < text.length; from += length) {
        await Promise.resolve()
        yield text.slice(from, from + length)
      }
    })()
  }
}

/** The usual plan where everything is granted and nothing is known of the server. */
export const usualPlan: QueryPlan = planQueries({ kind: 'all' }, noAbilities, {
  categories: [],
  bareCodes: false,
  pageSize: 1000,
  maxPages: 500,
})

/** A record load over a server, with everything it gave and said. */
export function loadFrom(
  request: FhirRequest,
  {
    plan,
    planBy,
    ...options
  }: Partial<Omit<RecordLoadOptions, 'plan'>> & {
    plan?: Partial<QueryPlan>
    planBy?: RecordLoadOptions['plan']
  } = {},
) {
  const given: JsonObject[][] = []
  const said: RecordStatus[] = []
  const waits: number[] = []
  const record: RecordLoad = createRecordLoad({
    request: () => Promise.reject(new FhirError('rejected', { status: 404 })),
    stream: toStream(request),
    patientId,
    fhirBase,
    plan: planBy ?? (() => ({ ...usualPlan, ...plan })),
    now: () => 1_000,
    onResources: (resources) => {
      given.push([...resources])
      return []
    },
    onChange: () => said.push(record.status),
    breathe: () => Promise.resolve(),
    sleep: async (milliseconds, signal) => {
      waits.push(milliseconds)
      await Promise.resolve()
      signal.throwIfAborted()
    },
    ...options,
  })
  /** What a holder of everything given would have, by id. */
  const held = () => new Map(given.flat().map((resource) => [resource.id, resource]))
  const line = (code: string, status = record.status): CategoryStatus | undefined =>
    status.categories.find(({ category }) => category.code === code)
  const state = (code: string, status = record.status) => line(code, status)?.state
  return { record, given, said, waits, held, line, state }
}
