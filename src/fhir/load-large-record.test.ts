import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import { observationCategories } from './observation-categories.ts'
import { readOutcome } from './operation-outcome.ts'
import { day, openAt, parametersOf, results } from './test-large-record.ts'
import { observation, outcome } from './test-server.ts'

const isHead = (url: string) => parametersOf(url).get('_count') === '50'
const isDated = (url: string) => parametersOf(url).has('date')

describe('a large category', () => {
  it('OBS-10 begins with a small page, newest first, then asks for as much as the server may give', async () => {
    const { record, searches, given, state } = openAt({
      observations: { laboratory: results(250) },
      saysDates: false,
    })
    await record.start()
    const [head, first, ...further] = searches()
    expect(parametersOf(head ?? '').get('_sort')).toBe('-date')
    expect(parametersOf(head ?? '').get('_count')).toBe('50')
    expect(parametersOf(first ?? '').get('_count')).toBe('1000')
    expect(further).toHaveLength(2)
    expect(given[0]?.[0]?.id).toBe('o249')
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 250 })
  })

  it('asks once where the small page holds it all', async () => {
    const { record, searches, state } = openAt({ observations: { laboratory: results(49) } })
    await record.start()
    expect(searches()).toHaveLength(1)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 49 })
  })

  it('goes on from the small page where the server’s own pages are smaller still', async () => {
    const observations = { laboratory: results(95) }
    const { record, searches, state } = openAt({ observations, maxCount: 20 })
    await record.start()
    expect(searches().filter((url) => parametersOf(url).get('_count') === '1000')).toEqual([])
    expect(searches()).toHaveLength(5)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 95 })
  })

  it('reads spans of time side by side, and is complete by the number of results', async () => {
    const { record, searches, state } = openAt({ observations: { laboratory: results(1200) } })
    await record.start()
    expect(searches().filter(isDated).length).toBeGreaterThanOrEqual(6)
    // Nothing of the undivided search but its first page, and its number once more.
    const undivided = searches().filter((url) => !isHead(url) && !isDated(url))
    expect(undivided.map((url) => parametersOf(url).get('_count'))).toEqual(['1000', '1'])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1200 })
  })

  it.each([
    ['some have no date', { observations: { laboratory: results(1200, true) } }],
    ['the total is too high', { observations: { laboratory: results(1200) }, total: 10 }],
    ['a span is refused', { observations: { laboratory: results(1200) }, dates: 'refused' }],
  ] as const)('reads the undivided search to its end where %s', async (_, settings) => {
    const { record, searches, state } = openAt(settings)
    await record.start()
    expect(searches().filter((url) => !isHead(url) && !isDated(url))).toHaveLength(12)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1200 })
  })

  it('OBS-05 reads on where one without a date is made up in number by one that is filed meanwhile', async () => {
    const laboratory = results(1200)
    laboratory[700] = observation('undated')
    let isFiled = false
    const { record, held, state } = openAt({
      observations: { laboratory },
      trouble(url) {
        if (isDated(url) && !isFiled) {
          isFiled = true
          laboratory.push(observation('filed', { effectiveDateTime: day(1) }))
        }
        return undefined
      },
    })
    await record.start()
    expect(isFiled).toBe(true)
    expect(held().has('undated')).toBe(true)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1201 })
  })

  it.each(['matches', 'page', 'absent'] as const)(
    'OBS-05 asks for more where a full page leads nowhere, whether its total is right or %s',
    async (total) => {
      const observations = { laboratory: results(60) }
      const { record, line, state } = openAt({ observations, total, paging: 'none' })
      await record.start()
      expect(state('laboratory')).toEqual({ kind: 'loaded', count: 60 })
      expect(line('laboratory')?.notices).toEqual([])
    },
  )

  it.each([
    ['spans of time', true, [], 250],
    ['nothing else', false, ['There may be more results than the server sent.'], 150],
  ] as const)(
    'OBS-05 OBS-06 turns to %s where not even the large page leads on, and says what that leaves open',
    async (_, saysDates, notices, count) => {
      const observations = { laboratory: results(250) }
      const settings = { observations, maxCount: 100, paging: 'none', saysDates } as const
      const { record, line, state } = openAt(settings)
      await record.start()
      expect(state('laboratory')).toEqual({ kind: 'loaded', count })
      expect(line('laboratory')?.notices).toEqual(notices)
    },
  )

  it.each(['server', 'timed-out', 'unreadable', 'rejected', 'unreachable', 'busy'] as const)(
    'OBS-05 goes on in small pages where the large one ends with "%s"',
    async (failure) => {
      const { record, state } = openAt({
        observations: { laboratory: results(250) },
        saysDates: false,
        trouble: (url) =>
          parametersOf(url).get('_count') === '1000' ? new FhirError(failure) : undefined,
      })
      await record.start()
      expect(state('laboratory')).toEqual({ kind: 'loaded', count: 250 })
    },
  )

  it.each([
    ['is right', { total: 'matches' }],
    ['is missing', { total: 'absent' }],
  ] as const)(
    'OBS-05 goes on from the small page where the large one leads nowhere, and the total %s',
    async (_, { total }) => {
      const { record, state } = openAt({
        observations: { laboratory: results(250) },
        maxCount: 100,
        paging: 'small',
        saysDates: false,
        total,
      })
      await record.start()
      expect(state('laboratory')).toEqual({ kind: 'loaded', count: 250 })
    },
  )

  it('OBS-05 goes on in small pages where a later large page fails twice', async () => {
    const { record, state } = openAt({
      observations: { laboratory: results(250) },
      saysDates: false,
      trouble: (url) =>
        parametersOf(url).get('_count') === '1000' && parametersOf(url).has('_page')
          ? new FhirError('timed-out')
          : undefined,
    })
    await record.start()
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'timed-out' })
    await record.retry('laboratory')
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 250 })
  })

  it('OBS-06 OBS-07 compares the total with results, not with what is said beside them', async () => {
    const { record, line } = openAt({
      observations: { laboratory: results(105) },
      maxCount: 100,
      paging: 'none',
      saysDates: false,
      outcomes: Array.from({ length: 5 }, () => outcome('information', 'x', 'All is well')),
    })
    await record.start()
    expect(line('laboratory')?.notices).toContain('There may be more results than the server sent.')
  })

  it('OBS-05 says that a span failed where nothing else leads to its results, and a retry reads them', async () => {
    let isWell = false
    const { record, state, line } = openAt({
      observations: { laboratory: results(250) },
      maxCount: 100,
      paging: 'none',
      trouble: (url) =>
        !isWell && parametersOf(url).getAll('date').length === 2
          ? new FhirError('signed-out', { status: 401 })
          : undefined,
    })
    await record.start()
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'signed-out' })
    isWell = true
    await record.resumeSignedOut()
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 250 })
    expect(line('laboratory')?.notices).toEqual([])
  })

  it('OBS-05 teaches no other search by asking for the number again', async () => {
    const { record, searches, state } = openAt({
      observations: { laboratory: results(1200) },
      trouble: (url) =>
        parametersOf(url).get('_count') === '1'
          ? new FhirError('rejected', {
              status: 400,
              issues: readOutcome(outcome('error', 'x', '_count')),
            })
          : undefined,
    })
    await record.start()
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1200 })
    await record.reload()
    expect(searches().every((url) => parametersOf(url).has('_count'))).toBe(true)
  })

  it.each(['page', 'absent'] as const)(
    'OBS-06 divides nothing where the total is that of the %s',
    async (total) => {
      const observations = { laboratory: results(1200) }
      const { record, searches, state } = openAt({ observations, total })
      await record.start()
      expect(searches().some(isDated)).toBe(false)
      expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1200 })
    },
  )
})

describe('ten thousand Observations', () => {
  it('OBS-05 F-R24 end in a right count across slow, failing and looping pages', async () => {
    const per = 2_000
    const codes = ['vital-signs', 'laboratory', 'social-history', 'survey', 'exam']
    const categories = observationCategories.filter(({ code }) => codes.includes(code))
    const observations = Object.fromEntries(codes.map((code) => [code, results(per, true, code)]))
    let isWell = false
    const { record, held, state } = openAt(
      {
        observations,
        total: 'absent',
        trouble: (url, attempt) => {
          const page = parametersOf(url).get('_page')
          const isOf = (code: string) => url.includes(code)
          // Busy at first; broken in the middle; leading back.
          if (attempt === 1 && isOf('vital-signs')) return new FhirError('busy', { status: 503 })
          if (isWell) return undefined
          if (page === '900' && isOf('laboratory')) return new FhirError('server', { status: 500 })
          return page === '500' && isOf('survey') ? 'loop' : undefined
        },
      },
      categories,
    )
    await record.start()
    expect(state('vital-signs')).toEqual({ kind: 'loaded', count: per })
    // Those of the pages before, and the newest fifty.
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'server', count: 950 })
    expect(state('survey')).toEqual({ kind: 'stopped', why: 'loop', count: 650 })
    isWell = true
    await record.retry('laboratory')
    await record.retry('survey')
    for (const code of codes) expect(state(code)).toEqual({ kind: 'loaded', count: per })
    expect(held().size).toBe(5 * per)
  })
})
