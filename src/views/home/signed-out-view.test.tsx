import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SignedOutView } from './signed-out-view.tsx'

describe('SignedOutView', () => {
  it('END-03 says that the portal may still be signed in, and to sign out there', () => {
    render(<SignedOutView launch="standalone" homeHref="/" />)
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    expect(screen.getByText(/portal where you signed in.*may still be open/)).toHaveTextContent(
      'sign out there too',
    )
    expect(screen.getByRole('link', { name: 'Back to the first page' })).toHaveAttribute(
      'href',
      '/',
    )
  })

  it('END-03 says that the EHR stays signed in', () => {
    render(<SignedOutView launch="ehr" homeHref="/" />)
    expect(screen.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
    expect(screen.getByText(/from the patient’s chart/)).toBeVisible()
  })
})
