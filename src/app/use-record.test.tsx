import { act, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RecordStatus } from '../fhir/record-status.ts'
import type { Observation } from '../observations/observation.ts'
import type { RecordSnapshot, RecordStore } from './record-store.ts'
import { useRecord } from './use-record.ts'

const category = { code: 'laboratory', system: '', title: 'Laboratory' }
const statusOf = (isLoading: boolean) =>
  ({
    categories: [{ category, state: { kind: isLoading ? 'loading' : 'loaded', count: 1 } }],
    foreignSubject: false,
  }) as unknown as RecordStatus

/** A record of so many results, of which only the count is drawn. */
function record(count: number, more: Partial<RecordSnapshot> = {}): RecordSnapshot {
  const observations = Array.from({ length: count }, () => ({}) as Observation)
  const patient: RecordSnapshot['patient'] = loadingPatient
  const status = statusOf(true)
  const nothing = { enteredInError: [], takenBack: 0, changes: undefined }
  return { patient, observations, status, ...nothing, ...more }
}
const loadingPatient = { kind: 'loading' } as const

function createStore() {
  let snapshot = record(0)
  let tell = () => {}
  const store = {
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      tell = listener
      return () => (tell = () => {})
    },
  } as unknown as RecordStore
  const hold = (next: RecordSnapshot) => {
    snapshot = next
    tell()
  }
  return { store, hold }
}

/** A piece of a page that takes some time to draw, as most do on a slow machine. */
function Slow({ count }: { readonly count: number }) {
  const end = performance.now() + 2
  while (performance.now() < end) count += 0
  return null
}

function Page({ store, drawn }: { readonly store: RecordStore; readonly drawn: number[] }) {
  const count = useRecord(store).observations.length
  useLayoutEffect(() => void drawn.push(count), [count, drawn, store])
  return (
    <>
      <p role="status">{count}</p>
      {Array.from({ length: 40 }, (_, index) => (
        <Slow key={index} count={count} />
      ))}
    </>
  )
}

function open() {
  const { store, hold } = createStore()
  const drawn: number[] = []
  const { rerender } = render(<Page store={store} drawn={drawn} />)
  drawn.length = 0
  const show = (other: RecordStore) => rerender(<Page store={other} drawn={drawn} />)
  return { hold, drawn, show }
}

/** Whether something else of the page had its turn before what is held now was drawn. */
async function hasTurnBefore(drawn: readonly number[]): Promise<boolean> {
  const before = drawn.length
  let turn: boolean | undefined
  setTimeout(() => (turn = drawn.length === before), 30)
  await vi.waitFor(() => expect(drawn.length).toBeGreaterThan(before), { interval: 1 })
  await vi.waitFor(() => expect(turn).toBeDefined())
  return turn ?? false
}

/** Until what may be drawn is drawn again. */
const rest = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))

describe('useRecord', () => {
  const flags = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  afterEach(() => {
    flags.IS_REACT_ACT_ENVIRONMENT = true
  })

  it('draws the first results in one piece, and lets the page answer while it draws more of them', async () => {
    const { hold, drawn } = open()
    flags.IS_REACT_ACT_ENVIRONMENT = false
    hold(record(30))
    expect(await hasTurnBefore(drawn)).toBe(false)
    hold(record(250))
    expect(await hasTurnBefore(drawn)).toBe(true)
    expect(drawn).toEqual([30, 250])
  })

  function openWith(snapshot: RecordSnapshot) {
    const { store, hold } = createStore()
    hold(snapshot)
    const drawn: string[] = []
    function Words() {
      const { observations, status } = useRecord(store)
      const states = status.categories.map(({ state }) => state.kind).join()
      drawn.push(`${String(observations.length)} ${states}`)
      return null
    }
    render(<Words />)
    return drawn
  }

  it('draws what is around the results before results that are there already while more are loading', async () => {
    const drawn = openWith(record(30))
    expect(drawn).toEqual(['0 waiting'])
    await rest()
    expect(drawn).toEqual(['0 waiting', '30 loading'])
  })

  it.each([
    ['is loaded', record(30, { status: statusOf(false) }), '30 loaded'],
    ['has no results yet', record(0), '0 loading'],
  ])('draws a record that %s once, as it is', async (_, snapshot, words) => {
    const drawn = openWith(snapshot)
    await rest()
    expect(drawn).toEqual([words])
  })

  it('draws at once what takes something back, before what was only to be added', async () => {
    const { hold, drawn } = open()
    act(() => hold(record(30)))
    await rest()
    act(() => {
      hold(record(250))
      hold(record(0, { patient: { kind: 'mismatch' } }))
    })
    expect(drawn).toEqual([30, 0])
  })

  const changes = { isLoading: true } as unknown as RecordSnapshot['changes']
  it.each([
    ['fewer results', record(29)],
    ['another patient', record(40, { patient: { kind: 'not-granted' } })],
    ['a result that says something else', record(40, { takenBack: 1 })],
    ['a reload', record(40, { changes })],
    [
      'results of another patient',
      record(40, { status: { ...statusOf(true), foreignSubject: true } }),
    ],
  ])('takes %s for more than growth', async (_, next) => {
    const { hold, drawn } = open()
    act(() => hold(record(30)))
    await rest()
    flags.IS_REACT_ACT_ENVIRONMENT = false
    hold(next)
    expect(await hasTurnBefore(drawn)).toBe(false)
  })

  it('draws the end of loading as soon as it has drawn what it is at', async () => {
    const { hold, drawn } = open()
    act(() => hold(record(30)))
    await rest()
    flags.IS_REACT_ACT_ENVIRONMENT = false
    hold(record(250))
    const pauses = vi.spyOn(globalThis, 'setTimeout')
    // Told in the midst of drawing.
    setImmediate(() => {
      hold(record(1_000, { status: statusOf(false) }))
      pauses.mockClear()
    })
    await vi.waitFor(() => expect(drawn).toEqual([30, 250, 1_000]), { interval: 1 })
    expect(pauses.mock.calls.map(([, ms]) => ms).filter((ms) => Number(ms) > 0)).toEqual([])
    pauses.mockRestore()
  })

  it('PAT-04 draws nothing of one record for another', async () => {
    const { hold, drawn, show } = open()
    act(() => hold(record(30)))
    const other = createStore()
    other.hold(record(2))
    drawn.length = 0
    show(other.store)
    await rest()
    act(() => hold(record(31)))
    act(() => other.hold(record(3)))
    await rest()
    expect(drawn).toEqual([2, 3])
  })
})
