import type { Breathe } from '../fhir/breather.ts'
import { FhirError } from '../fhir/fhir-error.ts'
import type { FhirRequest, FhirStream } from '../fhir/fhir-request.ts'
import { parseJson } from '../fhir/json.ts'
import type { ObservationCategory } from '../fhir/record-status.ts'
import type { FoundResult } from './file-contents.ts'
import { putMember } from './json-text.ts'
import { planCategories } from './local-categories.ts'
import { chooseNewest } from './newest-results.ts'
import type { FilePerson } from './people.ts'

/** The base of a server that there isn't: nothing is ever asked there (RFC 6761 "invalid"). */
export const localBase = 'https://local.invalid/fhir'

/** The resources of one person, answered as a FHIR server answers, out of memory. */
export type LocalServer = {
  readonly request: FhirRequest
  readonly stream: FhirStream
  /** Categories to be asked for beside those of FHIR, so that every result comes. */
  readonly categories: readonly ObservationCategory[]
  /** How many different results there are. */
  readonly count: number
  /** Lets go of everything. */
  readonly close: () => void
}

const notFound = () => new FhirError('rejected', { status: 404 })

/**
 * Makes a server of what files hold of one person: reading by id, searching by category page by page, as the record asks.
 * Every result says `Patient/<id>` as its subject, however the file says it, and has an id.
 *
 * @param isIncomplete whether results may be missing: then every answer says so, as a server does (OBS-08)
 */
export async function createLocalServer(
  person: FilePerson,
  isIncomplete: boolean,
  breathe: Breathe,
): Promise<LocalServer> {
  const { id: patientId, patient } = person
  let { newest } = await chooseNewest(person.results, breathe)
  const plan = await planCategories([...newest.values()], breathe)
  let { byCategory } = plan

  function textOf(result: FoundResult): string {
    const reference = `Patient/${patientId}`
    const { subject, text, id, hasOwnId } = result
    const isSo = subject.kind === 'patient' && subject.address === reference
    const named = hasOwnId ? text : putMember(text, 'id', id)
    return isSo ? named : putMember(named, 'subject', { reference })
  }

  function search(query: URLSearchParams): string {
    const all = byCategory.get(query.get('category') ?? '') ?? []
    const count = Math.max(1, Number(query.get('_count') ?? 1000) || 1000)
    const from = Math.max(0, Number(query.get('_offset')) || 0)
    const page = all.slice(from, from + count)
    const entries = page.map((one) => `{"resource":${textOf(one)},"search":{"mode":"match"}}`)
    if (isIncomplete) entries.push(incompleteEntry)
    const next = new URLSearchParams(query)
    next.set('_offset', String(from + count))
    const link =
      from + count < all.length ? [{ relation: 'next', url: `Observation?${next.toString()}` }] : []
    const total = all.length
    return `${JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total, link }).slice(0, -1)},"entry":[${entries.join(',')}]}`
  }

  /** The text of an answer; undefined where there is nothing at the address. */
  function answer(url: string): string | undefined {
    const [path = '', query] = url.split('?', 2)
    const [type, encoded = '', more] = path.split('/')
    if (path === 'metadata') return '{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}'
    if (path === 'Observation') return search(new URLSearchParams(query))
    if (more !== undefined) return undefined
    const id = decode(encoded)
    if (type === 'Patient' && patient && id === patientId)
      return patient.json.id === patientId ? patient.text : putMember(patient.text, 'id', patientId)
    const result = type === 'Observation' ? newest.get(id) : undefined
    return result && textOf(result)
  }

  return {
    request(url) {
      const text = answer(url)
      return text === undefined
        ? Promise.reject(notFound())
        : Promise.resolve({ body: parseJson(text) })
    },
    stream(url) {
      const text = answer(url)
      return text === undefined ? Promise.reject(notFound()) : Promise.resolve(toPieces(text))
    },
    categories: plan.categories,
    count: newest.size,
    close() {
      newest = new Map()
      byCategory = new Map()
    },
  }
}

const incompleteEntry = JSON.stringify({
  resource: {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'incomplete' }],
  },
  search: { mode: 'outcome' },
})

// oxlint-disable-next-line typescript/require-await
async function* toPieces(text: string): AsyncGenerator<string> {
  yield text
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
