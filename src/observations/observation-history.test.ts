import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readHistoryPage, sortVersions } from './observation-history.ts'

const expected = { id: 'a', patientId: 'p-1', fhirBase: 'https://ehr.example/r4' }

const version = (versionId: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Observation',
  id: 'a',
  meta: { versionId, lastUpdated: `2025-05-0${versionId}T09:00:00Z` },
  status: 'final',
  code: { text: 'Weight' },
  subject: { reference: 'Patient/p-1' },
  valueQuantity: { value: 70, unit: 'kg' },
  ...more,
})

const page = (entry: readonly JsonObject[], more: JsonObject = {}) =>
  readHistoryPage({ resourceType: 'Bundle', type: 'history', entry, ...more }, expected)

const kinds = (entry: readonly JsonObject[]) => {
  const read = page(entry)
  return read.kind === 'page' ? read.versions.map(({ says }) => says.kind) : read.kind
}

describe('readHistoryPage', () => {
  it('gives each version with its number, its moment and what it said', () => {
    const resource = version('2', { status: 'corrected' })
    expect(page([{ resource }])).toMatchObject({
      kind: 'page',
      isComplete: true,
      versions: [
        {
          versionId: '2',
          lastUpdated: { text: '2025-05-02T09:00:00Z' },
          says: { kind: 'read', observation: { status: 'corrected', name: 'Weight' } },
        },
      ],
    })
  })

  it('D3 gives no value of a version that was withdrawn', () => {
    const resource = version('1', { status: 'entered-in-error' })
    const read = page([{ resource }])
    expect(JSON.stringify(read)).not.toContain('70')
    expect(kinds([{ resource }])).toEqual(['entered-in-error'])
  })

  it('says that a version was deleted, and which one', () => {
    const request = { method: 'DELETE', url: 'Observation/a' }
    const response = { etag: 'W/"3"', lastModified: '2025-05-03T09:00:00Z' }
    expect(page([{ request, response }])).toMatchObject({
      versions: [{ versionId: '3', says: { kind: 'deleted' } }],
    })
  })

  it('keeps a version that can not be read', () => {
    expect(kinds([{ resource: version('1', { code: {} }) }])).toEqual(['unreadable'])
  })

  it.each<[string, JsonObject]>([
    ['of another result', { resource: version('1', { id: 'b' }) }],
    ['of another patient', { resource: version('1', { subject: { reference: 'Patient/p-2' } }) }],
    ['that names nobody', { resource: version('1', { subject: {} }) }],
    ['of another kind', { resource: { resourceType: 'Patient', id: 'a' } }],
    ['deleted of another result', { request: { method: 'DELETE', url: 'Observation/b' } }],
  ])('PAT-02 gives nothing of a page with a version %s', (_, entry) => {
    expect(page([{ resource: version('2') }, entry])).toEqual({ kind: 'other' })
  })

  it.each([[{}], [{ resourceType: 'Bundle', type: 'searchset' }], ['<html>'], [null]])(
    'takes nothing else for a history: %j',
    (json) => {
      expect(readHistoryPage(json, expected)).toEqual({ kind: 'other' })
    },
  )

  it.each<[string, JsonObject]>([
    ['a message', { resource: { resourceType: 'OperationOutcome' } }],
    ['an empty entry', {}],
  ])('says that it may not be all where it holds %s', (_, entry) => {
    expect(page([{ resource: version('1') }, entry])).toMatchObject({ isComplete: false })
  })
})

describe('sortVersions', () => {
  const versionsOf = (entry: readonly JsonObject[]) => {
    const read = page(entry)
    const versions = read.kind === 'page' ? read.versions : []
    return sortVersions(versions).map(({ versionId }) => versionId)
  }

  it('OBS-09 puts the newest first, whatever the server did', () => {
    const entry = ['1', '3', '2'].map((id) => ({ resource: version(id) }))
    expect(versionsOf(entry)).toEqual(['3', '2', '1'])
  })

  it('keeps the order of the server where a version has no moment', () => {
    const undated = { resource: version('3', { meta: { versionId: '3' } }) }
    expect(versionsOf([{ resource: version('1') }, undated])).toEqual(['1', '3'])
  })
})
