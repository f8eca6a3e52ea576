import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import { bundle, categoryOf, fhirBase } from './test-server.ts'

/** Test support: a FHIR server that searches, sorts, pages and counts as its settings say. */
export type SearchServerSettings = {
  /** Results by category; `effectiveDateTime` in UTC, or none. */
  readonly observations: Readonly<Record<string, readonly JsonObject[]>>
  readonly maxCount?: number
  /** `Bundle.total`: right, of the page alone, wrong by so many, or missing. */
  readonly total?: 'matches' | 'page' | 'absent' | number
  readonly order?: 'stored' | 'newest-first'
  /** Whether it looks at `date`; one that doesn't says so, or answers as if nothing had been asked. */
  readonly dates?: 'searched' | 'ignored' | 'refused'
  readonly saysDates?: boolean
  /** Which pages lead to the next one: all, none, or only those of at most 50. */
  readonly paging?: 'links' | 'none' | 'small'
  /** Stands on every page, beside the results. */
  readonly outcomes?: readonly JsonObject[]
  /** Decides for each page: fail with this, or lead back to this page. */
  readonly trouble?: (url: string, attempt: number) => FhirError | 'loop' | undefined
}

const capability = {
  resourceType: 'CapabilityStatement',
  rest: [{ resource: [{ type: 'Observation', searchParam: [{ name: 'date', type: 'date' }] }] }],
}

export function searchServer(settings: SearchServerSettings) {
  const { maxCount = 100, total = 'matches', dates = 'searched', order = 'stored' } = settings
  const asked: string[] = []

  function find(query: URLSearchParams): JsonObject[] {
    const all = settings.observations[categoryOf(`?${query}`)] ?? []
    if (dates === 'refused' && query.has('date')) throw new FhirError('rejected', { status: 400 })
    const bounds = dates === 'searched' ? query.getAll('date') : []
    const found = all.filter(({ effectiveDateTime: at }) =>
      bounds.every((bound) =>
        typeof at !== 'string'
          ? false
          : bound.startsWith('ge')
            ? at.slice(0, 10) >= bound.slice(2)
            : at.slice(0, 10) < bound.slice(2),
      ),
    )
    const key = ({ effectiveDateTime: at }: JsonObject) => (typeof at === 'string' ? at : '')
    return order === 'newest-first' || query.get('_sort') === '-date'
      ? found.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
      : found
  }

  const request: FhirRequest = async (url, signal) => {
    asked.push(url)
    await Promise.resolve()
    signal?.throwIfAborted()
    if (url === 'metadata') {
      if (settings.saysDates === false) throw new FhirError('rejected', { status: 404 })
      return { body: capability }
    }
    const attempt = asked.filter((one) => one === url).length
    const trouble = settings.trouble?.(url, attempt)
    if (trouble instanceof FhirError) throw trouble
    const query = new URLSearchParams(url.split('?')[1])
    const found = find(query)
    const from = Number(query.get('_page') ?? 0)
    const count = Math.min(Number(query.get('_count') ?? maxCount), maxCount)
    const page = found.slice(from, from + count)
    query.set('_page', String(trouble === 'loop' ? from : from + count))
    const leadsOn = settings.paging === 'small' ? count <= 50 : settings.paging !== 'none'
    const hasNext = leadsOn && from + count < found.length
    const counts = { matches: found.length, page: page.length, absent: undefined }
    return {
      body: bundle([...page, ...(settings.outcomes ?? [])], {
        ...(hasNext
          ? { link: [{ relation: 'next', url: `${fhirBase}/Observation?${query}` }] }
          : { link: [] }),
        total: typeof total === 'number' ? found.length + total : counts[total],
      }),
    }
  }

  return { request, asked, searches: () => asked.filter((url) => url !== 'metadata') }
}
