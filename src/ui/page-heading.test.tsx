import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PageHeading } from './page-heading.tsx'

const before = document.title
afterEach(() => {
  document.title = before
})

it('WCAG 2.4.2 calls the tab after the heading and the app', () => {
  const { rerender } = render(<PageHeading>Overview</PageHeading>)
  expect(document.title).toBe('Overview – Chartside')
  rerender(<PageHeading>Results</PageHeading>)
  expect(document.title).toBe('Results – Chartside')
})

it('keeps out of the tab what stands in the heading as an element, such as the name of a test', () => {
  const heading = <bdi>Heart rate</bdi>
  const { rerender } = render(<PageHeading title="Trend">{heading}</PageHeading>)
  expect(screen.getByRole('heading', { level: 1, name: 'Heart rate' })).toBeVisible()
  expect(document.title).toBe('Trend – Chartside')
  rerender(<PageHeading>{heading}</PageHeading>)
  expect(document.title).toBe('Chartside')
})
