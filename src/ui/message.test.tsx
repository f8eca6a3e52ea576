import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Message } from './message.tsx'

it.each([
  ['note', 'note'],
  ['warning', 'status'],
  ['problem', 'alert'],
] as const)('Message of kind %s has the role %s', (kind, role) => {
  render(<Message kind={kind} title="Take care" />)
  expect(screen.getByRole(role)).toHaveTextContent('Take care')
})
