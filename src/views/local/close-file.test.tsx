import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { stubDialogs } from '../../ui/test-dialogs.ts'
import { CloseFile } from './close-file.tsx'

describe('CloseFile', () => {
  stubDialogs()

  it('closes only once that is confirmed', async () => {
    const onClose = vi.fn<() => void>()
    render(<CloseFile count={2} onClose={onClose} />)
    const press = async () => userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await press()
    const dialog = within(screen.getByRole('dialog', { name: 'Close these 2 files?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Keep open' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await press()
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
  })
})
