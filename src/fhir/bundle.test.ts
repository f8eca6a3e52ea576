import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntries, readFrame } from './bundle.ts'
import { bundle, observation, outcome } from './test-server.ts'

function frameOf(json: unknown) {
  const reading = readFrame(json)
  if (reading.kind === 'not-a-bundle') throw new Error('not a bundle')
  return reading
}

const ofEntries = (...entries: unknown[]) => readEntries(entries)

const one = observation('1')
const warning = outcome('warning', '4119', 'More may exist')

describe('readEntries and readFrame', () => {
  it('OBS-07 takes matches as data, includes apart, outcomes as messages', () => {
    const patient = { resourceType: 'Patient', id: 'maria' }
    const read = ofEntries(
      { search: { mode: 'match' }, resource: one },
      { search: { mode: 'include' }, resource: patient },
      { search: { mode: 'include' }, resource: observation('2') },
      { search: { mode: 'outcome' }, resource: warning },
    )
    expect(read.resources).toEqual([one])
    expect(read.included.map(({ id }) => id)).toEqual(['maria', '2'])
    expect(read.issues.map(({ code }) => code)).toEqual(['4119'])
    expect(read.unreadable).toEqual([])
  })

  it('OBS-07 reads an OperationOutcome without search.mode, or with a wrong one, as a message, not as a row (F-R27)', () => {
    const read = ofEntries({ resource: warning }, { resource: warning, search: { mode: 'match' } })
    expect(read.issues).toHaveLength(2)
    expect([...read.resources, ...read.included]).toEqual([])
    expect(read.unreadable).toEqual([])
  })

  it('OBS-07 takes an Observation without search.mode as data, anything else without it as included', () => {
    const read = ofEntries({ resource: one }, { resource: { resourceType: 'Device' } })
    expect(read.resources).toEqual([one])
    expect(read.included).toHaveLength(1)
  })

  it.each([
    null,
    'Observation',
    [],
    {},
    { resource: null },
    { resource: [one] },
    { resource: {} },
    { resource: { resourceType: 'Patient' }, search: { mode: 'match' } },
    { resource: { id: '1' }, search: { mode: 'match' } },
    { resource: one, search: { mode: 'outcome' } },
  ])('counts the entry %j as unreadable and keeps the others', (entry) => {
    const read = ofEntries(entry, { resource: one })
    expect(read.unreadable).toEqual([entry])
    expect(read.resources).toEqual([one])
  })

  it.each([
    [`https://ehr.example/r4/Observation/77`, '77'],
    [`https://ehr.example/r4/Observation/77/_history/2`, '77'],
    ['urn:uuid:2f4796e5', 'urn:uuid:2f4796e5'],
  ])('OBS-03 knows an Observation without id by its fullUrl %s', (fullUrl, id) => {
    const anonymous = { resourceType: 'Observation', status: 'final' }
    expect(ofEntries({ fullUrl, resource: anonymous }).resources).toEqual([{ ...anonymous, id }])
  })

  it('OBS-03 leaves the id of the resource alone, and an Observation without any as it is', () => {
    const anonymous = { resourceType: 'Observation' }
    const read = ofEntries({ fullUrl: 'urn:uuid:1', resource: one }, { resource: anonymous })
    expect(read.resources).toEqual([one, anonymous])
  })

  it('OBS-05 gives the next link as it was sent', () => {
    const link = [
      { relation: 'self', url: 'Observation?a' },
      { url: 'Observation?sessionID=16', relation: 'next' },
    ]
    expect(frameOf(bundle([], { link })).next).toEqual({
      kind: 'page',
      url: 'Observation?sessionID=16',
    })
    expect(frameOf(bundle([])).next).toEqual({ kind: 'none' })
  })

  it.each([
    { meta: { tag: [{ code: 'SUBSETTED' }] } },
    { meta: { tag: { code: 'SUBSETTED' } } },
    { link: 'Observation?page=2' },
    { link: [null] },
  ])('OBS-12 marks a page with %j as subsetted', (more) => {
    expect(frameOf(bundle([], more)).isSubsetted).toBe(true)
  })

  it('OBS-12 marks entries as subsetted where one says so of itself', () => {
    const part = observation('1', { meta: { tag: [{}, { code: 'SUBSETTED' }] } })
    expect(ofEntries({ resource: one }, { resource: part }).isSubsetted).toBe(true)
    expect(ofEntries({ resource: one }).isSubsetted).toBe(false)
  })

  it.each([
    [3, 3],
    [0, 0],
    ['3', undefined],
    [-1, undefined],
    [1.5, undefined],
    [undefined, undefined],
  ])('OBS-06 takes the total %j for %j', (total, count) => {
    expect(frameOf(bundle([], { total })).total).toBe(count)
  })

  it.each([
    [[{ relation: 'next' }], true],
    [[{ relation: 'next', url: 5 }], true],
    [[{ relation: 'next', url: ' ' }], true],
    [{ relation: 'next' }, true],
    [{ relation: 'next', url: 'Observation?page=2' }, false],
    [[{ relation: 'next' }, { relation: 'next', url: 'Observation?page=2' }], false],
    [[{ relation: 'self' }], false],
    [undefined, false],
  ])('OBS-05 tells for the links %j whether the next page is lost: %j', (link, isNextLost) => {
    const read = frameOf(bundle([one], { link }))
    expect(read.next.kind === 'lost').toBe(isNextLost)
    expect(read.isSubsetted).toBe(false)
  })

  it('OBS-05 follows a single link in place of a list', () => {
    const link = { relation: 'next', url: 'Observation?page=2' }
    expect(frameOf(bundle([], { link })).next).toMatchObject({ url: 'Observation?page=2' })
  })

  it('OBS-12 does not mark an ordinary page', () => {
    const link = [{ relation: 'next', url: 'Observation?page=2' }]
    expect(frameOf(bundle([one], { link, meta: { tag: [{ code: 'HTEST' }] } })).isSubsetted).toBe(
      false,
    )
  })

  it.each([
    null,
    '',
    [],
    {},
    warning,
    { resourceType: 'bundle', entry: [] },
    { resourceType: 'Bundle', entry: { resource: one } },
    { resource: 'v1/resource/error/_version/1/', detail: 'Unauthorized' },
  ])('says that %j is not a Bundle', (json) => {
    expect(readFrame(json)).toEqual({ kind: 'not-a-bundle' })
  })

  it('loses no entry and never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (entry, link) => {
        frameOf({ resourceType: 'Bundle', entry, link })
        const { resources, included, unreadable } = readEntries(entry)
        expect(resources.length + included.length + unreadable.length).toBe(entry.length)
      }),
    )
  })
})
