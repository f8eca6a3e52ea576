import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { RawObservation } from '../../observations/raw-observation.ts'
import { RawReader, RawResource } from './raw-resource.tsx'

async function show(raw: RawObservation) {
  const user = userEvent.setup()
  const read = vi.fn<(id: string) => Promise<RawObservation>>(() => Promise.resolve(raw))
  render(
    <RawReader value={read}>
      <RawResource id="o1" name="Weight" />
    </RawReader>,
  )
  expect(read).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Show the FHIR resource' }))
  expect(read).toHaveBeenCalledWith('o1')
  return user
}

describe('RawResource', () => {
  it('XSS-02 shows the resource as text, when it is asked for', async () => {
    const text = '{ "note": "<img src=x onerror=alert(1)>" }'
    const user = await show({ kind: 'read', text })
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

  it('is not offered where nothing can be read', () => {
    render(<RawResource id="o1" name="Weight" />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})
