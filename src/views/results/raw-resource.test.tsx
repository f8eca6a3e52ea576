import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation } from '../../observations/raw-observation.ts'
import { readMore } from '../../observations/read-more.ts'
import type { ObservationReading } from '../../observations/read-observation.ts'
import { anObservation } from '../test-observations.ts'
import { RawResource } from './raw-resource.tsx'

const more = readMore({})
const weight = anObservation({ name: 'Weight' })
const reading: ObservationReading = { kind: 'read', observation: weight }

async function show(raw: RawObservation) {
  const user = userEvent.setup()
  const read = vi.fn<(id: string) => Promise<RawObservation>>(() => Promise.resolve(raw))
  const page = (observation: Observation) => (
    <RawResource observation={observation} readRaw={read} />
  )
  const { rerender } = render(page(weight))
  expect(read).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Show the FHIR resource' }))
  expect(read).toHaveBeenCalledWith('o1')
  return { user, read, replace: (observation: Observation) => rerender(page(observation)) }
}

describe('RawResource', () => {
  it('XSS-02 shows the resource as text, when it is asked for', async () => {
    const text = '{ "note": "<img src=x onerror=alert(1)>" }'
    const { user } = await show({ kind: 'read', text, more, reading })
    expect(screen.getByRole('textbox', { name: 'FHIR resource of Weight' })).toHaveValue(text)
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Copy JSON' }))
    expect(await navigator.clipboard.readText()).toBe(text)
  })

  it('D3 says that it was marked as entered in error since', async () => {
    const inError: ObservationReading = { kind: 'entered-in-error', id: 'o1', observation: weight }
    await show({ kind: 'read', text: '{}', more, reading: inError })
    expect(screen.getByText(/marked it as entered in error.*it is no result/)).toBeVisible()
  })

  it.each<[Partial<Observation>, string]>([
    [{ status: 'corrected' }, 'Corrected; 5.1 %'],
    [{ flags: [{ level: 'critical', direction: 'high', text: 'Critically high' }] }, 'Critically'],
    [{ focus: 'Fetus' }, 'about Fetus'],
  ])('D3 says what a result that was changed since says now: %o', async (part, words) => {
    const observation = anObservation({ name: 'Weight', ...part })
    await show({ kind: 'read', text: '{}', more, reading: { kind: 'read', observation } })
    expect(screen.getByText(/^It was changed since/)).toHaveTextContent(words)
  })

  it('says nothing of a change where there is none', async () => {
    await show({
      kind: 'read',
      text: '{}',
      more,
      reading: { kind: 'read', observation: { ...weight } },
    })
    expect(screen.queryByText(/since it was loaded/)).not.toBeInTheDocument()
  })

  it.each<[RawObservation, string]>([
    [{ kind: 'failed', failure: 'refused' }, "the hospital's server refused it"],
    [{ kind: 'other' }, 'It is not shown'],
    [{ kind: 'not-granted' }, 'not to read one by itself'],
  ])('ERR-07 says why it can not be shown, and can be asked again: %o', async (raw, words) => {
    await show(raw)
    expect(screen.getByRole('status')).toHaveTextContent(words)
    expect(screen.getByRole('button', { name: 'Show the FHIR resource' })).toBeVisible()
  })

  it('keeps the focus: on the button while it is read, then on what was read', async () => {
    let answer: (raw: RawObservation) => void = () => {}
    const user = userEvent.setup()
    render(
      <RawResource
        observation={weight}
        readRaw={() => new Promise((resolve) => (answer = resolve))}
      />,
    )
    const button = screen.getByRole('button', { name: 'Show the FHIR resource' })
    await user.click(button)
    expect(screen.getByRole('status')).toHaveTextContent('Reading the resource')
    await waitFor(() => expect(button).toHaveFocus())
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await act(async () => answer({ kind: 'read', text: '{}', more, reading }))
    await waitFor(() =>
      expect(screen.getByText('As the hospital’s server has it now.')).toHaveFocus(),
    )
    expect(screen.getByRole('textbox', { name: 'FHIR resource of Weight' })).toBeVisible()
  })

  it('does not take the focus from elsewhere', async () => {
    let answer: (raw: RawObservation) => void = () => {}
    const user = userEvent.setup()
    render(
      <>
        <RawResource
          observation={weight}
          readRaw={() => new Promise((resolve) => (answer = resolve))}
        />
        <button type="button">Elsewhere</button>
      </>,
    )
    await user.click(screen.getByRole('button', { name: 'Show the FHIR resource' }))
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
    await act(async () => answer({ kind: 'read', text: '{}', more, reading }))
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus()
  })

  it('says that what it shows is old once the result was loaded again, and reads it anew', async () => {
    const { user, replace, read } = await show({
      kind: 'read',
      text: '{ "old": true }',
      more,
      reading,
    })
    const field = screen.getByRole('textbox', { name: 'FHIR resource of Weight' })
    replace({ ...weight })
    const start = screen.getByText(/as the hospital’s server had it before/i)
    await waitFor(() => expect(start).toHaveFocus())
    read.mockResolvedValue({ kind: 'read', text: '{ "old": false }', more, reading })
    await user.click(screen.getByRole('button', { name: 'Read the FHIR resource again' }))
    expect(field).toHaveValue('{ "old": false }')
    await waitFor(() => expect(start).toHaveFocus())
    expect(screen.queryByText(/had it before/)).not.toBeInTheDocument()
  })

  it('D2 D8 shows what only the resource says: version, references, authors of notes, codes', async () => {
    await show({
      kind: 'read',
      text: '{}',
      reading,
      more: readMore({
        meta: { versionId: '7', lastUpdated: '2025-05-02' },
        performer: [{ reference: 'Practitioner/1' }],
        note: [{ text: 'Haemolysed', authorString: 'Lab 2' }],
        method: { coding: [{ system: 'http://snomed.info/sct', code: '702659008' }] },
      }),
    })
    const says = (term: string) => screen.getByText(term).nextElementSibling
    expect(says('Version')).toHaveTextContent('7')
    expect(says('Last changed')).toHaveTextContent('May 2, 2025')
    expect(says('Performed by')).toHaveTextContent('Practitioner/1')
    expect(says('Note')).toHaveTextContent('HaemolysedLab 2')
    expect(says('Codes of method')).toHaveTextContent('SNOMED CT 702659008')
  })
})
