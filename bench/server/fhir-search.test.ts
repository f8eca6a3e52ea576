import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchObservations } from './fhir-search.ts'
import { makeObservations } from './observations.ts'

const base = 'http://localhost/fhir'
const all = makeObservations(137, base)

type Bundle = {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry: readonly { readonly resource: { readonly id: string } }[]
}

/** Ids of all pages, by their next links. */
function walk(query: string, cap: number): readonly string[] {
  const ids: string[] = []
  let url: string | undefined = `${base}/Observation?${query}`
  while (url !== undefined) {
    const { searchParams } = new URL(url)
    const page = JSON.parse(
      searchObservations(all, searchParams, base, { cap, total: true }),
    ) as Bundle
    ids.push(...page.entry.map(({ resource }) => resource.id))
    url = page.link.find(({ relation }) => relation === 'next')?.url
  }
  return ids
}

describe('searchObservations', () => {
  it('gives every result once, whatever the pages hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (cap) => {
        expect(walk('patient=x', cap)).toEqual(all.map(({ id }) => id))
      }),
    )
  })

  it('finds by category and by date, so that the parts are the whole', () => {
    const categories = new Set(all.map(({ category }) => category))
    const parts = [...categories].flatMap((category) => walk(`category=system|${category}`, 10))
    expect(parts.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
    const middle = new Date(all[70]?.at ?? 0).toISOString()
    const halves = [`date=ge${middle}`, `date=lt${middle}`].flatMap((query) => walk(query, 10))
    expect(halves.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
  })

  it('says how many there are only where it is to', () => {
    const query = new URLSearchParams('category=laboratory')
    const read = (total: boolean) =>
      (JSON.parse(searchObservations(all, query, base, { cap: 5, total })) as Bundle).total
    expect(read(true)).toBe(all.filter(({ category }) => category === 'laboratory').length)
    expect(read(false)).toBeUndefined()
  })
})
