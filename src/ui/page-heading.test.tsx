import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PageHeading } from './page-heading.tsx'

const before = document.title
afterEach(() => {
  document.title = before
})

it('WCAG 2.4.2 calls the tab after the screen and the app, and never by what the heading says', () => {
  const { rerender } = render(<PageHeading page="trend">Heart rate</PageHeading>)
  expect(screen.getByRole('heading', { level: 1, name: 'Heart rate' })).toBeVisible()
  expect(document.title).toBe('Trend – Chartside')
  rerender(<PageHeading page="results">Results</PageHeading>)
  expect(document.title).toBe('Results – Chartside')
  rerender(<PageHeading page="home">Chartside</PageHeading>)
  expect(document.title).toBe('Chartside')
})
