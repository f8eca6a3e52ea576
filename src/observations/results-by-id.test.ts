import { expect, it } from 'vitest'
import { resultsById } from './results-by-id.ts'
import { readSample } from './sample-observation.ts'

it('D5 finds results by their ids, and goes through them once, when the first is asked for', () => {
  let visits = 0
  const one = readSample({ id: 'one' })
  const observations = new Proxy([one], {
    get(target, name, receiver): unknown {
      if (name === '0') visits += 1
      return Reflect.get(target, name, receiver)
    },
  })
  const found = resultsById(observations)
  expect(visits).toBe(0)
  expect([found.get('one'), found.has('one'), found.get('two'), found.has('two')]).toEqual([
    one,
    true,
    undefined,
    false,
  ])
  expect(visits).toBe(1)
})
