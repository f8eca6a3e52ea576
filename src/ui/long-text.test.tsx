import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LongText } from './long-text.tsx'

describe('LongText', () => {
  it('shows a short text whole, isolated from its surroundings', () => {
    render(<LongText text="5.1 %" />)
    expect(screen.getByText('5.1 %').tagName).toBe('BDI')
    expect(screen.queryByText('Full text')).not.toBeInTheDocument()
  })

  it.each([
    ['several lines', 'Growth of E. coli\nSensitive to everything'],
    ['many characters', `${'long '.repeat(60)}end`],
  ])('D4 opens a text of %s in full', async (_, text) => {
    const { container } = render(<LongText text={text} />)
    const whole = container.querySelector('.as-written')
    expect(whole).not.toBeVisible()
    await userEvent.click(screen.getByText('Full text'))
    expect(whole).toBeVisible()
    expect(whole?.textContent).toBe(text)
  })

  it('cuts no character in two', () => {
    const { container } = render(<LongText text={'👩'.repeat(200)} />)
    expect(container.querySelector('summary bdi')?.textContent).toBe('👩'.repeat(160))
  })
})
