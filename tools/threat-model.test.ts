import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { requirementSections } from './requirements/sections.ts'

const model = readFileSync(join(import.meta.dirname, '../docs/threat-model.md'), 'utf8')

describe('docs/threat-model.md', () => {
  it('STO-07 says what browser storage can not protect, in the words of the standard', () => {
    expect(model).toContain('script that runs in this origin has everything the app has')
    expect(model).toContain('not recommended for business applications, sensitive applications')
  })

  it('names only requirements that exist', () => {
    const known = new Set(
      requirementSections.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    )
    const named = model.match(/\b[A-Z]{2,6}-\d{2}\b/g) ?? []
    expect(named.length).toBeGreaterThan(20)
    // Those of loading and of headers are no part of the sections here.
    const others = /^(?:OBS|CSP)-/
    expect(named.filter((id) => !known.has(id) && !others.test(id))).toEqual([])
  })
})
