import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation } from '../../observations/raw-observation.ts'
import { anObservation } from '../test-observations.ts'
import { RawReader, RawResource } from './raw-resource.tsx'

const weight = anObservation({ name: 'Weight' })

async function show(raw: RawObservation) {
  const user = userEvent.setup()
  const read = vi.fn<(id: string) => Promise<RawObservation>>(() => Promise.resolve(raw))
  const page = (observation: Observation) => (
    <RawReader value={read}>
      <RawResource observation={observation} />
    </RawReader>
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
    const { user } = await show({ kind: 'read', text })
    expect(screen.getByRole('textbox', { name: 'FHIR resource of Weight' })).toHaveValue(text)
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Copy JSON' }))
    expect(await navigator.clipboard.readText()).toBe(text)
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
      <RawReader value={() => new Promise((resolve) => (answer = resolve))}>
        <RawResource observation={weight} />
      </RawReader>,
    )
    const button = screen.getByRole('button', { name: 'Show the FHIR resource' })
    await user.click(button)
    expect(screen.getByRole('status')).toHaveTextContent('Reading the resource')
    expect(button).toHaveFocus()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await act(async () => answer({ kind: 'read', text: '{}' }))
    expect(screen.getByRole('textbox', { name: 'FHIR resource of Weight' })).toHaveFocus()
  })

  it('does not take the focus from elsewhere', async () => {
    let answer: (raw: RawObservation) => void = () => {}
    const user = userEvent.setup()
    render(
      <RawReader value={() => new Promise((resolve) => (answer = resolve))}>
        <RawResource observation={weight} />
        <button type="button">Elsewhere</button>
      </RawReader>,
    )
    await user.click(screen.getByRole('button', { name: 'Show the FHIR resource' }))
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
    await act(async () => answer({ kind: 'read', text: '{}' }))
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus()
  })

  it('says that what it shows is old once the result was loaded again, and reads it anew', async () => {
    const { user, replace, read } = await show({ kind: 'read', text: '{ "old": true }' })
    const field = screen.getByRole('textbox', { name: 'FHIR resource of Weight' })
    replace({ ...weight })
    expect(field).toHaveFocus()
    expect(screen.getByText(/as the hospital’s server had it before/i)).toBeVisible()
    read.mockResolvedValue({ kind: 'read', text: '{ "old": false }' })
    await user.click(screen.getByRole('button', { name: 'Read the FHIR resource again' }))
    expect(field).toHaveValue('{ "old": false }')
    expect(field).toHaveFocus()
    expect(screen.queryByText(/had it before/)).not.toBeInTheDocument()
  })

  it('is not offered where nothing can be read', () => {
    render(<RawResource observation={weight} />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})
