import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import { bundle, fakeServer, loadFrom, observation, type Answer } from './test-server.ts'

describe('resumeSignedOut', () => {
  it('REF-10 F-R21 goes on at the page that met a refused token, and with no other category', async () => {
    let isGood = false
    const server = fakeServer({
      laboratory: [
        bundle([observation('1')]),
        () => (isGood ? bundle([observation('2')]) : new FhirError('signed-out', { status: 401 })),
      ],
      exam: [new FhirError('server')],
    })
    const { record, state } = loadFrom(server.request)
    await record.start()
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'signed-out', count: 1 })
    isGood = true
    const { length } = server.asked
    await record.resumeSignedOut()
    expect(server.asked.slice(length)).toHaveLength(1)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
    expect(state('exam')).toMatchObject({ kind: 'failed', failure: 'server' })
  })
})

describe('a token renewed while requests are under way', () => {
  it('REF-10 goes on where the old token was refused after there was another', async () => {
    let hold = (): void => {}
    const late = new Promise<void>((resolve) => (hold = resolve))
    let isFirst = true
    const server = fakeServer({
      laboratory: [
        async () => {
          if (!isFirst) return bundle([observation('1')])
          isFirst = false
          await late
          return new FhirError('signed-out', { status: 401 })
        },
      ],
    })
    const { record, state } = loadFrom(server.request)
    const end = record.start()
    const resumed = record.resumeSignedOut()
    hold()
    await Promise.all([end, resumed])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
  })

  it('REF-10 asks once more for each renewal, and no oftener', async () => {
    const server = fakeServer({ laboratory: [new FhirError('signed-out', { status: 401 })] })
    const { record, state } = loadFrom(server.request)
    await record.start()
    const { length } = server.asked
    await record.resumeSignedOut()
    expect(server.asked).toHaveLength(length + 1)
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'signed-out' })
  })

  it.each(['refused', 'rejected'] as const)(
    'REF-10 makes the search again where the next page is "%s" with the new token',
    async (failure) => {
      let second: Answer = new FhirError('signed-out', { status: 401 })
      let isBound = false
      const server = fakeServer({
        laboratory: [
          () => {
            if (isBound) second = bundle([observation('2')])
            return bundle([observation('1')])
          },
          () => second,
        ],
      })
      const { record, state } = loadFrom(server.request)
      await record.start()
      second = new FhirError(failure, { status: 403 })
      isBound = true
      await record.resumeSignedOut()
      expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
    },
  )
})
