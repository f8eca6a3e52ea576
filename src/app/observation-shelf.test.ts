import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { createShelf } from './observation-shelf.ts'

function observation(id: string, status: string, more: JsonObject = {}): JsonObject {
  return {
    resourceType: 'Observation',
    id,
    status,
    code: { text: 'Weight' },
    effectiveDateTime: '2025-01-01',
    valueQuantity: { value: 70, unit: 'kg' },
    ...more,
  }
}
const right = (id: string, more?: JsonObject) => observation(id, 'final', more)
const wrong = (id: string, more?: JsonObject) => observation(id, 'entered-in-error', more)
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('createShelf', () => {
  it('D3 keeps what was entered in error apart, newest first, with what it said', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([
      wrong('old', { effectiveDateTime: '2020' }),
      right('a'),
      wrong('b', { effectiveDateTime: '2024' }),
    ])
    expect(idsOf(shelf.list())).toEqual(['a'])
    expect(idsOf(shelf.enteredInError())).toEqual(['b', 'old'])
    expect(shelf.enteredInError()[0]).toMatchObject({ name: 'Weight', status: 'entered-in-error' })
  })

  it('D3 gives no content of one that can not be read', () => {
    const shelf = createShelf('https://ehr.example/r4')
    expect(shelf.add([right('a'), wrong('a', { code: {} })])).toEqual([])
    expect([shelf.list(), shelf.enteredInError()]).toEqual([[], []])
  })

  it('D3 counts what goes, and what comes to say something else, and nothing that merely comes', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([right('a'), right('b'), wrong('c')])
    expect(shelf.takenBack()).toBe(0)
    shelf.add([wrong('a'), right('d')])
    expect(shelf.takenBack()).toBe(1)
    shelf.add([right('b', { valueQuantity: { value: 71, unit: 'kg' } })])
    expect(shelf.takenBack()).toBe(2)
    shelf.remove(['d', 'unknown'])
    expect(shelf.takenBack()).toBe(3)
  })

  it('D3 lets a result move over and back, and says how many were left out', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([right('a'), right('b')])
    shelf.markChanges()
    shelf.add([wrong('a')])
    expect([idsOf(shelf.list()), idsOf(shelf.enteredInError())]).toEqual([['b'], ['a']])
    expect([shelf.leftOut(), shelf.marks().size]).toEqual([1, 0])
    shelf.add([right('a')])
    expect([idsOf(shelf.list()), shelf.enteredInError()]).toEqual([['a', 'b'], []])
    expect(shelf.leftOut()).toBe(0)
  })

  it('D3 marks as new what was in error when the reload began', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([wrong('a')])
    shelf.markChanges()
    shelf.add([right('a')], ['a'])
    expect([...shelf.marks()]).toEqual([['a', 'new']])
  })

  it('lets go of what has gone, in error or not, and of everything', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([right('a'), right('b'), wrong('c'), wrong('d')])
    shelf.remove(['a', 'c'])
    expect([idsOf(shelf.list()), idsOf(shelf.enteredInError())]).toEqual([['b'], ['d']])
    shelf.clear()
    expect([shelf.list(), shelf.enteredInError()]).toEqual([[], []])
  })

  it('stays the same lists while nothing changes', () => {
    const shelf = createShelf('https://ehr.example/r4')
    shelf.add([right('a'), wrong('b')])
    const [list, errors] = [shelf.list(), shelf.enteredInError()]
    shelf.markChanges()
    shelf.add([right('a')])
    expect(shelf.list()).toBe(list)
    expect(shelf.enteredInError()).toBe(errors)
  })

  it('D3 never lists what is in error, in whatever order pages and reloads come', () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const page = fc.array(
      fc.record({ id, status: fc.constantFrom('final', 'entered-in-error', 'cancelled') }),
      { maxLength: 5 },
    )
    const step = fc.oneof(
      page.map((list) => ({ kind: 'add' as const, list })),
      fc.array(id).map((ids) => ({ kind: 'remove' as const, ids })),
      fc.constant({ kind: 'reload' as const }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const shelf = createShelf('https://ehr.example/r4')
        const newest = new Map<string, string>()
        for (const one of steps) {
          if (one.kind === 'reload') shelf.markChanges()
          else if (one.kind === 'remove') {
            shelf.remove(one.ids)
            for (const gone of one.ids) newest.delete(gone)
          } else {
            shelf.add(one.list.map(({ id: name, status }) => observation(name, status)))
            for (const { id: name, status } of one.list) newest.set(name, status)
          }
          const inError = [...newest].filter(([, status]) => status === 'entered-in-error')
          const others = [...newest].filter(([, status]) => status !== 'entered-in-error')
          expect(idsOf(shelf.enteredInError()).toSorted()).toEqual(
            inError.map(([name]) => name).toSorted(),
          )
          expect(idsOf(shelf.list()).toSorted()).toEqual(others.map(([name]) => name).toSorted())
          expect([...shelf.marks().keys()].filter((name) => !newest.has(name))).toEqual([])
        }
      }),
    )
  })
})
