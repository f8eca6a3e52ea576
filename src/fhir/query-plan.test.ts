import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observationCategories } from './observation-categories.ts'
import { planQueries, type ObservationGrant } from './query-plan.ts'
import { noAbilities, type ServerAbilities } from './server-abilities.ts'

const system = 'http://terminology.hl7.org/CodeSystem/observation-category'
const settings = { categories: [], bareCodes: false, pageSize: 1000, maxPages: 500 }
const usCore: ServerAbilities = { searchesByDate: true, followsUsCore: true }

/** What is asked for, by the grant alone. */
function planCategories(grant: ObservationGrant) {
  const { categories, release } = planQueries(grant, noAbilities, settings)
  return { categories, release }
}

const plan = (values: readonly string[], isWhole = true) => {
  const { categories, release } = planCategories({ kind: 'categories', values, isWhole })
  return [categories.map(({ code }) => code), release]
}

describe('planQueries', () => {
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

  it('OBS-01 begins with vital signs and laboratory, each by system and code', () => {
    const { categories, dialect } = planQueries({ kind: 'all' }, noAbilities, settings)
    expect(categories.slice(0, 2).map(({ code }) => code)).toEqual(['vital-signs', 'laboratory'])
    expect(dialect).toEqual({ category: 'token', isSorted: true, count: 1000, namesStatus: false })
  })

  it('OBS-01 takes page size, page limit and bare codes from the configuration', () => {
    const own = { ...settings, bareCodes: true, pageSize: 100, maxPages: 7 }
    const { dialect, maxPages } = planQueries({ kind: 'all' }, noAbilities, own)
    expect(dialect).toMatchObject({ category: 'code', count: 100 })
    expect(maxPages).toBe(7)
  })

  it('OBS-01 asks for the categories of US Core where the server says that it follows it', () => {
    const codes = planQueries({ kind: 'all' }, usCore, settings).categories.map(({ code }) => code)
    expect(codes.slice(0, 9)).toEqual(observationCategories.map(({ code }) => code))
    expect(codes).toContain('sdoh')
    expect(codes).toHaveLength(15)
  })

  it('OBS-01 asks for the categories of the configuration too, each once', () => {
    const lda = { code: 'LDA', system: '', title: 'Lines, drains and airways' }
    const own = { ...settings, categories: [lda, ...observationCategories] }
    const { categories } = planQueries({ kind: 'all' }, noAbilities, own)
    expect(categories).toEqual([...observationCategories, lda])
  })

  it('divides by date only where the server searches by it', () => {
    expect(planQueries({ kind: 'all' }, usCore, settings).byDate).toBe(true)
    expect(planQueries({ kind: 'all' }, noAbilities, settings).byDate).toBe(false)
  })

  it('SCOPE-05 plans no category twice, none that was not granted, and nothing without a code', () => {
    const values = fc.array(
      fc.oneof(
        fc.constantFrom(
          'laboratory',
          'sdoh',
          `${system}|survey`,
          'http://x.example|a',
          '',
          '|',
          'a b',
        ),
        fc.string(),
      ),
    )
    const abilities = fc.record({ searchesByDate: fc.boolean(), followsUsCore: fc.boolean() })
    fc.assert(
      fc.property(values, fc.boolean(), abilities, (granted, isWhole, able) => {
        const grant = { kind: 'categories', values: granted, isWhole } as const
        const { categories, release } = planQueries(grant, able, settings)
        const keys = categories.map((one) => `${one.system}|${one.code}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(categories.every(({ code }) => /^[\w.-]+$/.test(code))).toBe(true)
        const isGranted = (code: string) =>
          granted.some((value) => value === code || value.endsWith(`|${code}`))
        expect(release !== 'listed' || categories.every(({ code }) => isGranted(code))).toBe(true)
      }),
    )
  })
})
