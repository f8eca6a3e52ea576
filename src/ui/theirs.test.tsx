import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Theirs } from './theirs.tsx'

describe('Theirs', () => {
  it('says in which language a text of someone else is written, or that nobody knows', () => {
    render(
      <p>
        <Theirs lang="es-MX">Hemoglobina glicosilada</Theirs>
        <Theirs>HbA1c</Theirs>
      </p>,
    )
    expect(screen.getByText('Hemoglobina glicosilada')).toHaveAttribute('lang', 'es-MX')
    expect(screen.getByText('HbA1c')).toHaveAttribute('lang', '')
  })
})
