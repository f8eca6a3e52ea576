import { expect, it } from 'vitest'
import { spanOf } from './date-span.ts'
import { compareNewestFirst } from './order.ts'
import { readSample } from './sample-observation.ts'

const at = (...dates: (string | undefined)[]) =>
  dates
    .map((effectiveDateTime, index) => readSample({ id: `o${index}`, effectiveDateTime }))
    .sort(compareNewestFirst)

it('PAT-07 gives the oldest and the newest date as they were sent', () => {
  const span = spanOf(at('2024-05', undefined, '2012', '2019-01-01T10:00:00Z'))
  expect([span?.oldest.text, span?.newest.text]).toEqual(['2012', '2024-05'])
})

it('gives none where nothing has a date', () => {
  expect(spanOf(at(undefined))).toBeUndefined()
  expect(spanOf([])).toBeUndefined()
})
