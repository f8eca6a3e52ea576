import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { anObservation } from '../test-observations.ts'
import { isReturnRoute } from '../../smart/return-route.ts'
import { ofVisit } from './of-visit.ts'
import { formatQuery, isNarrowed, plainQuery, readQuery, widen } from './result-query.ts'
import { VisitFilter } from './visit-filter.tsx'

const theirs = anObservation({ id: 'a', encounterId: 'e-1' })
const others = anObservation({ id: 'b', encounterId: 'e-2' })
const unsaid = anObservation({ id: 'c' })
const all = [theirs, others, unsaid]

function show(isOn: boolean) {
  const onChange = vi.fn<(isOn: boolean) => void>()
  render(<VisitFilter observations={all} visitId="e-1" isOn={isOn} onChange={onChange} />)
  return onChange
}

describe('VisitFilter', () => {
  it('CTX-02 narrows nothing until it is asked to', async () => {
    const onChange = show(false)
    const box = screen.getByRole('checkbox', { name: 'Only results of this visit' })
    expect(box).not.toBeChecked()
    expect(screen.queryByText(/of 3/)).not.toBeInTheDocument()
    await userEvent.click(box)
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('CTX-02 says what is shown and what is not among it, and can be lifted', async () => {
    const onChange = show(true)
    expect(
      screen.getByText(
        'Only results of this visit (1 of 3); results that name no visit of this hospital are not among them (1 result)',
      ),
    ).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith(false)
  })
})

describe('ofVisit', () => {
  it('CTX-02 gives the results of a visit, and all of them without one', () => {
    expect(ofVisit(all, 'e-1')).toEqual([theirs])
    expect(ofVisit(all, undefined)).toBe(all)
  })
})

describe('the visit in the query of the results', () => {
  const narrowed = readQuery(new URLSearchParams('visit=this'))

  it('CTX-02 URL-04 stands in the address as a word, and can be lifted', () => {
    expect(formatQuery(narrowed)).toEqual({ visit: 'this' })
    expect([isNarrowed(narrowed), isNarrowed(widen(narrowed))]).toEqual([true, false])
    expect(isNarrowed(plainQuery)).toBe(false)
    expect(readQuery(new URLSearchParams('visit=e-1')).visit).toBeUndefined()
  })

  it('CTX-02 CB-08 is come back to after a new sign-in', () => {
    expect(isReturnRoute('results?visit=this')).toBe(true)
  })
})
