import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const model = readFileSync(join(import.meta.dirname, '../docs/threat-model.md'), 'utf8')

describe('docs/threat-model.md', () => {
  it('STO-07 says what browser storage can not protect, in the words of the standard', () => {
    expect(model).toContain('script that runs in this origin has everything the app has')
    expect(model).toContain('not recommended for business applications, sensitive applications')
  })
})
