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

it('D4 D6 says what is as sent, and what the page makes its own', () => {
  render(<HelpView />)
  expect(screen.getByText(/The digits of a value are those that were sent/)).toHaveTextContent(
    /decimal mark may be that of this page’s language.*quoted “as sent”/,
  )
  expect(screen.getByText(/Times are those of the place/)).toHaveTextContent(
    /without a time zone stands as it was written/,
  )
})

it.each([
  ['Everywhere', 'Esc', 'the details of a result, the settings, what can be taken away'],
  ['In the list of hospitals', '↑ ↓', 'From the search to what was found'],
])('WCAG 2.1.1 lists %s what %s does', (place, key, effect) => {
  render(<HelpView />)
  const row = within(screen.getByRole('table', { name: place })).getByRole('row', {
    name: new RegExp(effect),
  })
  expect(within(row).getByRole('rowheader')).toHaveTextContent(key)
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
