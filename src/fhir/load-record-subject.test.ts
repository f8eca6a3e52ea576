import { describe, expect, it } from 'vitest'
import { bundle, fakeServer, loadFrom, observation, type Answer } from './test-server.ts'
import type { JsonObject } from './json.ts'

const foreign = observation('x', { subject: { reference: 'Patient/other' } })

describe('the subject of what was loaded', () => {
  it.each([
    ['among others', [observation('2'), foreign]],
    ['without an id', [{ ...foreign, id: undefined }]],
    ['entered in error', [{ ...foreign, status: 'entered-in-error' }]],
  ])(
    'PAT-02 ends everything for one foreign Observation on a later page, %s (F-R13)',
    async (_, page) => {
      const server = fakeServer({
        laboratory: [bundle([observation('1')]), bundle(page), bundle([])],
      })
      const { record, said, given } = loadFrom(server.request)
      await record.start()
      expect(record.status.foreignSubject).toBe(true)
      expect(said.at(-1)).toBe(record.status)
      expect(said.slice(0, -1).some(({ foreignSubject }) => foreignSubject)).toBe(false)
      // The page before was given when nothing was known; of the foreign page nothing is.
      expect(given.flat().map(({ id }) => id)).toEqual(['1'])

      const { length } = server.asked
      await record.retry('laboratory')
      await record.start()
      expect(server.asked).toHaveLength(length)
      expect(server.asked.some((url) => url.endsWith('laboratory-2'))).toBe(false)
    },
  )

  it('PAT-02 aborts the other categories, and looks at none of their late answers', async () => {
    const aborted: string[] = []
    const slow: Answer = async (url, signal) => {
      await new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve())
      })
      aborted.push(url)
      return bundle([observation('2')])
    }
    const server = fakeServer({ 'vital-signs': [slow], laboratory: [bundle([foreign])] })
    const { record, said, given } = loadFrom(server.request)
    await record.start()
    expect(aborted).toHaveLength(1)
    expect(given).toEqual([])
    expect(said.filter(({ foreignSubject }) => foreignSubject)).toHaveLength(1)
    expect(said.at(-1)?.foreignSubject).toBe(true)
  })

  it.each([
    ['Patient/maria/_history/3'],
    ['https://ehr.example/r4/Patient/maria'],
    ['https://ehr.example:443/r4/Patient/maria'],
  ])('PAT-02 accepts the patient as %s (F-R9, F-R15)', async (reference) => {
    const server = fakeServer({ exam: [bundle([observation('1', { subject: { reference } })])] })
    const { record, held } = loadFrom(server.request, { fhirBase: 'https://ehr.example/r4/' })
    await record.start()
    expect([...held().keys()]).toEqual(['1'])
    expect(record.status).toMatchObject({ foreignSubject: false, withoutSubject: 0 })
  })

  it("PAT-02 ends everything for another patient's Observation that only came along", async () => {
    const entry = [
      { resource: observation('1'), search: { mode: 'match' } },
      { resource: foreign, search: { mode: 'include' } },
    ]
    const server = fakeServer({ laboratory: [bundle([], { entry })] })
    const { record, given } = loadFrom(server.request)
    await record.start()
    expect(record.status.foreignSubject).toBe(true)
    expect(given).toEqual([])
  })

  it('PAT-02 goes on where other resources came along, or an Observation without a subject', async () => {
    const entry = [
      { resource: { resourceType: 'Device', subject: { reference: 'Patient/other' } } },
      { resource: { ...foreign, subject: undefined }, search: { mode: 'include' } },
      { resource: observation('1') },
    ]
    const server = fakeServer({ laboratory: [bundle([], { entry })] })
    const { record, held } = loadFrom(server.request)
    await record.start()
    expect(record.status.foreignSubject).toBe(false)
    expect([...held().keys()]).toEqual(['1'])
  })

  it('PAT-02 takes back an Observation whose newer version names no patient, and counts it as such', async () => {
    const version = (versionId: string, more: JsonObject = {}) =>
      observation('1', { meta: { versionId }, valueString: 'a', ...more })
    const server = fakeServer({
      laboratory: [bundle([version('1')]), bundle([version('2', { subject: undefined })])],
      exam: [bundle([version('1')])],
    })
    const { record, state, held } = loadFrom(server.request)
    await record.start()
    expect(held().get('1')).toMatchObject({ id: '1', status: 'entered-in-error' })
    expect(held().get('1')).not.toHaveProperty('valueString')
    expect(record.status).toMatchObject({ withoutSubject: 1, enteredInError: 0 })
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 0 })
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('PAT-02 does not count as without a subject what a newer version says whose it is', async () => {
    const version = (versionId: string, more: JsonObject = {}) =>
      observation('1', { meta: { versionId }, ...more })
    const server = fakeServer({
      laboratory: [bundle([version('1', { subject: undefined })]), bundle([version('2')])],
    })
    const { record, state, held } = loadFrom(server.request)
    await record.start()
    expect(held().get('1')).toMatchObject({ status: 'final' })
    expect(record.status.withoutSubject).toBe(0)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
  })

  it('PAT-02 leaves out what names no patient, and counts it by id (F-R15)', async () => {
    const without = (id: string, subject?: JsonObject) => observation(id, { subject })
    const server = fakeServer({
      laboratory: [bundle([without('1'), without('2', { reference: '#p' }), observation('3')])],
      exam: [bundle([without('1', { identifier: { value: 'maria' } })])],
    })
    const { record, state, held } = loadFrom(server.request)
    await record.start()
    expect([...held().keys()]).toEqual(['3'])
    expect(record.status.withoutSubject).toBe(2)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
  })
})
