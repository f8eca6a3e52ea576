import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundle, contentsOf, fileOf, lines, observation, patient, read } from './test-files.ts'

const person = patient('p-1')
const result = observation('o-1', 'Patient/p-1')
const asLines = lines(person, result, { resourceType: 'Condition', id: 'c' })
const asBundle = bundle({ resource: person }, { resource: result })
const html = '<html lang="en"><body>Sign in</body></html>'

describe('readFile', () => {
  it.each([
    ['a Bundle', asBundle],
    ['a Bundle, indented', JSON.stringify(JSON.parse(asBundle), null, 2)],
    ['a Bundle on a line of its own', `${asBundle}\n`],
    ['a Bundle in a Bundle', bundle({ resource: JSON.parse(asBundle) as object })],
    ['NDJSON', asLines],
    ['NDJSON with ends of lines as in Windows', asLines.replaceAll('\n', '\r\n')],
    ['NDJSON with empty lines and a mark of byte order', `\u{FEFF}\n\n${asLines}\n\n`],
    ['a Bundle on each line', lines(JSON.parse(asBundle) as object)],
  ])('reads %s', async (_name, text) => {
    const { patients, results, broken } = await contentsOf(text)
    expect([patients.length, results.length, broken]).toEqual([1, 1, 0])
    expect(JSON.parse(results[0]?.text ?? '')).toEqual(result)
  })

  it('reads one resource on its own, over several lines', async () => {
    const { results } = await contentsOf(JSON.stringify(result, null, 2))
    expect(results).toHaveLength(1)
  })

  it('unpacks gzip, whatever the file is called, and reads other encodings of Unicode', async () => {
    const packed = await read(fileOf(Uint8Array.from(gzipSync(asLines)), { name: 'a' }))
    expect(packed).toMatchObject({ kind: 'read', contents: { results: [{ id: 'o-1' }] } })
    const wide = Uint8Array.from(Buffer.from(`\u{FEFF}${asLines}`, 'utf16le'))
    expect(await read(fileOf(wide))).toMatchObject({ kind: 'read' })
  })

  it.each([
    ['empty', ''],
    ['empty', ' \n '],
    ['zip', 'PK\u0003\u0004'],
    ['pdf', '%PDF-1.7'],
    ['xml', '<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>'],
    ['cda', '<?xml version="1.0"?>\n<!-- a comment -->\n<ClinicalDocument xmlns="urn:hl7-org:v3">'],
    ['web-page', `<!DOCTYPE html>${html}`],
    ['web-page', html],
    ['binary', 'GIF89a\u0000\u0001'],
    ['not-json', 'name;value\nPotassium;4'],
    ['cut-off', '{"resourceType": "Bun'],
    ['cut-off', '{"resourceType":"Bundle",\n"entry":[oops]'],
    ['not-fhir', '[1, 2]'],
    ['not-fhir', '{"a": 1}'],
    ['not-fhir', '{"a":1}\n{"b":2}\n'],
    ['old-version', lines(observation('o', 'Patient/p', { comment: 'hemolyzed' }))],
    ['old-version', lines(observation('o', 'Patient/p', { category: { text: 'DSTU2' } }))],
    ['nothing-here', lines({ resourceType: 'Condition', id: 'c' })],
    ['nothing-here', bundle()],
  ])('says %s of %j', async (fault, text) => {
    expect(await read(fileOf(text))).toMatchObject({ kind: 'fault', fault })
  })

  it('takes no file larger than it may be, nor one that unpacks to more', async () => {
    const most = 1_000
    const long = `${asLines}\n${' '.repeat(2_000)}`
    expect(await read(fileOf(long), { most })).toMatchObject({ fault: 'too-large' })
    const packed = Uint8Array.from(gzipSync(long))
    expect(packed.length).toBeLessThan(most)
    expect(await read(fileOf(packed), { most })).toMatchObject({ fault: 'too-large' })
  })

  it('says of a small file that it is too much together with those before it', async () => {
    const options = { number: 2, most: 10 }
    expect(await read(fileOf(asLines), options)).toMatchObject({ fault: 'too-large-together' })
    const packed = fileOf(Uint8Array.from(gzipSync(' '.repeat(2_000))))
    expect(await read(packed, { number: 2, most: 1_000 })).toMatchObject({
      fault: 'too-large-together',
    })
  })

  it('counts lines that can’t be read, and keeps the others', async () => {
    const text = `{"resourceType":"Patient",oops\n${asLines}\nnonsense\n42\n`
    const { results, patients, broken } = await contentsOf(text, 'a.ndjson')
    expect([patients.length, results.length, broken]).toEqual([1, 1, 3])
  })

  it.each([
    ['a Bundle', asBundle.slice(0, -2), 'a.json'],
    ['a Bundle with something after it', `${asBundle.slice(0, -1)},]}`, 'a.json'],
    ['NDJSON', `${asLines}\n{"resourceType":"Obs`, 'a.ndjson'],
  ])('keeps what stands before the break of %s, and says it', async (_name, text, name) => {
    const { results, isCutOff } = await contentsOf(text, name)
    expect(results).toHaveLength(1)
    expect(isCutOff).toBe(true)
  })

  it('keeps what was read of a file that gzip can’t unpack to its end', async () => {
    const packed = Uint8Array.from(gzipSync(asLines, { level: 0 })).slice(0, -12)
    const reading = await read(fileOf(packed, { lengths: [50] }))
    expect(reading).toMatchObject({ kind: 'read', contents: { isCutOff: true } })
  })

  it('reads the same however the bytes come', async () => {
    const texts = fc.constantFrom(asBundle, asLines, `x${asLines}`, asBundle.slice(0, -3), html)
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(texts, lengths, async (text, cuts) => {
        const whole = await read(fileOf(text))
        expect(await read(fileOf(text, { lengths: cuts }))).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  it('has an answer to any bytes, and to any change of a good file', async () => {
    const changed = fc
      .tuple(fc.constantFrom(asBundle, asLines), fc.nat(200), fc.nat(20), fc.string())
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length))
      .map((text) => new TextEncoder().encode(text))
    const bytes = fc.uint8Array({ maxLength: 600 }).map((some) => Uint8Array.from(some))
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, bytes), async (some) => {
        expect(['read', 'fault']).toContain((await read(fileOf(some))).kind)
      }),
      { numRuns: 150 },
    )
  })

  it('stops when it is told to', async () => {
    const { readFile } = await import('./read-file.ts')
    const options = {
      number: 1,
      breathe: () => Promise.resolve(),
      signal: AbortSignal.abort(new Error('left')),
      onBytes: () => {},
      mostBytes: 1_000,
    }
    await expect(readFile(fileOf(asLines), options)).rejects.toThrow('left')
  })
})
