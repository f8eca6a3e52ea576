import { Blob as StreamingBlob } from 'node:buffer'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OfferedLanguage } from '../language/language.ts'
import { lines, observation, patient } from '../local-record/test-files.ts'
import { answerRequests, exampleServer } from '../smart/test-server.ts'
import { stubDialogs } from '../ui/test-dialogs.ts'
import { App } from './app.tsx'
import { openFiles } from './open-files.ts'
import { findLocal } from './open-sessions.ts'

// Found at the first test, all the code of a record would take longer than that waits.
beforeAll(async () => {
  await Promise.all([
    import('./home-page.tsx'),
    import('./record-routes.tsx'),
    import('./overview-page.tsx'),
    import('../patient/read-patient.ts'),
    import('./file-outcome.tsx'),
    import('./record-facts.ts'),
    import('../views/shared/take-away/take-away-panel.tsx'),
  ])
})
afterEach(() => {
  findLocal('sample')?.live.signOut()
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

const ann = patient('a', { name: [{ text: 'Ann First' }], birthDate: '1970-01-02' })
const ben = patient('b', { name: [{ text: 'Ben Second' }] })

/** A file as browsers give it: jsdom's can't be read piece by piece. */
function fileOf(content: string, name = 'export.ndjson'): File {
  return Object.assign(new File([content], name), {
    stream: () => new StreamingBlob([content]).stream(),
  })
}

/** Opens the app at a route; gives what it has asked any server for. */
function openApp(
  route: string,
  withoutSignIn = true,
  languages: readonly OfferedLanguage[] = ['en'],
) {
  const sent = answerRequests({})
  history.replaceState(null, '', `/#${route}`)
  render(
    <App
      config={{
        servers: [exampleServer],
        idleMinutes: undefined,
        frameAncestors: [],
        directory: false,
        languages,
        withoutSignIn,
      }}
      root={new URL('https://app.example/')}
    />,
  )
  return sent
}

/** Chooses files as the browser's own window does, which never gives the hidden field the focus. */
const choose = async (...files: File[]) =>
  fireEvent.change(await screen.findByLabelText('FHIR files'), { target: { files } })

function goTo(route: string): void {
  history.replaceState(null, '', `/#${route}`)
  fireEvent.popState(window)
}

const sessionOf = () => location.hash.split('/')[2] ?? ''

describe('opening files', () => {
  it('LEAK-07 STO-04 opens a record without asking or storing anything, and says where it comes from', async () => {
    const sent = openApp('/')
    await choose(fileOf(lines(ann, observation('o', 'Patient/a'))))
    const banner = await screen.findByRole('region', { name: 'Patient' })
    expect(await within(banner).findByText('Ann First')).toBeVisible()
    const notice = screen.getByRole('region', { name: 'Where this record comes from' })
    expect(notice).toHaveTextContent('From a file on this device: export.ndjson')
    expect(notice).not.toHaveTextContent('missing')
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Record status' })).toHaveTextContent(
        'Loading is done. 1 result loaded.',
      ),
    )
    expect(screen.getByRole('button', { name: 'Close' })).toBeVisible()
    expect(screen.queryByRole('button', { name: /sign out|refresh/i })).toBeNull()
    expect(sent).toEqual([])
    expect(sessionStorage).toHaveLength(0)
  })

  it('takes a file that is dropped, in place of the one before, which is forgotten', async () => {
    openApp('/')
    await choose(fileOf(lines(ann, observation('o', 'Patient/a'))))
    await screen.findByText('Ann First')
    const first = findLocal(sessionOf())
    expect(first?.record.getSnapshot().observations.length).toBeLessThan(2)
    goTo('/')
    await screen.findByRole('button', { name: 'Open a file' })
    const second = fileOf(lines(ben, observation('o', 'Patient/b')))
    fireEvent.drop(document.body, { dataTransfer: { files: [second], types: ['Files'] } })
    await screen.findByText('Ben Second')
    expect(first?.live.getState().end).toBe('signed-out')
    expect(first?.record.getSnapshot().observations).toEqual([])
  })

  it('PAT-02 asks whom is meant where there are several, and shows nobody else’s results', async () => {
    openApp('/')
    const results = [observation('o-1', 'Patient/a'), observation('o-2', 'Patient/b')]
    await choose(fileOf(lines(ann, ben, ...results)))
    const heading = await screen.findByRole('heading', { name: /whom do you mean/ })
    // An effect moves it, which comes after the heading.
    await waitFor(() => expect(heading).toHaveFocus())
    expect(screen.getByRole('button', { name: /Ann First/ })).toHaveTextContent('Born Jan 2, 1970')
    await userEvent.click(screen.getByRole('button', { name: /Ben Second/ }))
    expect(await screen.findByText('1 result of somebody else is not shown.')).toBeInTheDocument()
    expect(screen.getByText('Chosen by you, not by the chart')).toBeVisible()
    const { record } = findLocal(sessionOf()) ?? {}
    await waitFor(() =>
      expect(record?.getSnapshot().observations.map(({ id }) => id)).toEqual(['o-2']),
    )
  })

  it('PAT-05 says where the file holds no Patient for its results', async () => {
    openApp('/')
    await choose(fileOf(lines(observation('o', 'Patient/a'))))
    expect(await screen.findByText('The file does not say who the patient is')).toBeVisible()
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent(
      'Patient not in the file',
    )
  })

  it('PAT-07 says of a file made of one that breaks off that not everything is in it', async () => {
    openApp('/')
    await choose(fileOf(`${lines(ann, observation('o', 'Patient/a'))}\n{"resourceType":"Obs`))
    await userEvent.click(await screen.findByRole('button', { name: 'Take away' }))
    expect(await screen.findByText(/Not everything was loaded/)).toBeVisible()
  })

  it.each([
    ['a PDF', [fileOf('%PDF-1.7', 'a.pdf')], /This is a PDF/],
    ['results of nobody', [fileOf(lines(observation('o', '#x')))], /do not|does not say whose/],
    [
      'two people under one id',
      ['1970', '1971'].map((birthDate) => fileOf(lines(patient('p', { birthDate })), birthDate)),
      /different people under the same id/,
    ],
  ])('says why %s can’t be opened, and lets another be chosen', async (_name, files, words) => {
    openApp('/')
    await choose(...files.map((one) => one))
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    await choose(fileOf(lines(ann)))
    expect(await screen.findByText('Ann First')).toBeVisible()
  })

  it('says at the address of a file that it is gone, and opens it again there', async () => {
    openApp(`/s/file-${'x'.repeat(43)}/results`)
    const heading = await screen.findByRole('heading', { name: 'This file is not open any more' })
    await waitFor(() => expect(heading).toHaveFocus())
    await choose(fileOf(lines(ann)))
    expect(await screen.findByText('Ann First')).toBeVisible()
  })
})

describe('a record out of a file', () => {
  stubDialogs()

  it('asks before it is closed, as only the person can bring it back', async () => {
    openApp('/')
    await choose(fileOf(lines(ann)))
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Close this file?' }))
    const live = findLocal(sessionOf())?.live
    await userEvent.click(dialog.getByRole('button', { name: 'Keep open' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(live?.getState().end).toBeUndefined()
  })

  it('says before another language that the file has to be opened again', async () => {
    openApp('/', true, ['en', 'es'])
    await choose(fileOf(lines(ann)))
    await screen.findByText('Ann First')
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }))
    expect(await screen.findByText(/what is open here has to be opened again/)).toBeVisible()
  })

  it('is not opened any more once that was cancelled, and what was open stays', async () => {
    openApp('/')
    await choose(fileOf(lines(ann)))
    await screen.findByText('Ann First')
    const opened = sessionOf()
    const abort = new AbortController()
    const outcome = await openFiles([fileOf(lines(ann, ben))], abort.signal, () => {})
    if (outcome.kind !== 'choice') throw new Error(outcome.kind)
    const [person] = outcome.people
    const chosen = outcome.open(person?.key ?? '')
    abort.abort(new Error('cancelled'))
    await expect(chosen).rejects.toThrow('cancelled')
    await expect(outcome.open('nobody')).rejects.toThrow('nobody')
    expect(findLocal(opened)?.live.getState().end).toBeUndefined()
  })
})

describe('the sample record', () => {
  it('opens at its own address, and marks pages and title until one leaves it', async () => {
    vi.stubGlobal('Blob', StreamingBlob)
    const sent = openApp('/s/sample/overview')
    expect(await screen.findByText('Sample data: not a real person')).toBeVisible()
    await waitFor(() => expect(document.title).toMatch(/Sample data – Chartside$/))
    await waitFor(() =>
      expect(findLocal('sample')?.record.getSnapshot().status).toMatchObject({
        enteredInError: 1,
        unreadable: [],
        withoutSubject: 0,
      }),
    )
    expect(sent).toEqual([])
    goTo('/')
    await screen.findByRole('heading', { name: 'Chartside' })
    await waitFor(() => expect(document.title).toBe('Chartside'))
  })

  it('is not offered, nor opened, where the configuration switches it off', async () => {
    openApp('/', false)
    expect(await screen.findByRole('heading', { name: 'Chartside' })).toBeVisible()
    expect(screen.queryByText('Look around with sample data')).toBeNull()
    goTo('/s/sample/overview')
    expect(await screen.findByRole('heading', { level: 1, name: /session/i })).toBeVisible()
  })
})
