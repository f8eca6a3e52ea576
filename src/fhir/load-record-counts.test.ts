import { describe, expect, it } from 'vitest'
import { present, toText } from './json.ts'
import { bundle, fakeServer, loadFrom, observation, type Answer } from './test-server.ts'

/** Loads a record of these pages to its end. */
async function loaded(pages: Record<string, readonly Answer[]>) {
  const server = fakeServer(pages)
  const load = loadFrom(server.request)
  await load.record.start()
  return { ...load, ...server }
}

describe('the counts of what was loaded', () => {
  it('OBS-03 gives an Observation of two categories once, and counts it in both (F-R16)', async () => {
    const { given, state } = await loaded({
      'vital-signs': [bundle([observation('1'), observation('1')])],
      exam: [bundle([observation('1'), observation('2')])],
    })
    expect(given.flat().map(({ id }) => id)).toEqual(['1', '2'])
    expect(state('vital-signs')).toEqual({ kind: 'loaded', count: 1 })
    expect(state('exam')).toEqual({ kind: 'loaded', count: 2 })
  })

  it('OBS-03 counts an Observation without id once, though two categories bring it', async () => {
    const nameless = observation('', { id: undefined, valueString: 'a' })
    const other = observation('', { id: undefined, valueString: 'b' })
    const { record, state } = await loaded({
      laboratory: [bundle([nameless, other, {}])],
      exam: [bundle([nameless])],
    })
    expect(record.status.unreadable).toEqual([
      { reason: 'it has no id', count: 2 },
      { reason: 'it is not an Observation', count: 1 },
    ])
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('OBS-06 counts what came, whatever Bundle.total says (F-R23)', async () => {
    const { state, line } = await loaded({
      laboratory: [
        bundle([observation('1')], { total: 1000 }),
        bundle([observation('2')], { total: 1 }),
        bundle([], { total: 2 }),
      ],
      exam: [bundle([], { total: 20 })],
    })
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
    // Nothing came of twenty: that isn't "none found".
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
    expect(line('exam')?.notices).toEqual(['The server sent only a part of these results.'])
    expect(line('laboratory')?.notices).toEqual(['There may be more results than the server sent.'])
  })

  it('D3 counts nothing marked entered-in-error, gives it as such, and says how many there were', async () => {
    const wrong = { status: 'entered-in-error' }
    const { record, state, held } = await loaded({
      laboratory: [bundle([observation('1', wrong), observation('2')])],
      survey: [bundle([observation('1', wrong), observation('3', wrong)])],
    })
    const data = [...held().values()].filter(({ status }) => status !== 'entered-in-error')
    expect(data.map(({ id }) => id)).toEqual(['2'])
    expect(held().size).toBe(3)
    expect(record.status.enteredInError).toBe(2)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
    expect(state('survey')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('D3 takes an Observation back when a newer version of it turns up as entered-in-error', async () => {
    const meta = (versionId: string) => ({ meta: { versionId } })
    const { record, state, held } = await loaded({
      laboratory: [
        bundle([observation('1', { ...meta('1'), valueString: 'Positive' })]),
        bundle([observation('1', { ...meta('2'), status: 'entered-in-error', valueString: 'x' })]),
      ],
    })
    expect(held().get('1')).toMatchObject({ status: 'entered-in-error', valueString: 'x' })
    expect(record.status.enteredInError).toBe(1)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('D8 counts entries that can not be read, also Observations that can not be told apart', async () => {
    const { record, state, given } = await loaded({
      laboratory: [
        bundle([{ resourceType: 'Patient' }, observation('1', { id: 5 }), observation('2')]),
      ],
      exam: [bundle([{}])],
    })
    expect(record.status.unreadable).toEqual([
      { reason: 'it is not an Observation', count: 2 },
      { reason: 'it has no id', count: 1 },
    ])
    expect(given.flat()).toHaveLength(1)
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
    // Something was there, so this category isn't empty.
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('D8 leaves out of all counts what the holder could not read, until a version comes that it can', async () => {
    const server = fakeServer({
      laboratory: [bundle([observation('1'), observation('2')])],
      exam: [bundle([observation('1')])],
    })
    const unreadable = new Set(['1'])
    const { record, state } = loadFrom(server.request, {
      onResources: (resources) =>
        present(resources.map(({ id }) => toText(id)))
          .filter((id) => unreadable.has(id))
          .map((id) => ({ id, reason: 'it is odd' })),
    })
    await record.start()
    expect(record.status.unreadable).toEqual([{ reason: 'it is odd', count: 1 }])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
    expect(state('exam')).toEqual({ kind: 'loaded', count: 0 })
    unreadable.clear()
    await record.retry('exam')
    expect(record.status.unreadable).toEqual([])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
    expect(state('exam')).toEqual({ kind: 'loaded', count: 1 })
  })
})
