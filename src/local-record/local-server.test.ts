import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import type { JsonObject } from '../fhir/json.ts'
import { createRecordLoad } from '../fhir/load-record.ts'
import { planQueries } from '../fhir/query-plan.ts'
import { createLocalServer, localBase, type LocalServer } from './local-server.ts'
import { sortByPerson } from './people.ts'
import { atOnce, bundle, contentsOf, lines, observation, patient } from './test-files.ts'

async function serve(text: string, isIncomplete = false) {
  const [person] = (await sortByPerson([await contentsOf(text)], atOnce)).people
  if (!person) throw new Error('nobody')
  return createLocalServer(person, isIncomplete, atOnce)
}

/** Loads everything from a server as a record does; gives the resources by id, and the status. */
async function loadAll(server: LocalServer, pageSize = 1000) {
  const found = new Map<unknown, JsonObject>()
  const load = createRecordLoad({
    ...server,
    patientId: 'p',
    fhirBase: localBase,
    plan: (abilities) =>
      planQueries({ kind: 'all' }, abilities, {
        categories: server.categories,
        bareCodes: false,
        pageSize,
        maxPages: Infinity,
      }),
    now: () => 0,
    onResources: (resources) => {
      for (const one of resources) found.set(one.id, one)
      return []
    },
    onChange: () => {},
  })
  await load.start()
  return { found, status: load.status }
}

const textOf = async (server: LocalServer, url: string) => {
  let text = ''
  for await (const piece of await server.stream(url, new AbortController().signal)) text += piece
  return text
}

describe('createLocalServer', () => {
  it('gives every result to a record that loads it by category, whatever its categories are', async () => {
    const coding = fc.record({
      system: fc.constantFrom(undefined, 'urn:a', 'http://b.example/x', 'a|b', 'c d'),
      code: fc.oneof(
        fc.constantFrom('laboratory', 'vital-signs', 'sdoh', 'local', 'a,b', 'a|b', '$', ''),
        fc.string(),
      ),
    })
    const categories = fc.array(fc.array(coding, { maxLength: 3 }), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(categories, fc.integer({ min: 1, max: 60 }), async (some, pageSize) => {
        const results = some.map((codings, index) =>
          observation(`o-${index}`, 'Patient/p', { category: [{ coding: codings }] }),
        )
        const server = await serve(lines(patient('p'), ...results))
        const { found, status } = await loadAll(server, pageSize)
        expect(found.size).toBe(results.length)
        expect(status.categories.every(({ state }) => /loaded|empty/.test(state.kind))).toBe(true)
        expect(status.categories.flatMap(({ notices }) => notices)).toEqual([])
        expect(status.categories.length).toBeLessThan(33)
      }),
      { numRuns: 60 },
    )
  })

  it('PAT-02 names the patient the one way that the record compares, and keeps every digit', async () => {
    const urn = 'urn:uuid:11111111-2222-4333-8444-555555555555'
    const text = bundle(
      { fullUrl: urn, resource: patient('p') },
      { resource: observation('o', urn, { valueQuantity: { value: 5, unit: 'g' } }) },
    ).replace('"value":5', '"value":5.100')
    const server = await serve(text)
    const raw = await textOf(server, 'Observation/o')
    expect(raw).toContain('5.100')
    expect(JSON.parse(raw)).toMatchObject({ id: 'o', subject: { reference: 'Patient/p' } })
    const { found, status } = await loadAll(server)
    expect(found.get('o')).toMatchObject({ valueQuantity: { value: '5.100' } })
    expect(status.withoutSubject).toBe(0)
  })

  it('OBS-03 gives the newest version alone where a file holds several', async () => {
    const version = (versionId: string, text: string) =>
      observation('o', 'Patient/p', { meta: { versionId }, valueString: text })
    const server = await serve(lines(patient('p'), version('2', 'new'), version('1', 'old')))
    expect(server.count).toBe(1)
    expect(await textOf(server, 'Observation/o')).toContain('new')
  })

  it('reads the Patient, also one without an id of its own', async () => {
    const server = await serve(
      bundle({ fullUrl: 'https://a.example/Patient/p', resource: { resourceType: 'Patient' } }),
    )
    expect((await server.request('Patient/p')).body).toMatchObject({ id: 'p' })
  })

  it.each(['Patient/q', 'Observation/x', 'Observation/o/_history', 'Encounter/e', '', '%'])(
    'has nothing at %j',
    async (url) => {
      const server = await serve(lines(patient('p'), observation('o', 'Patient/p')))
      await expect(server.request(url)).rejects.toThrow(FhirError)
      await expect(server.stream(url, new AbortController().signal)).rejects.toThrow(FhirError)
    },
  )

  it('PAT-07 OBS-08 says with every category that it may not be all, where that is so', async () => {
    const server = await serve(lines(patient('p'), observation('o', 'Patient/p')), true)
    const { status } = await loadAll(server)
    expect(status.categories.every(({ notices }) => notices.length === 1)).toBe(true)
  })

  it('END-01 has nothing any more once it is closed', async () => {
    const server = await serve(lines(patient('p'), observation('o', 'Patient/p')))
    server.close()
    await expect(server.request('Observation/o')).rejects.toThrow(FhirError)
  })
})
