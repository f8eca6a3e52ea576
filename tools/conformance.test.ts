import { existsSync } from 'node:fs'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { findTests, isAboutApp, toConformanceDocument } from './conformance.ts'
import threatModel from '../docs/threat-model.md?raw'
import { requirementSections } from './requirements/sections.ts'

// The glob leaves this file itself out, whose ids are made up.
const sources = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      [
        '../src/**/*.test.{ts,tsx}',
        '../sandbox/**/*.test.ts',
        '../e2e/**/*.spec.ts',
        '../tools/**/*.test.ts',
      ],
      { query: '?raw', import: 'default', eager: true },
    ),
  ).map(([path, source]) => [
    path.startsWith('./') ? `tools${path.slice(1)}` : path.slice(3),
    source,
  ]),
)
const tests = findTests(sources)
const requirements = requirementSections.flatMap((section) => section.requirements)
const isProven = (id: string) => (tests.get(id) ?? []).some(isAboutApp)
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id)

describe('the requirements on the client', () => {
  it('have each an id of their own', () => {
    expect(new Set(idsOf(requirements)).size).toBe(requirements.length)
    expect(requirements.length).toBe(182)
  })

  it('have each a test that carries the id, or a reason why not', () => {
    const bare = requirements.filter(({ id, whyNot }) => !isProven(id) && !whyNot)
    expect(idsOf(bare)).toEqual([])
  })

  it('are given no reason once a test carries the id', () => {
    const stale = requirements.filter(({ id, whyNot }) => isProven(id) && whyNot)
    expect(idsOf(stale)).toEqual([])
  })

  it('name files that exist', () => {
    const paths = requirements.flatMap(({ whyNot }) =>
      whyNot
        ? [...whyNot.reason.matchAll(/`((?:src|e2e|docs|sandbox|tools)\/[^`]*)`/g)].map(
            ([, path = '']) => path,
          )
        : [],
    )
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
  })

  it('are all that tests refer to: no test carries an id that does not exist', () => {
    const known = new Set(idsOf(requirements))
    // Of another list: how Observations are read.
    const unknown = [...tests].filter(([id]) => !known.has(id) && !id.startsWith('OBS-'))
    expect(unknown).toEqual([])
  })

  it('are called proven in the threat model only where they are, or where a reason stands', () => {
    const missing = new Set(
      idsOf(requirements.filter(({ whyNot }) => !whyNot || whyNot.kind === 'not-yet')),
    )
    const named = new Set(threatModel.match(/\b[A-Z]{2,6}-\d{2}\b/g))
    expect(named.size).toBeGreaterThan(50)
    const known = new Set(idsOf(requirements))
    expect([...named].filter((id) => !isProven(id) && (!known.has(id) || missing.has(id)))).toEqual(
      [],
    )
  })

  it('stand in docs/conformance.md as they are now', async () => {
    const document = toConformanceDocument(requirementSections, tests)
    await expect(format(document, { parser: 'markdown' })).resolves.toBe(document)
    await expect(document).toMatchFileSnapshot('../docs/conformance.md')
  })
})

describe('findTests', () => {
  const idsIn = (source: string) => [...findTests({ 'src/x.test.ts': source }).keys()]

  it.each([
    ['a test', `it('XA-01 holds', () => {})`],
    ['a test of Playwright', `test('also XA-01', async ({ page }) => {})`],
    ['a template', 'test(`${name} XA-01`, () => {})'],
    ['a group', `describe('XA-01', () => {})`],
    ['a group of Playwright', `test.describe('XA-01', () => {})`],
    ['a test within a group', `describe('x', () => { it('XA-01 holds', () => {}) })`],
    ['the name of a table', `it.each([1])('XA-01 reads %i', () => {})`],
    ['a row of a table', `it.each([['XA-01 a row', 1]])('%s', () => {})`],
    ['a typed row', `it.each<[string]>([['XA-01 a row']] as const)('%s', () => {})`],
    ['a list', `it.each(['none', 'XA-01 a row'])('%s', () => {})`],
    ['a row of a loop', `const rows = [['F-A1 XA-01 a row', 1]]`],
  ])('finds the id in the name of %s', (_name, source) => {
    expect(idsIn(source)).toEqual(['XA-01'])
  })

  it.each([
    ['a comment', `// it('XA-01 holds')`],
    ['another call', `expect('XA-01')`],
    ['a hook', `test.beforeEach(() => { log('XA-01') })`],
    ['a skipped test', `it.skip('XA-01 holds', () => {})`],
    ['a test to be written', `it.todo('XA-01 holds')`],
    ['a skipped group', `describe.skip('x', () => { it('XA-01 holds', () => {}) })`],
    ['a skipped table', `it.skip.each([['XA-01 a row']])('%s', () => {})`],
    ['an id of a fault', `it('F-A1 holds', () => {})`],
    ['an algorithm', `it('SHA-256 holds', () => {})`],
  ])('finds nothing in %s', (_name, source) => {
    expect(idsIn(source)).toEqual([])
  })

  it('finds several ids in one name, and several tests of one id in the order of the files', () => {
    const found = findTests({
      'src/a.test.ts': `it('XA-01 XB-02 holds', () => {}); it('XA-01 again, XA-01', () => {})`,
      'e2e/b.spec.ts': `test('XB-02 too', () => {})`,
    })
    expect(found).toEqual(
      new Map([
        [
          'XA-01',
          [
            { file: 'src/a.test.ts', name: 'XA-01 XB-02 holds' },
            { file: 'src/a.test.ts', name: 'XA-01 again, XA-01' },
          ],
        ],
        [
          'XB-02',
          [
            { file: 'src/a.test.ts', name: 'XA-01 XB-02 holds' },
            { file: 'e2e/b.spec.ts', name: 'XB-02 too' },
          ],
        ],
      ]),
    )
  })

  it('counts a test once that a list names first', () => {
    const found = findTests({ 'src/x.test.ts': `it.each(['XA-01 a', 'XA-01 b'])('%s', () => {})` })
    expect(
      found
        .get('XA-01')
        ?.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['XA-01 a', 'XA-01 b'])
  })

  it('refuses a file that it cannot parse', () => {
    expect(() => idsIn('it(')).toThrow('src/x.test.ts')
  })
})

describe('toConformanceDocument', () => {
  const write = (part: object, found: ReturnType<typeof findTests> = new Map()) =>
    toConformanceDocument(
      [
        {
          letter: 'X1',
          title: 'Examples',
          requirements: [{ id: 'XA-01', holds: 'It holds.', ...part }],
        },
      ],
      found,
    )
  const lineOf = (document: string) =>
    document.split('\n').find((line) => line.startsWith('| XA-01'))

  it('names the first test and counts the others, with marks and pipes as text', () => {
    const found = findTests({ 'src/y/x.test.ts': `it('XA-01 a|b *c*', f); it('XA-01 d', f)` })
    expect(lineOf(write({ limit: 'not d.' }, found))).toBe(
      '| XA-01 | It holds. | [x.test.ts](../src/y/x.test.ts) “XA-01 a\\|b \\*c\\*”, and 1 more · _Limit:_ not d. |',
    )
  })

  it('says why not, names what the hospital proves, and counts it as missing', () => {
    const found = findTests({ 'sandbox/x.test.ts': `it('XA-01 refuses', f)` })
    const document = write({ whyNot: { kind: 'not-yet', reason: 'nobody did it.' } }, found)
    expect(lineOf(document)).toBe(
      '| XA-01 | It holds. | **Not yet**: nobody did it. · The hospital: [x.test.ts](../sandbox/x.test.ts) “XA-01 refuses” |',
    )
    expect(document).toContain('- 0 proven by a test that carries the id')
    expect(document).toContain('Not yet: XA-01.')
  })

  it('says so when nothing is missing', () => {
    expect(write({ whyNot: { kind: 'server', reason: 'see `x.ts`.' } })).toContain(
      'Nothing is missing.',
    )
  })
})
