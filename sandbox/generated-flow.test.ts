import { describe, expect, it } from 'vitest'
import { generateFlow } from './generated-flow.ts'

describe('a generated record for a flowsheet', () => {
  const { observations } = generateFlow('gen-flow-500x400', 500, 400)

  it('has all its tests and dates, each result once, and some ten thousand of them', () => {
    expect(observations.length).toBeLessThan(11_000)
    expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length)
    expect(new Set(observations.map(({ code }) => code.text)).size).toBe(500)
    expect(new Set(observations.map((one) => one.effectiveDateTime)).size).toBe(400)
  })

  it('is the same at every call', () => {
    expect(generateFlow('a', 5, 4)).toEqual(generateFlow('a', 5, 4))
  })
})
