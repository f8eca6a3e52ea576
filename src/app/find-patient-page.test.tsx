import { act, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PendingSession } from '../smart/pending-session.ts'
import { SmartError } from '../smart/smart-error.ts'
import { exampleServer } from '../smart/test-server.ts'
import { FindPatientPage } from './find-patient-page.tsx'

const minute = 60_000
const ada = { resourceType: 'Patient', id: 'p-1', name: [{ text: 'Ada Example' }] }
const answer = { body: { resourceType: 'Bundle', entry: [{ resource: ada }] } }

function show(part: Partial<PendingSession> = {}) {
  const leave = vi.fn<() => void>()
  const pending: PendingSession = {
    serverName: 'Example Hospital',
    iss: exampleServer.iss,
    expiresAt: Date.now() + 30 * minute,
    search: () => Promise.resolve(answer),
    choose: () => {
      throw new SmartError('storage-blocked')
    },
    leave,
    ...part,
  }
  render(
    <Suspense>
      <FindPatientPage
        pending={pending}
        config={{
          servers: [exampleServer],
          idleMinutes: 10,
          frameAncestors: [],
          languages: ['en' as const],
          withoutSignIn: true,
          directory: false,
        }}
        root={new URL('https://app.example/')}
        app={<p>the record</p>}
      />
    </Suspense>,
  )
  return leave
}

async function find(): Promise<void> {
  fireEvent.change(screen.getByLabelText('Family name'), { target: { value: 'Example' } })
  fireEvent.change(screen.getByLabelText('Medical record number'), { target: { value: 'M-1' } })
  fireEvent.click(screen.getByRole('button', { name: 'Find' }))
  await act(() => vi.advanceTimersByTimeAsync(0))
}

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const problem = () => screen.findByRole('heading', { level: 1 })
const leavePage = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('FindPatientPage', () => {
  it('END-06 is over, once, when nobody touches it, and shows nobody any more', async () => {
    const leave = show()
    await find()
    expect(screen.getByRole('heading', { name: 'Ada Example' })).toBeInTheDocument()
    await wait(11 * minute)
    expect(screen.queryAllByText('Ada Example')).toEqual([])
    expect(await problem()).not.toHaveTextContent('Find the patient')
    await wait(30 * minute)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('END-04 looks at the time at once when the page comes back', async () => {
    const leave = show()
    await find()
    vi.setSystemTime(Date.now() + 31 * minute)
    act(() => void window.dispatchEvent(new Event('pageshow')))
    expect(screen.queryAllByText('Ada Example')).toEqual([])
    expect(leave).toHaveBeenCalledOnce()
  })

  it('PAT-04 shows nobody whom an answer names that comes too late', async () => {
    let arrive: (found: typeof answer) => void = () => {}
    show({ search: () => new Promise((resolve) => (arrive = resolve)) })
    await find()
    await wait(11 * minute)
    await act(async () => arrive(answer))
    await wait(minute)
    expect(screen.queryAllByText('Ada Example')).toEqual([])
  })

  it('END-02 takes the token back where no session can be kept', async () => {
    const leave = show()
    await find()
    fireEvent.click(screen.getByRole('button', { name: 'Open the record of Ada Example' }))
    expect(await problem()).not.toHaveTextContent('Find the patient')
    expect(leave).toHaveBeenCalledOnce()
  })

  it('END-02 takes the token back when the page is gone, not when it waits to come back', () => {
    const leave = show()
    leavePage(true)
    expect(leave).not.toHaveBeenCalled()
    leavePage(false)
    expect(leave).toHaveBeenCalledOnce()
  })
})
