import { describe, expect, it } from 'vitest'
import { mayLackResults, toLeftOut } from './left-out.ts'
import { chooseNewest } from './newest-results.ts'
import { sortByPerson } from './people.ts'
import {
  atOnce,
  bundle,
  contentsOf,
  fileOf,
  lines,
  observation,
  patient,
  read,
} from './test-files.ts'

/** Everybody in these texts, as "id: ids of results". */
async function peopleOf(...texts: string[]) {
  const files = await Promise.all(texts.map((text, index) => contentsOf(text, 'a', index + 1)))
  const { people, nobodys, notOfPatients } = await sortByPerson(files, atOnce)
  const told = people.map(({ id, results }) => [id, results.map((one) => one.id).join()].join(': '))
  return { told, people, nobodys, notOfPatients }
}

const urn = 'urn:uuid:11111111-2222-4333-8444-555555555555'

describe('sortByPerson', () => {
  it.each([
    ['a relative reference', 'Patient/p'],
    ['one of a version', 'Patient/p/_history/3'],
    ['an address', 'https://ehr.example/fhir/Patient/p'],
    ['an address with the port that is meant', 'https://ehr.example:443/fhir/Patient/p'],
    ['the address of the entry', urn],
  ])('PAT-02 knows the patient by %s', async (_name, reference) => {
    const text = bundle(
      { resource: observation('o', reference) },
      { fullUrl: urn, resource: patient('p') },
    )
    expect((await peopleOf(text)).told).toEqual(['p: o'])
  })

  it('PAT-02 takes one id on two servers for two people, and one without a server for neither', async () => {
    const text = lines(
      patient('p'),
      observation('a', 'https://one.example/fhir/Patient/p'),
      observation('b', 'https://two.example/fhir/Patient/p'),
      observation('c', 'Patient/p'),
    )
    expect((await peopleOf(text)).told).toEqual(['p: c', 'p: a', 'p: b'])
  })

  it('reads a relative reference on the server that the entry names', async () => {
    const text = bundle(
      { fullUrl: 'https://one.example/Patient/p', resource: patient('p') },
      { fullUrl: 'https://one.example/Observation/a', resource: observation('a', 'Patient/p') },
      { fullUrl: 'https://two.example/Observation/b', resource: observation('b', 'Patient/p') },
    )
    expect((await peopleOf(text)).told).toEqual(['p: a', 'p: b'])
  })

  it('PAT-02 gives nobody what names nobody, and no person what is about a group', async () => {
    const { nobodys, notOfPatients, told } = await peopleOf(
      lines(
        patient('p'),
        observation('a', '#contained'),
        observation('b', urn),
        observation('c', 'Patient?identifier=1'),
        { ...observation('d', ''), subject: { identifier: { value: '1' } } },
        observation('e', 'Group/g'),
      ),
    )
    expect([nobodys, notOfPatients, told]).toEqual([4, 1, ['p: ']])
  })

  it('names people that have results but no Patient', async () => {
    const { people } = await peopleOf(lines(observation('a', 'Patient/p')))
    expect(people).toMatchObject([{ id: 'p', patient: undefined }])
  })

  it('puts files together that each hold a part', async () => {
    const results = lines(observation('a', 'Patient/p'), observation('b', 'Patient/q'))
    expect((await peopleOf(lines(patient('p'), patient('q')), results)).told).toEqual([
      'p: a',
      'q: b',
    ])
  })

  it('PAT-02 says where two files hold different people under one id', async () => {
    const mixed = async (...two: object[]) =>
      (await peopleOf(...two.map((one) => lines(patient('p', one))))).people[0]?.isMixed
    const identifier = [{ system: 'urn:mrn', value: '7' }]
    const ann = { birthDate: '1970-01-02', name: [{ family: 'First', given: ['Ann'] }] }
    const ben = { birthDate: '1970-01-02', name: [{ family: 'Second' }] }
    expect(await mixed(ann, { ...ann, birthDate: '1971' })).toBe(true)
    expect(await mixed(ann, { name: ann.name })).toBe(true)
    expect(await mixed({ name: ann.name }, { name: ann.name })).toBe(true)
    expect(await mixed(ann, ben)).toBe(true)
    expect(await mixed(ann, { ...ann, name: [{ family: 'FIRST' }] })).toBe(false)
    expect(await mixed({ ...ann, identifier }, { ...ben, identifier })).toBe(false)
    expect(await mixed({ identifier }, { identifier })).toBe(false)
  })

  const ann = patient('1', { birthDate: '1970-01-02', name: [{ family: 'First' }] })
  const ben = patient('1', { birthDate: '2001-11-12', name: [{ family: 'Second' }] })

  it('PAT-02 keeps people apart whom one file gives the same id, by the addresses of their entries', async () => {
    const text = bundle(
      { fullUrl: urn, resource: ann },
      { fullUrl: 'urn:uuid:b', resource: ben },
      { resource: observation('a', urn) },
      { resource: observation('b', 'urn:uuid:b') },
      { resource: observation('c', 'Patient/1') },
    )
    const { told, nobodys, people } = await peopleOf(text)
    expect([told, nobodys]).toEqual([['1: a', '1: b'], 1])
    expect(new Set(people.map(({ key }) => key)).size).toBe(2)
    expect(people.map(({ isMixed }) => isMixed)).toEqual([false, false])
  })

  it('PAT-02 says where one file gives an id to different people without addresses', async () => {
    const page = (resource: object) => ({ resource: JSON.parse(bundle({ resource })) as object })
    expect((await peopleOf(bundle(page(ann), page(ben)))).people[0]?.isMixed).toBe(true)
    expect((await peopleOf(bundle(page(ann), page(ann)))).people[0]?.isMixed).toBe(false)
  })

  it('takes versions in a history for one person', async () => {
    const version = (resource: object, versionId: string) => ({
      fullUrl: 'https://a.example/Patient/1',
      resource: { ...resource, meta: { versionId } },
    })
    expect((await peopleOf(bundle(version(ann, '2'), version(ben, '1')))).people).toMatchObject([
      { isMixed: false, patient: { json: { meta: { versionId: '2' } } } },
    ])
    expect((await peopleOf(bundle(version(ann, '1'), version(ben, '1')))).people).toMatchObject([
      { isMixed: true },
    ])
  })

  it('PAT-02 takes the address of an entry in its own file alone, and for nobody where it stands for two', async () => {
    const file = (id: string, result: string) =>
      bundle({ fullUrl: urn, resource: { ...ann, id } }, { resource: observation(result, urn) })
    expect((await peopleOf(file('1', 'a'), file('2', 'b'))).told).toEqual(['1: a', '2: b'])
    const elsewhere = lines(observation('c', urn))
    expect(await peopleOf(file('1', 'a'), elsewhere)).toMatchObject({ told: ['1: a'], nobodys: 1 })
    const both = bundle(
      { fullUrl: urn, resource: patient('1') },
      { fullUrl: urn, resource: patient('2') },
      { resource: observation('a', urn) },
    )
    expect(await peopleOf(both)).toMatchObject({ told: ['1: ', '2: '], nobodys: 1 })
  })

  it('gives those without an id one of their own, the same at each reading', async () => {
    const text = bundle(
      { resource: observation(undefined, 'Patient/p') },
      { fullUrl: urn, resource: observation(undefined, 'Patient/p') },
      { resource: observation(undefined, 'Patient/p') },
    )
    const told = ['p: file1-1,11111111-2222-4333-8444-555555555555,file1-2']
    expect((await peopleOf(text)).told).toEqual(told)
    expect((await peopleOf(text)).told).toEqual(told)
  })

  it('shows no older version of what a history took back', async () => {
    const text = bundle(
      { request: { method: 'DELETE', url: 'Observation/a' } },
      { resource: observation('a', 'Patient/p') },
      { resource: observation('b', 'Patient/p') },
    )
    expect((await peopleOf(text)).told).toEqual(['p: b'])
  })
})

describe('toLeftOut', () => {
  async function leftOutOf(...files: [name: string, text: string][]) {
    const readings = await Promise.all(files.map(([name, text]) => read(fileOf(text, { name }))))
    const contents = readings.flatMap((one) => (one.kind === 'read' ? [one.contents] : []))
    const people = await sortByPerson(contents, atOnce)
    const [first] = people.people
    if (!first) throw new Error('nobody')
    const { clashing } = await chooseNewest(first.results, atOnce)
    const leftOut = toLeftOut(readings, people, first, clashing)
    return { leftOut, mayLack: mayLackResults(leftOut) }
  }
  const good = lines(patient('p'), observation('a', 'Patient/p'))

  it('says what is there and not shown, which is nothing missing', async () => {
    const { leftOut, mayLack } = await leftOutOf([
      'a.ndjson',
      `${good}\n${lines(patient('q'), observation('b', 'Patient/q'), { resourceType: 'Condition' })}`,
    ])
    expect(leftOut).toMatchObject({ ofOthers: 1, otherTypes: [{ type: 'Condition', count: 1 }] })
    expect(mayLack).toBe(false)
  })

  it.each([
    ['a line that can’t be read', `${good}\noops\n`],
    ['a break', `${good}\noops`],
    ['a result of nobody', `${good}\n${lines(observation('b', '#x'))}`],
    ['an older version', `${good}\n${lines(observation('b', 'Patient/p', { related: [] }))}`],
    ['a message of a server', `${good}\n${lines({ resourceType: 'OperationOutcome' })}`],
    [
      'a second result under its id',
      `${good}\n${lines(observation('a', 'Patient/p', { note: [] }))}`,
    ],
    [
      'results in a report',
      `${good}\n${lines({ resourceType: 'DiagnosticReport', contained: [observation('c', 'x')] })}`,
    ],
    [
      'a page that leads to another',
      `${good}\n${lines({ resourceType: 'Bundle', link: [{ relation: 'next', url: 'x' }] })}`,
    ],
  ])('PAT-07 takes the record for incomplete after %s', async (_name, text) => {
    expect((await leftOutOf(['a.ndjson', text])).mayLack).toBe(true)
    expect((await leftOutOf(['a.ndjson', good])).mayLack).toBe(false)
  })

  it('PAT-07 takes it for incomplete where one of several files can’t be read', async () => {
    const { leftOut, mayLack } = await leftOutOf(['a.ndjson', good], ['b.pdf', '%PDF-1'])
    expect(leftOut.faults).toEqual([{ name: 'b.pdf', fault: 'pdf' }])
    expect(mayLack).toBe(true)
  })
})
