import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { CopyText } from './copy-text.tsx'

describe('CopyText', () => {
  it('copies the text and says so', async () => {
    const user = userEvent.setup()
    render(<CopyText text="all of it" label="Copy it" fieldName="Support code" />)
    await user.click(screen.getByRole('button', { name: 'Copy it' }))
    expect(screen.getByRole('status')).toHaveTextContent('Copied.')
    await expect(navigator.clipboard.readText()).resolves.toBe('all of it')
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  it('EMB-05 shows the text selected where the clipboard is denied', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'))
    render(<CopyText text="all of it" label="Copy it" fieldName="Support code" />)
    await user.click(screen.getByRole('button', { name: 'Copy it' }))
    expect(screen.getByRole('status')).toHaveTextContent('copy it with Ctrl+C')
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Support code' })
    expect(field).toHaveFocus()
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 'all of it'.length])
  })
})
