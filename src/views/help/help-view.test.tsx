import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { placeAfter } from '../../ui/grid-keys.ts'
import { HelpView } from './help-view.tsx'

it('says what each view shows, how a result is read, and what to do when something is missing', () => {
  render(<HelpView />)
  expect(screen.getByRole('heading', { level: 1, name: 'Help' })).toBeInTheDocument()
  expect(
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent),
  ).toEqual([
    'What you see here',
    'Reading a result',
    'When something is missing',
    'Your data, and your safety',
    'Keyboard',
  ])
})

it('WCAG 2.1.1 lists each key of the flowsheet that moves', () => {
  render(<HelpView />)
  const table = screen.getByRole('table', { name: 'In the flowsheet' })
  const listed = within(table)
    .getAllByRole('rowheader')
    .flatMap(({ textContent }) => textContent.split(' '))
    .join(' ')
  const names: Readonly<Record<string, string>> = {
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
  }
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  for (const [key, name] of Object.entries(names)) {
    const place = placeAfter(
      { ...none, key },
      { row: 5, column: 5 },
      { lastRow: 9, lastColumn: 9, page: 3 },
    )
    expect([key, place !== undefined, listed.includes(name)]).toEqual([key, true, true])
  }
})
