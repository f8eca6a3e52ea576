import { describe, expect, it, vi } from 'vitest'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import { usCoreCategories } from './observation-categories.ts'
import { bundle, categoryOf, fakeServer, loadFrom, observation, usualPlan } from './test-server.ts'
import type { Answer } from './test-server.ts'

const statement = {
  resourceType: 'CapabilityStatement',
  implementationGuide: ['http://hl7.org/fhir/us/core/ImplementationGuide/hl7.fhir.us.core'],
}

/** A record at a server that follows US Core, and answers so when asked what it can do. */
function open(says: () => Promise<JsonObject>, pages: Record<string, readonly Answer[]> = {}) {
  const asked: string[] = []
  const server = fakeServer({ sdoh: [bundle([observation('1')])], ...pages })
  const request: FhirRequest = async (url, signal) => {
    asked.push(url)
    return url === 'metadata' ? { body: await says() } : server.request(url, signal)
  }
  const { categories, ...plan } = usualPlan
  const load = loadFrom(request, {
    request,
    planBy: ({ followsUsCore }) => ({
      ...plan,
      categories: followsUsCore ? [...categories, ...usCoreCategories] : categories,
    }),
  })
  return { ...load, asked, questions: () => asked.filter((url) => url === 'metadata').length }
}

describe('what the server says of itself', () => {
  it('OBS-01 adds the categories of US Core, once the first page is there', async () => {
    const { record, asked, questions, state } = open(() => Promise.resolve(statement))
    await record.start()
    expect(asked.indexOf('metadata')).toBeGreaterThan(0)
    expect(questions()).toBe(1)
    expect(record.status.categories).toHaveLength(15)
    expect(state('sdoh')).toEqual({ kind: 'loaded', count: 1 })
    expect(new Set(asked.map(categoryOf)).size).toBe(16)
  })

  it('OBS-01 loads them where a retry is the first to bring a page', async () => {
    let isWell = false
    const flaky = () => (isWell ? bundle([]) : new FhirError('server'))
    const pages = Object.fromEntries(usualPlan.categories.map(({ code }) => [code, [flaky]]))
    const { record, state } = open(() => Promise.resolve(statement), pages)
    await record.start()
    expect(record.status.categories).toHaveLength(9)
    isWell = true
    await record.retry('laboratory')
    expect(state('sdoh')).toEqual({ kind: 'loaded', count: 1 })
    expect(record.status.categories.filter(({ state: { kind } }) => kind === 'waiting')).toEqual([])
  })

  it('OBS-01 loads them however late it says so, and keeps nothing else waiting for it', async () => {
    vi.useFakeTimers()
    try {
      let say: (body: JsonObject) => void = () => {}
      const { record, state } = open(() => new Promise((resolve) => (say = resolve)))
      const end = record.start()
      await vi.advanceTimersByTimeAsync(3_000)
      await end
      expect(record.status.categories).toHaveLength(9)
      say(statement)
      await vi.advanceTimersByTimeAsync(10)
      expect(state('sdoh')).toEqual({ kind: 'loaded', count: 1 })
    } finally {
      vi.useRealTimers()
    }
  })

  it.each([
    ['server', 2],
    ['timed-out', 2],
    ['signed-out', 2],
    ['rejected', 1],
  ] as const)('ERR-07 asks %s again with the next load: %i', async (failure, times) => {
    let isWell = false
    const { record, state, questions } = open(() =>
      isWell ? Promise.resolve(statement) : Promise.reject(new FhirError(failure)),
    )
    await record.start()
    expect(questions()).toBe(1)
    isWell = true
    await record.reload()
    expect(questions()).toBe(times)
    expect(state('sdoh')).toEqual(times === 2 ? { kind: 'loaded', count: 1 } : undefined)
  })

  it('ERR-07 asks again by itself where the server was busy', async () => {
    let isBusy = true
    const { record, state, questions, waits } = open(() => {
      if (!isBusy) return Promise.resolve(statement)
      isBusy = false
      return Promise.reject(new FhirError('busy', { status: 429, retryAfter: 2 }))
    })
    await record.start()
    expect([questions(), waits]).toEqual([2, [2_000]])
    expect(state('sdoh')).toEqual({ kind: 'loaded', count: 1 })
  })

  it('REF-10 asks again where the token was refused while another came', async () => {
    let refuse = (): void => {}
    const { record, state, asked } = open(() =>
      asked.filter((url) => url === 'metadata').length > 1
        ? Promise.resolve(statement)
        : new Promise((_, reject) => (refuse = () => reject(new FhirError('signed-out')))),
    )
    const end = record.start()
    await vi.waitFor(() => expect(asked).toContain('metadata'))
    await record.resumeSignedOut()
    refuse()
    await end
    await vi.waitFor(() => expect(state('sdoh')).toEqual({ kind: 'loaded', count: 1 }))
  })

  it('PAT-04 asks for nothing more where it answers after the record was closed', async () => {
    let say: (body: JsonObject) => void = () => {}
    const { record, asked } = open(() => new Promise((resolve) => (say = resolve)))
    const end = record.start()
    await vi.waitFor(() => expect(asked).toContain('metadata'))
    record.abort()
    await end
    const { length } = asked
    say(statement)
    await new Promise((resolve) => setTimeout(resolve))
    expect(asked).toHaveLength(length)
  })
})
