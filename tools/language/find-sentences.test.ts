import { describe, expect, it } from 'vitest'
import { findSentences } from './find-sentences.ts'

const imports = `
import { key, t, tn } from '../language/t.ts'
import { tx } from '../ui/tx.tsx'
import { wordTable } from '../fhir/word-table.ts'
`

/** What is found in a file of these lines. */
function find(text: string, allowed: Parameters<typeof findSentences>[1] = []) {
  const { sentences, faults } = findSentences(
    [{ path: 'src/views/x.tsx', text: imports + text }],
    allowed,
  )
  return {
    said: sentences.map(({ text: said, one }) => (one === undefined ? said : [one, said])),
    faults: faults.map(({ fault, text: at }) => `${fault}: ${at}`),
  }
}

describe('sentences', () => {
  it('are the literals that t, tx, tn and key are given, and the words of tables', () => {
    const { said, faults } = find(`
      const STATES = wordTable(\`
        final: Final
        S|a:b: Very: restricted
      \`)
      const TITLE = key('Title')
      const say = (n: number) => [
        t('From {server}', { server: 'x' }), t(n > 1 ? 'Yes' : 'No'), t(\`It's on\`), t(TITLE), t(x as Key),
        tn(n, '{n} result', '{n} results'),
      ]
      const View = () => <p>{tx('By {who}', { who: <b /> })}</p>
    `)
    expect(faults).toEqual([])
    expect(said).toEqual([
      'By {who}',
      'Final',
      'From {server}',
      "It's on",
      'No',
      'Title',
      'Very: restricted',
      'Yes',
      ['{n} result', '{n} results'],
    ])
  })

  it('are known by the files that they stand in', () => {
    const text = `${imports} const say = () => t('Yes')`
    const { sentences } = findSentences(
      ['src/a.ts', 'src/b.ts'].map((path) => ({ path, text })),
      [],
    )
    expect(sentences).toEqual([{ text: 'Yes', one: undefined, files: ['src/a.ts', 'src/b.ts'] }])
  })

  it('are only what functions of those names say that were imported as such', () => {
    const text = `import { t } from './tables.ts'; const say = () => t('Yes')`
    expect(findSentences([{ path: 'src/a.ts', text }], []).sentences).toEqual([])
  })
})

describe('a fault', () => {
  it.each([
    ['no literal', 'const f = (x: number) => t(`a ${x}`)', /^no literal/],
    ['a piece of a sentence', `const f = (x: string) => t('a ' + x)`, /^no literal/],
    ['a variable that is to be a key', 'const f = (x: string) => key(x)', /^no literal/],
    ['a form of a variable', `const f = (x: string) => tn(1, x, '{n} b')`, /^no literal/],
    ['a word said too early', `const x = t('Yes')`, /when the module is loaded/],
    ['a number said too early', `const x = tn(1, '{n} a', '{n} b')`, /when the module is loaded/],
    ['text in an element', '<p>Sign out</p>', /^text in an element: Sign out/],
    ['text in braces', `const f = (x: boolean) => <p>{x ? 'on' : ''}</p>`, /element: on$/],
    ['a name', `const f = () => <a aria-label="go" />`, /attribute aria-label: go/],
    ['a title of some kind', 'const f = (x: string) => <a title={`${x} on`} />', /title: on/],
    ['words for a component', `const f = () => <A corner="Test" />`, /attribute corner: Test/],
    ['a sentence', `const f = () => ({ title: 'The page is gone' })`, /looks like a sentence/],
    ['a label', `const f = () => ({ label: 'Date' })`, /looks like a sentence: Date/],
    ['a value of a sentence', `const f = () => t('a {b}', { b: 'No one.' })`, /sentence: No one/],
    ['a table without keys', `const W = { a: 'A' } as const; const f = () => t(W.a)`, /by key.*A$/],
    ['two kinds', `const f = () => [t('{n} b', { n: 1 }), tn(1, '{n} a', '{n} b')]`, /otherwise/],
    [
      'two forms for one',
      `const f = () => [tn(1, 'a', '{n} b'), tn(1, 'c', '{n} b')]`,
      /otherwise/,
    ],
    ['gaps that do not fit', `const f = () => tn(1, '{n} {a}', '{n} b')`, /the form for one/],
    ['a hint with a number', `const f = () => tn(1, '{n} a', '{n} b|of x')`, /a hint/],
    ['a line without words', 'const T = wordTable(`\nfinal\n`)', /a line that/],
  ])('is %s', (_name, text, fault) => {
    expect(find(text).faults).toEqual([expect.stringMatching(fault)])
  })

  it('is not what nobody reads, what is marked as it is, or what developers read', () => {
    const text = `
      const f = (x: string) => <p className="plain list" role="Some words" key="A b">
        <code>config.json</code> <b translate="no">Sys</b> <i lang="en">It is <b>so</b>.</i> · {' '}
        {x === 'Some words' ? x : null}
      </p>
      type Words = 'Some words'
      function g() { throw new TypeError('There is no such thing.') }
    `
    expect(find(text).faults).toEqual([])
  })

  it('is not what is allowed, but what is allowed and not there', () => {
    const why = 'a name'
    const path = 'src/views/x.tsx'
    const allowed = [
      ...['Sys', 'Other'].map((text) => ({ path, text, why })),
      { path: 'src/views/', within: 's', why },
    ]
    expect(find(`const s = ['So it is said.']; <p>Sys</p>`, allowed).faults).toEqual([
      'allowed, but not there: Other',
    ])
  })
})
