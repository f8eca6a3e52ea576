import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation } from './test-server.ts'
import type { JsonObject } from './json.ts'
import { createMerge } from './merge.ts'

function version(note: string, meta?: JsonObject, more: JsonObject = {}) {
  return observation('1', { note, ...(meta ? { meta } : {}), ...more })
}

/** What a holder of everything handed on has in the end. */
function afterAdding(...attempts: JsonObject[][]) {
  const merge = createMerge()
  const held = new Map<unknown, JsonObject>()
  attempts.forEach((list, attempt) => {
    for (const one of list) {
      for (const given of merge.add([one], attempt)) held.set(given.id, given)
    }
  })
  return { held, merge }
}

describe('createMerge', () => {
  it.each([
    [
      'lastUpdated',
      { lastUpdated: '2026-01-01T00:00:00Z' },
      { lastUpdated: '2026-01-02T00:00:00Z' },
    ],
    [
      'lastUpdated in another zone',
      { lastUpdated: '2026-01-01T23:00:00-08:00' },
      { lastUpdated: '2026-01-02T08:00:00.5+01:00' },
    ],
    ['versionId as a number', { versionId: '9' }, { versionId: '10' }],
    [
      'versionId at one time',
      { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' },
      { versionId: '2', lastUpdated: '2026-01-01T00:00:00Z' },
    ],
    ['a version where there was none', {}, { versionId: '0' }],
  ])('OBS-03 keeps the newer by %s, in whichever order they come (F-R16)', (_, older, newer) => {
    const [a, b] = [version('older', older), version('newer', newer)]
    expect(afterAdding([a, b]).held.get('1')).toBe(b)
    expect(afterAdding([b, a]).held.get('1')).toBe(b)
  })

  it.each([
    [undefined, undefined],
    [{ versionId: 'MTYx' }, { versionId: 'MTYy' }],
    [{ lastUpdated: '2026' }, { lastUpdated: '2027' }],
    [{ lastUpdated: '2026-99-01T00:00:00Z' }, { lastUpdated: 'yesterday' }],
    [{ versionId: '3' }, { versionId: '3' }],
  ])('OBS-03 keeps the first when %j and %j can not be told apart', (one, two) => {
    const first = version('first', one)
    expect(afterAdding([first, version('second', two)]).held.get('1')).toBe(first)
  })

  it('OBS-03 keeps what a later attempt brought when versions can not be told apart', () => {
    const later = version('later')
    expect(afterAdding([version('earlier')], [later]).held.get('1')).toBe(later)
  })

  it('OBS-03 gives each id once a page, in its newest version', () => {
    const newest = version('3', { versionId: '3' })
    const page = [version('1', { versionId: '1' }), newest, version('2', { versionId: '2' })]
    expect(createMerge().add(page, 0)).toEqual([newest])
  })

  it('D3 hands on what is marked entered-in-error once, as such, and counts it by id', () => {
    const wrong = version('x', undefined, { status: 'entered-in-error' })
    const merge = createMerge()
    expect(merge.add([wrong, wrong], 0)).toEqual([wrong])
    expect([...merge.inError]).toEqual(['1'])
  })

  it('PAT-02 takes back one handed on before, once, without its value', () => {
    const merge = createMerge(({ subject }) => subject !== undefined)
    const nobody = { subject: undefined, valueString: 'of another arm' }
    merge.add([version('x', { versionId: '1' }, { valueString: 'a' })], 0)
    expect(merge.add([version('x', { versionId: '2' }, nobody)], 0)).toEqual([
      {
        resourceType: 'Observation',
        id: '1',
        meta: { versionId: '2' },
        status: 'entered-in-error',
        subject: undefined,
      },
    ])
    expect(merge.add([version('x', { versionId: '3' }, nobody)], 0)).toEqual([])
  })

  it('D3 takes entered-in-error for true where versions can not be told apart', () => {
    const wrong = version('wrong', undefined, { status: 'entered-in-error' })
    for (const order of [
      [version('right'), wrong],
      [wrong, version('right')],
    ]) {
      const { held, merge } = afterAdding(order)
      expect(merge.inError.has('1')).toBe(true)
      expect(held.get('1')).toBe(wrong)
    }
  })

  it('D3 gives an Observation again that is no longer marked', () => {
    const right = version('right', { versionId: '2' })
    const wrong = version('wrong', { versionId: '1' }, { status: 'entered-in-error' })
    const { held, merge } = afterAdding([wrong, right])
    expect(held.get('1')).toBe(right)
    expect(merge.inError.size).toBe(0)
  })

  it('PAT-02 takes the copy that names the patient where versions can not be told apart', () => {
    const hasSubject = ({ subject }: JsonObject) => subject !== undefined
    const named = version('named')
    const nameless = version('nameless', undefined, { subject: undefined })
    for (const order of [
      [named, nameless],
      [nameless, named],
    ]) {
      const merge = createMerge(hasSubject)
      expect(order.flatMap((one) => merge.add([one], 0))).toEqual([named])
      expect(merge.withoutSubject.size).toBe(0)
    }
  })

  it('OBS-03 ends with the same versions in any order, however often they come', () => {
    const meta = fc.record(
      {
        lastUpdated: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', 'never'),
        versionId: fc.constantFrom('1', '2', '10', 'b'),
      },
      { requiredKeys: [] },
    )
    const status = fc.constantFrom('final', 'entered-in-error')
    const entry = fc.record({ id: fc.constantFrom('1', '2', '3'), meta, status })
    const list = fc.array(entry, { maxLength: 12 })
    const shuffled = list.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      ),
    )
    const summary = (entries: JsonObject[]) => {
      const { held, merge } = afterAdding(entries)
      const shown = [...held.values()].filter(({ id }) => !merge.inError.has(id as string))
      // What can't be told apart counts as one version.
      const line = ({ id, meta: of }: JsonObject) => JSON.stringify([id, toKey(of)])
      return { shown: shown.map(line).sort(), inError: [...merge.inError].sort() }
    }
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        expect(summary(again)).toEqual(summary(all))
      }),
    )
  })
})

function toKey(meta: unknown) {
  const { lastUpdated, versionId } = meta as Record<string, string | undefined>
  return [
    lastUpdated === 'never' ? undefined : lastUpdated,
    versionId === 'b' ? undefined : versionId,
  ]
}
