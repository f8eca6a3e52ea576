import { describe, expect, it } from 'vitest'
import { bundle, contentsOf, fileOf, lines, observation, patient, read } from './test-files.ts'

const good = [{ resource: patient('p') }, { resource: observation('o', 'Patient/p') }]
const deletion = (more: object = {}) => ({
  request: { method: 'DELETE', url: 'Observation/a' },
  ...more,
})
const version = (id: string, more: object = {}) => ({
  resource: observation(id, 'Patient/p', more),
})

describe('entries without a resource', () => {
  it.each([
    ['a refused search', { response: { status: '403 Forbidden' } }, true],
    ['a message', { response: { status: '200', outcome: { resourceType: 'x' } } }, true],
    ['null', { resource: null }, false],
    ['nothing', {}, false],
    ['a deletion that was refused', deletion({ response: { status: '409' } }), true],
    ['a deletion of nothing that is named', { request: { method: 'DELETE' } }, false],
  ])('PAT-07 are counted: %s', async (_name, entry, hasNotice) => {
    expect(await contentsOf(bundle(...good, entry))).toMatchObject({ broken: 1, hasNotice })
  })

  it('are no failure where they say what was deleted', async () => {
    const { broken, takenBack } = await contentsOf(bundle(...good, deletion()))
    expect([broken, takenBack]).toEqual([0, 0])
  })

  it('are what a file says that holds nothing else', async () => {
    const refused = bundle({ response: { status: '401 Unauthorized' } })
    expect(await read(fileOf(refused))).toMatchObject({ fault: 'only-notice' })
  })
})

describe('Bundles in Bundles', () => {
  it('PAT-07 are counted where they lie too deep, or have no list of entries', async () => {
    const wrap = (text: string) => bundle({ resource: JSON.parse(text) as object })
    let text = bundle(...good)
    for (let depth = 0; depth < 3; depth += 1) text = wrap(text)
    expect(await contentsOf(text)).toMatchObject({ broken: 0, results: [{ id: 'o' }] })
    expect(
      await contentsOf(bundle(...good, { resource: JSON.parse(wrap(text)) as object })),
    ).toEqual(expect.objectContaining({ broken: 1 }))
    const strange = { resource: { resourceType: 'Bundle', entry: {} } }
    expect(await contentsOf(bundle(...good, strange))).toMatchObject({ broken: 1 })
  })
})

describe('results in other resources', () => {
  it('PAT-07 are counted, also where there is nothing else', async () => {
    const contained = [observation('x', 'Patient/p'), { resourceType: 'Specimen' }]
    const report = { resource: { resourceType: 'DiagnosticReport', contained } }
    expect(await contentsOf(bundle(...good, report))).toMatchObject({ contained: 1 })
    expect(await read(fileOf(bundle(report)))).toMatchObject({ fault: 'only-contained' })
  })
})

describe('deleted results', () => {
  const idsOf = async (...entry: object[]) => {
    const { results, takenBack } = await contentsOf(bundle({ resource: patient('p') }, ...entry))
    return [results.map(({ id }) => id).join(), takenBack]
  }
  const at = (lastUpdated: string) => ({ meta: { lastUpdated } })
  const timed = deletion({ response: { status: '204', lastModified: '2024-05-02T00:00:00Z' } })

  it('are left out and counted, as the newest of a history comes first', async () => {
    expect(await idsOf(deletion(), version('a'), version('b'))).toEqual(['b', 1])
    expect(await idsOf(version('a'), deletion(), version('a'), version('b'))).toEqual(['a,b', 0])
  })

  it('are told by their times, whatever their order', async () => {
    const [old, fresh] = [at('2024-05-01T00:00:00Z'), at('2024-05-03T00:00:00Z')]
    expect(await idsOf(version('a', old), timed)).toEqual(['', 1])
    expect(await idsOf(timed, version('a', fresh), version('a', old))).toEqual(['a', 0])
  })

  it('are those of their own server alone', async () => {
    const on = (server: string, entry: object) => ({
      fullUrl: `https://${server}.example/fhir/Observation/a`,
      ...entry,
    })
    expect(await idsOf(on('one', deletion()), on('two', version('a')))).toEqual(['a', 0])
    expect(await idsOf(on('one', deletion()), on('one', version('a')))).toEqual(['', 1])
  })
})

describe('characters', () => {
  it('are said to be wrong where they are not in the encoding of the file', async () => {
    const text = lines(patient('p', { name: [{ text: 'Jörg' }] }))
    const reading = await read(fileOf(Uint8Array.from(Buffer.from(text, 'latin1'))))
    expect(reading).toMatchObject({ kind: 'read', contents: { isGarbled: true } })
    expect(await contentsOf(text)).toMatchObject({ isGarbled: false })
  })
})

describe('a List', () => {
  it('is FHIR, though its entries are none of a Bundle', async () => {
    const list = { resourceType: 'List', id: 'l', entry: [{ item: { reference: 'Patient/p' } }] }
    for (const text of [lines(list), JSON.stringify(list, null, 2)])
      expect(await read(fileOf(text))).toMatchObject({ fault: 'nothing-here' })
  })
})
