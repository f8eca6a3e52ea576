import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LongText } from './long-text.tsx'

function startOf(text: string | readonly string[]) {
  const { container } = render(<LongText text={text} />)
  return container.querySelector('summary bdi')?.textContent
}

describe('LongText', () => {
  it('shows a short text whole, isolated from its surroundings', () => {
    render(<LongText text="5.1 %" />)
    expect(screen.getByText('5.1 %').tagName).toBe('BDI')
    expect(screen.queryByText('Full text')).not.toBeInTheDocument()
  })

  it('D4 shows six lines at once, without the empty lines before and after them', () => {
    const text = '1\n2\n\n4\n5\n6'
    const { container } = render(<LongText text={`\n\n ${text} \n\n`} />)
    expect(screen.queryByText('Full text')).not.toBeInTheDocument()
    expect(container.querySelector('.as-written')?.textContent).toBe(text)
  })

  it('D4 shows 400 characters at once', () => {
    expect(startOf('x'.repeat(400))).toBeUndefined()
    expect(startOf('x'.repeat(401))).toBe(`${'x'.repeat(400)}…`)
  })

  it.each([
    ['seven lines', '1\n2\n3\n4\n5\n6\n7'],
    ['many characters', `${'long '.repeat(100)}end`],
  ])('D4 opens a text of %s in full', async (_, text) => {
    const { container } = render(<LongText text={text} />)
    const whole = container.querySelector('details > .as-written')
    expect(whole).not.toBeVisible()
    await userEvent.click(screen.getByText('Full text'))
    expect(whole).toBeVisible()
    expect(whole?.textContent).toBe(text)
  })

  it.each([
    ['the lines that fit', '1\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n6…'],
    ['whole words', `${'x'.repeat(390)} 123456789012345`, `${'x'.repeat(390)}…`],
    ['a word that just fits', `${'x'.repeat(390)} 123456789 0`, `${'x'.repeat(390)} 123456789…`],
    ['characters of a word without end', `a ${'x'.repeat(500)}`, `a ${'x'.repeat(398)}…`],
    ['whole characters', '👩'.repeat(500), `${'👩'.repeat(400)}…`],
  ])('D4 shows the beginning of a long text by %s', (_, text, start) => {
    expect(startOf(text)).toBe(start)
  })

  it('D5 cuts a list only between its parts', () => {
    const parts = ['A: one; ', `B: ${'word '.repeat(70)}; `, `C: ${'word '.repeat(70)}`]
    expect(startOf(parts)).toBe(`A: one; B: ${'word '.repeat(70)};…`)
  })

  it('D5 cuts the first part of a list when it alone is too long', () => {
    expect(startOf([`A: ${'word '.repeat(100)}; `, 'B: 1'])?.length).toBeGreaterThan(390)
  })
})
