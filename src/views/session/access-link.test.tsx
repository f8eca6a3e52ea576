import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AccessLink } from './access-link.tsx'

describe('AccessLink', () => {
  it('END-05 URL-06 leads to where the server lets one review access, in a window of its own', () => {
    render(<AccessLink href="https://ehr.example/manage" serverName="Example Hospital" />)
    const link = screen.getByRole('link', { name: /Review which apps .* at Example Hospital/ })
    expect(link).toHaveAttribute('href', 'https://ehr.example/manage')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
  })

  it('END-05 shows nothing where the server names no such page', () => {
    const { container } = render(<AccessLink href={undefined} serverName="Example Hospital" />)
    expect(container).toBeEmptyDOMElement()
  })
})
