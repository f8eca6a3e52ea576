import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaces } from './replaces.ts'

const base = 'https://ehr.example/r4'
const link = (type: unknown, reference: unknown) => ({
  resourceType: 'Patient',
  id: 'new',
  link: [{ type, other: { reference } }],
})

describe('replaces', () => {
  it.each([
    ['a relative reference', link('replaces', 'Patient/old'), true],
    ['an absolute one of this server', link('replaces', `${base}/Patient/old`), true],
    ['one of another server', link('replaces', 'https://evil.example/r4/Patient/old'), false],
    ['another patient', link('replaces', 'Patient/older'), false],
    ['another kind of link', link('seealso', 'Patient/old'), false],
    ['a link of no type', link(undefined, 'Patient/old'), false],
    ['no link', { resourceType: 'Patient', id: 'new' }, false],
  ])('PAT-01 reads %s', (_name, resource, expected) => {
    expect(replaces(resource, 'old', base)).toBe(expected)
  })

  it('PAT-01 takes anything and errs at nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(replaces({ link: json }, 'old', base)).toBe(false)
      }),
    )
  })
})
