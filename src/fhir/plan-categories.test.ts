import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observationCategories } from './observation-categories.ts'
import { planCategories } from './plan-categories.ts'

const system = 'http://terminology.hl7.org/CodeSystem/observation-category'
const plan = (values: readonly string[], isWhole = true) => {
  const { categories, release } = planCategories({ kind: 'categories', values, isWhole })
  return [categories.map(({ code }) => code), release]
}

describe('planCategories', () => {
  it('SCOPE-01 asks for nothing when no search is granted', () => {
    expect(planCategories({ kind: 'none' })).toEqual({ categories: [], release: 'none' })
  })

  it('SCOPE-05 asks for all nine when the grant is not narrowed', () => {
    const all = { categories: observationCategories, release: 'as-asked' }
    expect(planCategories({ kind: 'all' })).toEqual(all)
  })

  it('SCOPE-05 asks for all, and says that it is a part, when narrowed by something else', () => {
    const part = { categories: observationCategories, release: 'part' }
    expect(planCategories({ kind: 'part' })).toEqual(part)
  })

  it('SCOPE-05 asks for the granted categories alone, in their usual order', () => {
    const values = [`${system}|laboratory`, `${system}|vital-signs`]
    expect(plan(values)).toEqual([['vital-signs', 'laboratory'], 'listed'])
    expect(plan(['laboratory'])).toEqual([['laboratory'], 'listed'])
    expect(plan(values, false)).toEqual([['vital-signs', 'laboratory'], 'part'])
  })

  it('SCOPE-05 asks for a granted category that FHIR does not name, under its own system', () => {
    const values = ['http://hl7.org/fhir/us/core/CodeSystem/us-core-category|sdoh']
    const grant = { kind: 'categories', values, isWhole: true } as const
    expect(planCategories(grant).categories).toEqual([
      {
        code: 'sdoh',
        system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category',
        title: 'Social determinants of health',
      },
    ])
  })

  it('SCOPE-05 keeps a category of another system apart, under the title that people know', () => {
    const old = 'http://hl7.org/fhir/observation-category'
    const grant = { kind: 'categories', values: [`${old}|laboratory`], isWhole: true } as const
    expect(planCategories(grant)).toEqual({
      categories: [{ code: 'laboratory', system: old, title: 'Laboratory' }],
      release: 'listed',
    })
  })

  it('SCOPE-05 claims no less than was asked for when every category is granted', () => {
    const values = observationCategories.map(({ code }) => `${system}|${code}`)
    expect(plan(values)[1]).toBe('as-asked')
  })

  it('SCOPE-05 lets the server decide about a category that it can not read', () => {
    expect(plan(['', 'laboratory'])).toEqual([
      observationCategories.map(({ code }) => code),
      'part',
    ])
  })

  it('SCOPE-05 never asks for one of the nine that a readable grant does not name', () => {
    const codes = observationCategories.map(({ code }) => code)
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), (some) => {
        expect(plan(some)[0]).toEqual(some)
      }),
    )
  })
})
