import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import pack from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const statement = read('docs/accessibility.md')

/** How many criteria of levels A and AA each guideline of WCAG 2.2 has, by their numbers. */
const criteria = [
  ['1.1', [1]],
  ['1.2', [1, 2, 3, 4, 5]],
  ['1.3', [1, 2, 3, 4, 5]],
  ['1.4', [1, 2, 3, 4, 5, 10, 11, 12, 13]],
  ['2.1', [1, 2, 4]],
  ['2.2', [1, 2]],
  ['2.3', [1]],
  ['2.4', [1, 2, 3, 4, 5, 6, 7, 11]],
  ['2.5', [1, 2, 3, 4, 7, 8]],
  ['3.1', [1, 2]],
  ['3.2', [1, 2, 3, 4, 6]],
  ['3.3', [1, 2, 3, 4, 7, 8]],
  ['4.1', [2, 3]],
] as const
const numbers = criteria.flatMap(([guideline, all]) => all.map((one) => `${guideline}.${one}`))

const rows = statement
  .split('\n')
  .filter((line) => /^\| \d\.\d/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

/** Proofs: a file, and how the name of a test in it begins. */
const proofs = [...statement.matchAll(/\]\(\.\.\/([^)]+)\) “([^”]+)”/g)].map(
  ([, path = '', name = '']) => [path, name] as const,
)

describe('docs/accessibility.md', () => {
  it('judges each criterion of WCAG 2.2, level A and AA, in order', () => {
    expect(rows.map(([criterion]) => criterion?.split(' ')[0])).toEqual(numbers)
    expect(numbers).toHaveLength(55)
    for (const [criterion = '', level = '', verdict = ''] of rows) {
      expect(`${criterion}: ${level}`).toMatch(/: AA?$/)
      expect(`${criterion}: ${verdict}`).toMatch(
        /: (?:Supports|Partially supports|Not applicable)$/,
      )
    }
  })

  it('counts as met in part what the table says, and gives a reason for whatever has no proof', () => {
    const inPart = rows.filter(([, , verdict]) => verdict === 'Partially supports')
    const said = /met in part: (.*)\./.exec(statement)?.[1]
    expect(said?.split(/, | and /)).toEqual(inPart.map(([criterion]) => criterion?.split(' ')[0]))
    for (const [criterion, , , remark = '', proof = ''] of rows)
      expect([criterion, remark + proof]).not.toContain('')
  })

  it('is of this version', () => {
    expect(statement).toContain(`Chartside ${pack.version},`)
  })

  it.each(proofs)('names a test of %s that is there: %s', (path, name) => {
    expect(existsSync(join(root, path))).toBe(true)
    expect(read(path).replaceAll("\\'", "'")).toContain(name)
  })
})
