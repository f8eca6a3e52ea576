import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXPLANATIONS } from '../src/observations/plain-names/explanations.ts'
import { PLAIN_TESTS } from '../src/observations/plain-names/plain-test.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/registers.md'), 'utf8')

/** The rows of the table of tests, cell by cell. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([, codes]) => /\d-\d/.test(codes ?? ''))

const expected = PLAIN_TESTS.map(({ name, topic, codes, alongside = [] }) => {
  const { en, es } = EXPLANATIONS[topic].pages
  const beside = alongside.length === 0 ? '' : `; alongside: ${alongside.join(', ')}`
  return [
    name,
    `${codes.join(', ')}${beside}`,
    `[${shorten(en)}](${en})`,
    es === undefined ? 'none' : `[${shorten(es)}](${es})`,
  ]
})

/** The end of an address, which says what the page is of. */
function shorten(address: string): string {
  return new URL(address).pathname.split('/').findLast((part) => part !== '') ?? ''
}

describe('docs/registers.md', () => {
  it('lists every plain name with its codes and its source', () => {
    expect(rows).toEqual(expected)
  })

  it('carries the notices of LOINC and MedlinePlus', () => {
    expect(page).toContain('This material contains content from LOINC (http://loinc.org).')
    expect(page).toContain('available at no cost under the license at http://loinc.org/license.')
    expect(page).toContain('Source: MedlinePlus, National Library of Medicine.')
  })
})
