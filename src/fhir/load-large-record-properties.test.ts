import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FhirError, type FhirFailure } from './fhir-error.ts'
import type { SearchServerSettings } from './test-fhir-server.ts'
import { openAt, results } from './test-large-record.ts'

describe('a large category', () => {
  const servers = fc.record({
    count: fc.integer({ min: 1, max: 400 }),
    undated: fc.boolean(),
    maxCount: fc.constantFrom(20, 50, 60, 100, 1000),
    total: fc.constantFrom<SearchServerSettings['total'][]>('matches', 'page', 'absent', 10, -10),
    order: fc.constantFrom('stored', 'newest-first'),
    dates: fc.constantFrom('searched', 'ignored', 'refused'),
    saysDates: fc.boolean(),
    failing: fc.nat(12),
    failure: fc.constantFrom<FhirFailure[]>('server', 'signed-out', 'unreachable', 'rejected'),
  })

  /** Loads from a server that fails at one request, and tries again as often as something failed. */
  async function loadPatiently(
    server: SearchServerSettings,
    failing: number,
    failure: FhirFailure,
  ) {
    let asked = 0
    const trouble = () => ((asked += 1) === failing ? new FhirError(failure) : undefined)
    const load = openAt({ ...server, trouble })
    await load.record.start()
    for (let tries = 0; tries < 2 && load.state('laboratory')?.kind === 'failed'; tries += 1)
      await load.record.retry('laboratory')
    return load
  }

  it('OBS-03 OBS-05 ends with every result, or says that it could not, whatever server it is', async () => {
    await fc.assert(
      fc.asyncProperty(servers, async ({ count, undated, failing, failure, ...server }) => {
        const observations = { laboratory: results(count, undated) }
        const { held, state } = await loadPatiently({ ...server, observations }, failing, failure)
        expect(state('laboratory')).toEqual({ kind: 'loaded', count })
        expect(held().size).toBe(count)
      }),
      { numRuns: 150 },
    )
  })

  it('OBS-05 ends with every result, or says that there may be more, where pages lead nowhere', async () => {
    const paging = fc.constantFrom<('none' | 'small')[]>('none', 'small')
    const total = fc.constantFrom<('matches' | 'absent')[]>('matches', 'absent')
    await fc.assert(
      fc.asyncProperty(servers, paging, total, async (drawn, how, said) => {
        const { count, undated, failing, failure, ...server } = drawn
        const observations = { laboratory: results(count, undated) }
        const settings = { ...server, observations, paging: how, total: said }
        // Where neither total nor order tells of more, a page cut short looks like the last one.
        fc.pre(said === 'matches' || server.order === 'stored' || server.maxCount === 1000)
        fc.pre(said === 'matches' || server.maxCount >= 50)
        const { held, state, line } = await loadPatiently(settings, failing, failure)
        const isWhole = held().size === count
        const isSaid = line('laboratory')?.notices.length === 1
        expect({ isWhole, isSaid, kind: state('laboratory')?.kind }).toEqual({
          isWhole,
          isSaid: !isWhole || isSaid,
          kind: 'loaded',
        })
      }),
      { numRuns: 150 },
    )
  })
})
