import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SmartError } from '../smart/smart-error.ts'
import { ProblemPage } from './problem-page.tsx'

describe('ProblemPage', () => {
  it('LOG-02 copies class, host, status and reason for support, and no words of the server', async () => {
    const user = userEvent.setup()
    const error = new SmartError('token-refused', {
      host: 'ehr.example',
      status: 400,
      code: 'invalid_grant',
      launch: 'ehr',
      serverText: 'canary of the server',
    })
    render(<ProblemPage error={error} root={new URL('https://app.example/')} />)
    await user.click(screen.getByText('Details for support'))
    await user.click(screen.getByRole('button', { name: 'Copy for support' }))
    const code = await navigator.clipboard.readText()
    expect(code).toMatch(/^Chartside support code 1\nProblem: The sign-in could not be finished\n/)
    for (const line of ['Kind: token-refused', 'Launch: ehr', 'Server: ehr.example', 'Status: 400'])
      expect(code.split('\n')).toContain(line)
    expect(code).toMatch(/^App version: \d+\.\d+/m)
    expect(code).toMatch(/^Browser: ./m)
    expect(code).not.toContain('canary')
  })
})
