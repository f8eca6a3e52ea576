import { expect, it } from 'vitest'
import { faultIds } from '../sandbox/fault-ids.ts'
import { listTests } from './conformance.ts'

const sources = import.meta.glob<string>('../e2e/*.spec.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it('names every fault of the catalogue in an end-to-end test', () => {
  const named = new Set(
    listTests(sources).flatMap(({ name }) => name.match(/\bF-[A-Z]\d+[a-f]?\b/g) ?? []),
  )
  expect(faultIds.filter((id) => !named.has(id))).toEqual([])
})

it('names no fault that the catalogue doesn’t know', () => {
  const known = new Set(faultIds)
  const named = listTests(sources).flatMap(({ name }) => name.match(/\bF-[A-Z]\d+[a-f]?\b/g) ?? [])
  expect(named.length).toBeGreaterThan(faultIds.length)
  expect(named.filter((id) => !known.has(id))).toEqual([])
})
