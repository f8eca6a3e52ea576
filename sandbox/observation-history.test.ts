import { expect, it } from 'vitest'

import { oddObservations } from './dana-demo-values.ts'
import { toHistory } from './observation-history.ts'

it('gives the versions of an amended result newest first, a deletion without a resource', () => {
  const observation = oddObservations.find(({ id }) => id === 'gen-multi-cat')
  if (observation === undefined) throw new Error('not in the record')
  const { type, entry = [] } = toHistory(observation)
  expect(type).toBe('history')
  expect(entry.map(({ request, response }) => [request?.method, response?.etag])).toEqual([
    ['PUT', 'W/"4"'],
    ['DELETE', 'W/"3"'],
    ['PUT', 'W/"2"'],
    ['POST', 'W/"1"'],
  ])
  expect(entry[0]?.resource).toMatchObject({ ...observation, meta: { versionId: '4' } })
  expect(entry[1]?.resource).toBeUndefined()
})
