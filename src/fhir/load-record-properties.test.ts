import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  bundle,
  categoryOf,
  fakeServer,
  loadFrom,
  observation,
  type Answer,
} from './test-server.ts'
import { FhirError } from './fhir-error.ts'
import type { JsonObject } from './json.ts'
import { observationCategories } from './observation-categories.ts'

const codes = observationCategories.map(({ code }) => code)

/** Few ids in few versions, so that they meet; some are left out for what they are. */
const anObservation = fc
  .record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    versionId: fc.constantFrom('1', '2', '3'),
    kind: fc.constantFrom('right', 'right', 'wrong', 'nobody'),
  })
  .map(({ id, versionId, kind }) =>
    kind === 'nobody'
      ? observation(`n${id}`, { subject: undefined })
      : observation(id, {
          meta: { versionId },
          status: kind === 'right' ? 'final' : 'entered-in-error',
        }),
  )

/** What each category holds; one version of one id says the same wherever it comes. */
const aRecord = fc
  .dictionary(fc.constantFrom(...codes), fc.array(anObservation, { maxLength: 8 }))
  .map((all) => {
    const contents = new Map<string, JsonObject>()
    for (const one of Object.values(all).flat()) contents.set(toKey(one), one)
    return Object.entries(all).map(([code, list]) => ({
      code,
      list: list.map((one) => contents.get(toKey(one)) ?? one),
    }))
  })

function toKey({ id, meta }: JsonObject) {
  return JSON.stringify([id, meta])
}

/** Cuts a list into pages, in another order and with repetitions. */
function toPages(list: readonly JsonObject[], size: number, turn: number) {
  const turned = [...list.slice(turn), ...list, ...list.toReversed()]
  return Array.from({ length: Math.ceil(turned.length / size) }, (_, index) =>
    bundle(turned.slice(index * size, (index + 1) * size)),
  )
}

/** Loads the categories in this order; gives what a holder has and what is said in the end. */
async function load(
  pages: Iterable<readonly [code: string, pages: readonly Answer[]]>,
  order = codes,
) {
  const server = fakeServer(Object.fromEntries(pages))
  const { record, held, state } = loadFrom(server.request, {
    plan: {
      categories: observationCategories.toSorted(
        (a, b) => order.indexOf(a.code) - order.indexOf(b.code),
      ),
    },
  })
  await record.start()
  const { withoutSubject, enteredInError } = record.status
  const states = new Map(codes.map((code) => [code, state(code)]))
  const shown = [...held().values()].filter(({ status }) => status === 'final').map(toKey)
  return { server, states, withoutSubject, enteredInError, shown: new Set(shown) }
}

it('OBS-03 ends with the same Observations and counts in any order of pages, however often they come', async () => {
  const order = fc.shuffledSubarray(codes, { minLength: codes.length })
  await fc.assert(
    fc.asyncProperty(
      aRecord,
      order,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(7),
      async (all, order, size, turn) => {
        const { server: _, ...plain } = await load(
          all.map(({ code, list }) => [code, [bundle(list)]]),
        )
        const { server: __, ...mixed } = await load(
          all.map(({ code, list }) => [code, toPages(list, size, turn)]),
          order,
        )
        expect(mixed).toEqual(plain)

        // What must come out, reckoned in another way: the last of each id when sorted by version.
        const every = all.flatMap(({ list }) => list)
        const sorted = every
          .filter(({ subject }) => subject !== undefined)
          .toSorted((a, b) => toKey(a).localeCompare(toKey(b)))
        const newest = [...new Map(sorted.map((one) => [one.id, one])).values()]
        const right = newest.filter(({ status }) => status === 'final')
        expect(plain.shown).toEqual(new Set(right.map(toKey)))
        expect(plain.enteredInError).toBe(newest.length - right.length)
        expect(plain.withoutSubject).toBe(
          new Set(every.filter(({ subject }) => subject === undefined).map(toKey)).size,
        )
        for (const { code, list } of all) {
          const count = right.filter((one) => list.some(({ id }) => id === one.id)).length
          const state = list.length > 0 ? { kind: 'loaded', count } : { kind: 'empty' }
          expect(plain.states.get(code)).toEqual(state)
        }
      },
    ),
  )
})

it('OBS-01 never has more than six requests under way, nor a search without patient and category', async () => {
  const ticks = fc.array(fc.nat(6), { minLength: 9, maxLength: 9 })
  const length = fc.integer({ min: 1, max: 4 })
  await fc.assert(
    fc.asyncProperty(ticks, length, fc.boolean(), async (delays, pages, isBusy) => {
      const failing = new Set(isBusy ? codes : [])
      const answers = codes.map((code, index) => {
        const slow = async (url: string) => {
          for (let tick = 0; tick < (delays[index] ?? 0); tick += 1) await Promise.resolve()
          if (failing.delete(categoryOf(url))) return new FhirError('busy')
          return bundle([observation(code)])
        }
        return [code, Array.from({ length: pages }, () => slow)] as const
      })
      const { server, states } = await load(answers)
      expect(server.load).toEqual({ most: 6, now: 0 })
      for (const state of states.values()) expect(state).toEqual({ kind: 'loaded', count: 1 })
      expect(server.asked).toHaveLength(9 * pages + (isBusy ? 9 : 0))
      for (const url of server.asked) {
        expect(url).toMatch(/\?(patient=maria&category=[^&]+%7C[a-z-]+&|sessionID=)/)
      }
    }),
    { numRuns: 40 },
  )
})

it('OBS-05 ends whatever the next links are', async () => {
  const from = fc.constantFrom('a', 'b', 'c', 'd')
  const graphs = fc.dictionary(from, fc.constantFrom('a', 'b', 'c', 'd', 'end'))
  await fc.assert(
    fc.asyncProperty(graphs, fc.boolean(), async (graph, isEndless) => {
      let count = 0
      const { record } = loadFrom(
        (url) => {
          count += 1
          const next = isEndless ? String(count) : (graph[url] ?? 'a')
          const link = next === 'end' ? [] : [{ relation: 'next', url: next }]
          return Promise.resolve({ body: bundle([observation('1')], { link }) })
        },
        { plan: { maxPages: 12 } },
      )
      await record.start()
      const isEnding = !isEndless && reachesEnd(graph)
      for (const { state } of record.status.categories) {
        expect(state).toEqual(
          isEnding
            ? { kind: 'loaded', count: 1 }
            : { kind: 'stopped', count: 1, why: isEndless ? 'page-limit' : 'loop' },
        )
      }
      expect(count).toBeLessThanOrEqual(9 * 12)
    }),
    { numRuns: 50 },
  )
})

function reachesEnd(graph: Record<string, string>) {
  let page = 'a'
  for (let step = 0; step < 9 && page !== 'end'; step += 1) page = graph[page] ?? 'a'
  return page === 'end'
}

it('ERR-07 never rejects, and ends every category, whatever the server sends', async () => {
  const answers = fc.array(fc.jsonValue(), { minLength: 9, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), async (values, isBundle) => {
      let index = 0
      const { record } = loadFrom(() => {
        const value = values[index++ % 9]
        const entry = [
          value,
          { resource: value },
          { resource: { ...observation('1'), meta: value } },
        ]
        const body = isBundle ? { resourceType: 'Bundle', entry, link: [value] } : value
        return Promise.resolve({ body })
      })
      await record.start()
      for (const { state } of record.status.categories) {
        expect(state).toMatchObject(
          isBundle ? { kind: 'loaded', count: 1 } : { kind: 'failed', failure: 'unreadable' },
        )
      }
    }),
  )
})
