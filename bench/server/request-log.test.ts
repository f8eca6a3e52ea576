import { describe, expect, it } from 'vitest'
import { longestChain, type LoggedRequest } from './request-log.ts'

const asked = (path: string, at: number, answeredAt?: number): LoggedRequest => ({
  method: 'GET',
  path,
  at,
  answeredAt,
})

describe('longestChain', () => {
  it('goes from one request to the next that began after its answer', () => {
    const log = [asked('/page', 0, 40), asked('/script', 50, 90), asked('/results', 95, 140)]
    expect(longestChain(log)).toEqual(['GET /page', 'GET /script', 'GET /results'])
  })

  it('counts what is asked for side by side once', () => {
    const log = [
      asked('/page', 0, 40),
      asked('/a', 50, 90),
      asked('/b', 51, 80),
      asked('/c', 85, 99),
    ]
    expect(longestChain(log)).toEqual(['GET /page', 'GET /b', 'GET /c'])
  })

  it('waits for nothing that has no answer yet', () => {
    expect(longestChain([asked('/open', 0), asked('/next', 10, 20)])).toHaveLength(1)
    expect(longestChain([])).toEqual([])
  })
})
