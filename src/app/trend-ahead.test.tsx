import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { SeriesOptions } from '../observations/build-series.ts'
import type { Observation } from '../observations/observation.ts'
import { readSample } from '../observations/sample-observation.ts'
import { sampleNow, sampleSeriesId as id } from '../observations/test-series.ts'
import { useTrendAhead } from './trend-ahead.ts'

const observations = [readSample({ id: 'a' }), readSample({ id: 'b' })]
const options: SeriesOptions = { now: sampleNow }

/** A page of the session "one" with two links, of which one is to a trend of it. */
function watch() {
  document.body.innerHTML = `<main>
    <a href="#/s/one/results/${id}?range=1m">Trend</a>
    <a href="#/s/two/results/${id}">Another session's</a>
  </main>`
  const { result, rerender } = renderHook(
    (all: readonly Observation[]) => useTrendAhead('one', all, options),
    { initialProps: observations },
  )
  act(() => result.current.setArea(document.querySelector('main')))
  const { take } = result.current.ahead
  const press = (name: string) => fireEvent.pointerDown(screen.getByRole('link', { name }))
  return { take, press, rerender }
}

afterEach(() => document.body.replaceChildren())

describe('useTrendAhead', () => {
  it('builds the trend of the link that is pressed', async () => {
    const { take, press } = watch()
    expect(take(observations, id, options)).toBeUndefined()
    press('Trend')
    await waitFor(() => expect(take([...observations], id, { ...options })).toBeDefined())
    expect(take(observations, id, options)?.series?.observations).toHaveLength(2)
  })

  it('gives nothing that was built of other results, for another test or by other options', async () => {
    const { take, press } = watch()
    press('Trend')
    await waitFor(() => expect(take(observations, id, options)).toBeDefined())
    const [first = readSample({})] = observations
    expect(take([first], id, options)).toBeUndefined()
    expect(take([first, readSample({ id: 'b' })], id, options)).toBeUndefined()
    expect(take(observations, 'loinc-718-7', options)).toBeUndefined()
    expect(take(observations, id, { now: sampleNow + 1 })).toBeUndefined()
    expect(take(observations, id, { ...options, person: { sex: 'female' } })).toBeUndefined()
  })

  it('goes by the results as they are when the link is pressed', async () => {
    const { take, press, rerender } = watch()
    const more = [readSample({ id: 'c' }), ...observations]
    rerender(more)
    press('Trend')
    await waitFor(() => expect(take(more, id, options)).toBeDefined())
    expect(take(observations, id, options)).toBeUndefined()
  })

  it("builds nothing for a link of another session's record", async () => {
    const { take, press } = watch()
    press("Another session's")
    // What builds is fetched when it is first wanted; after this it would have been done.
    await import('../observations/build-series.ts')
    await new Promise((resolve) => setTimeout(resolve))
    expect(take(observations, id, options)).toBeUndefined()
  })
})
