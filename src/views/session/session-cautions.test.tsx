import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SessionCautions } from './session-cautions.tsx'

const show = (isChosen: boolean, isOfAnother: boolean) => {
  render(<SessionCautions isChosen={isChosen} isOfAnother={isOfAnother} />)
  return screen.queryAllByRole('status').map((box) => box.firstChild?.textContent)
}

describe('SessionCautions', () => {
  it('TOK-08 says who chose the patient, and only then', () => {
    expect(show(true, false)).toEqual(['Chosen by you, not by the chart'])
  })

  it('IDT-11 says that a related person is on record for somebody else', () => {
    expect(show(false, true)).toEqual(['This related person’s record names another patient'])
  })

  it('says nothing of a launch as it should be', () => {
    expect(show(false, false)).toEqual([])
  })
})
