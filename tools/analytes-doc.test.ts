import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ANALYTES } from '../src/observations/analyte-table.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/analytes.md'), 'utf8')

/** The rows of the groups: their name, and the cells after it. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, name]) => name !== 'group' && !/^-+$/.test(name ?? ''))

describe('docs/analytes.md', () => {
  it.each(ANALYTES)('D5 names the codes of $name', ({ name, codes, alongside = [], molarMass }) => {
    const row = rows.find(([, group]) => group === name)
    const [, , coded = '', , mass = ''] = row ?? []
    expect(coded.match(/\b\d+-\d(?= ")/g)).toEqual([...codes, ...alongside])
    const formula = molarMass?.source.replace(/,.*/, '') ?? ''
    const stated = molarMass && `${molarMass.gramsPerMole} (${formula})`
    expect(mass).toMatch(stated === undefined ? /^(None: .+)?$/ : /^\d/)
    expect(stated ?? mass).toBe(mass)
  })

  it('D5 has no group that the table does not have', () => {
    expect(rows.map(([, name]) => name)).toEqual(ANALYTES.map(({ name }) => name))
  })

  it('carries the notice of LOINC', () => {
    expect(page).toContain('This material contains content from LOINC (http://loinc.org).')
    expect(page).toContain('available at no cost under the license at http://loinc.org/license.')
  })
})
