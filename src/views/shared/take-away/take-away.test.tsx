import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { anObservation } from '../../test-observations.ts'
import { TakeAwayContext, type MadeBundle, type TakeAwayDesk, type Taken } from './desk.ts'
import { TakeAway } from './take-away.tsx'
import { exampleFacts as facts } from './test-facts.ts'

const taken: Taken = {
  from: 'results',
  observations: () => [anObservation(), anObservation({ id: 'o2' })],
  words: ['Category: Laboratory'],
  print: 'list',
}

/** Files that were offered, by name. */
const files = new Map<string, Blob>()
const textOf = async (name: string) => (await files.get(name)?.text()) ?? ''

function show(part: Partial<TakeAwayDesk> = {}, shown: Partial<Taken> = {}, sentence?: string) {
  const desk: TakeAwayDesk = {
    isLocal: false,
    facts: (selection) => Promise.resolve({ ...facts, selection }),
    planBundle: () => ({ kind: 'one-by-one' }),
    makeBundle: () => Promise.resolve({ pieces: ['{}'], problems: [] }),
    ...part,
  }
  render(
    <TakeAwayContext value={desk}>
      <main>
        <p>The view</p>
        <TakeAway taken={{ ...taken, ...shown }} sentence={sentence} />
      </main>
    </TakeAwayContext>,
  )
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

// How long the panel's code takes to load is the machine's affair.
beforeAll(() => import('./take-away-panel.tsx'), 60_000)

describe('TakeAway', () => {
  // oxlint-disable-next-line typescript/unbound-method -- put back as they were, never called from here
  const { createObjectURL, revokeObjectURL } = URL
  beforeEach(() => {
    files.clear()
    let last: Blob | undefined
    URL.createObjectURL = (blob) => {
      last = blob as Blob
      return 'blob:made'
    }
    URL.revokeObjectURL = () => {}
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      if (last) files.set(this.download, last)
    })
  })
  afterEach(() => {
    // Files are let go of a little later, by a timer that may outlive the test.
    Object.assign(URL, { createObjectURL, revokeObjectURL: revokeObjectURL ?? (() => {}) })
    vi.restoreAllMocks()
  })

  it('is not there where nothing can be taken away', () => {
    render(<TakeAway taken={taken} />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('PAT-07 says what is taken, and that not everything was loaded, before anything is', async () => {
    show()
    await press('Take away')
    expect(await screen.findByText('2 results, as shown here · Category: Laboratory')).toBeVisible()
    expect(await screen.findByText(/1 category refused. Not everything was loaded/)).toBeVisible()
    expect(files.size).toBe(0)
  })

  it('saves a spreadsheet under a name that says nothing of the patient', async () => {
    show()
    await press('Take away')
    await press('Spreadsheet (CSV)')
    expect(await screen.findAllByText(/^Saved as chartside-results-2026-11-28\.csv/)).not.toEqual(
      [],
    )
    expect(screen.getByText(/in the language English \(USA\)/)).toBeVisible()
    const text = await textOf('chartside-results-2026-11-28.csv')
    expect(text.match(/^result,/gm)).toHaveLength(2)
    expect(text).toContain('Category: Laboratory')
  })

  it('asks before it reads results again, says how far it is, and can be stopped', async () => {
    let signal: AbortSignal | undefined
    const makeBundle = vi.fn<TakeAwayDesk['makeBundle']>((...[, , onProgress, asked]) => {
      onProgress(1)
      signal = asked
      return new Promise((_, reject) => asked.addEventListener('abort', () => reject(new Error())))
    })
    show({ makeBundle })
    await press('Take away')
    await press('FHIR Bundle (JSON)')
    expect(screen.getByText(/^All 2 are read again/)).toBeVisible()
    expect(makeBundle).not.toHaveBeenCalled()
    await press('Read and save')
    expect(await screen.findByText('1 of 2 read')).toBeVisible()
    await press('Cancel')
    expect(signal?.aborted).toBe(true)
    expect(screen.queryByText('1 of 2 read')).not.toBeInTheDocument()
    expect(files.size).toBe(0)
  })

  it('saves no Bundle with something missing before that is said', async () => {
    const problems = ['1 result: Not here: the answer was not this result.']
    show({ makeBundle: () => Promise.resolve({ pieces: ['{', '}'], problems }) })
    await press('Take away')
    await press('FHIR Bundle (JSON)')
    await press('Read and save')
    expect(await screen.findByText(problems[0] ?? '')).toBeVisible()
    expect(files.size).toBe(0)
    await press('Save it all the same')
    expect(await textOf('chartside-results-2026-11-28.json')).toBe('{}')
  })

  it('CTX-04 prints a plain table of all of it in place of the view, and takes it away again', async () => {
    show()
    let printed: (string | null)[] = []
    vi.spyOn(globalThis, 'print').mockImplementation(() => {
      fireEvent(window, new Event('beforeprint'))
      printed = within(screen.getByRole('table'))
        .getAllByRole('row')
        .map((row) => row.textContent)
      fireEvent(window, new Event('afterprint'))
    })
    await press('Take away')
    await press('Print or save as PDF')
    await waitFor(() => expect(printed).toHaveLength(3))
    expect(printed[1]).toBe('May 1, 2024Hemoglobin A1c5.1 %Final')
    await waitFor(() => expect(screen.queryByRole('table')).not.toBeInTheDocument())
  })

  it('asks before a print of very many pages', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => anObservation({ id: `o${at}` }))
    show({}, { observations: () => many })
    await press('Take away')
    await press('Print or save as PDF')
    expect(screen.getByText('1,200 results are about 40 pages.')).toBeVisible()
  })

  it('EMB-05 says so where the browser does not let it print', async () => {
    show()
    vi.spyOn(globalThis, 'print').mockImplementation(() => {})
    await press('Take away')
    await press('Print or save as PDF')
    expect(
      await screen.findByText(/does not let this page print/, {}, { timeout: 5_000 }),
    ).toBeVisible()
  })

  it('copies a result with where it is from, of when, and what may be missing', async () => {
    const user = userEvent.setup()
    show({}, {}, 'Hemoglobin A1c: 5.1 %, on May 1, 2024.')
    await press('Take away')
    await user.click(await screen.findByRole('button', { name: 'Copy this result' }))
    expect(await navigator.clipboard.readText()).toBe(
      [
        'Hemoglobin A1c: 5.1 %, on May 1, 2024.',
        'From Example Hospital, as of Nov 28, 2026, 10:00 AM PST.',
        'The whole record: 2 results loaded · 1 category refused',
      ].join('\n'),
    )
  })

  it('closes on Escape, with the focus on its button, and on a press elsewhere', async () => {
    show()
    await press('Take away')
    await screen.findByRole('button', { name: 'Spreadsheet (CSV)' })
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('button', { name: 'Spreadsheet (CSV)' })).not.toBeInTheDocument()
    const button = screen.getByRole('button', { name: 'Take away' })
    expect(button).toHaveFocus()
    await userEvent.click(button)
    await userEvent.click(screen.getByText('The view'))
    expect(button).toHaveAttribute('aria-expanded', 'false')
  })

  it('stays open on a press elsewhere while it reads, or asks whether to save', async () => {
    let finish: ((made: MadeBundle) => void) | undefined
    const makeBundle = () => new Promise<MadeBundle>((resolve) => (finish = resolve))
    show({ makeBundle })
    await press('Take away')
    await press('FHIR Bundle (JSON)')
    await press('Read and save')
    await screen.findByText('0 of 2 read')
    await userEvent.click(screen.getByText('The view'))
    expect(screen.getByText('0 of 2 read')).toBeVisible()
    finish?.({ pieces: ['{}'], problems: ['1 result: Not here'] })
    await screen.findByText('1 result: Not here')
    await userEvent.click(screen.getByText('The view'))
    await press('Save it all the same')
    expect(files.size).toBe(1)
    await userEvent.click(screen.getByText('The view'))
    expect(screen.queryByRole('button', { name: 'Spreadsheet (CSV)' })).not.toBeInTheDocument()
  })

  it.each([
    [new DOMException('', 'AbortError'), /^The record was closed before all was read/],
    [new RangeError('Invalid string length'), /^That is more than the browser can hold/],
    [new TypeError('Failed to fetch'), /^A part of the app could not be loaded/],
  ])('says why there is no file: %s', async (error, words) => {
    show({ makeBundle: () => Promise.reject(error) })
    await press('Take away')
    await press('FHIR Bundle (JSON)')
    await press('Read and save')
    expect(await screen.findByText(words)).toBeVisible()
  })

  it('says nothing of a hospital where no server gave the record', async () => {
    show({ isLocal: true })
    await press('Take away')
    await press('FHIR Bundle (JSON)')
    expect(screen.getByText(/^All 2 are read again from what was opened here/)).toBeVisible()
  })
})
