import { act, renderHook, waitFor } from '@testing-library/react'
import { HashRouter, useLocation, useNavigate } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { ResultQuery } from '../views/results/result-query.ts'
import { useResultQuery } from './use-result-query.ts'

/** The results opened after another page, at this search of their address. */
function open(search = '') {
  window.history.pushState(null, '', '#/before')
  window.history.pushState(null, '', `#/results${search}`)
  const { result } = renderHook(
    () => ({ ...useResultQuery(), location: useLocation(), navigate: useNavigate() }),
    {
      wrapper: ({ children }) => <HashRouter>{children}</HashRouter>,
    },
  )
  return {
    change: (part: Partial<ResultQuery>) =>
      act(() => result.current.onQuery({ ...result.current.query, ...part })),
    back: () => act(() => void result.current.navigate(-1)),
    row: () => result.current.query.row,
    address: () => result.current.location.pathname + result.current.location.search,
    raw: result,
  }
}

describe('useResultQuery', () => {
  it('URL-04 opens a row in an entry of its own, so that Back closes it', async () => {
    const page = open('?sort=name')
    page.change({ row: 'a' })
    expect(page.address()).toBe('/results?sort=name&row=a')
    page.back()
    await waitFor(() => expect(page.address()).toBe('/results?sort=name'))
  })

  it('goes on to other rows in that same entry', async () => {
    const page = open()
    page.change({ row: 'a' })
    page.change({ row: 'b' })
    expect(page.row()).toBe('b')
    page.back()
    await waitFor(() => expect(page.address()).toBe('/results'))
  })

  it('leaves no entry behind when a row is closed', async () => {
    const page = open()
    page.change({ row: 'a' })
    page.change({ row: 'b' })
    page.change({ row: undefined })
    await waitFor(() => expect(page.address()).toBe('/results'))
    page.back()
    await waitFor(() => expect(page.address()).toBe('/before'))
  })

  it('goes back once only, however often it is told to close', async () => {
    const page = open()
    page.change({ row: 'a' })
    const { onQuery, query } = page.raw.current
    act(() => {
      onQuery({ ...query, row: undefined })
      onQuery({ ...query, row: undefined })
    })
    await waitFor(() => expect(page.address()).toBe('/results'))
  })

  it('keeps what was chosen while a row was open', async () => {
    const page = open()
    page.change({ row: 'a' })
    page.change({ status: 'final' })
    expect(page.address()).toBe('/results?status=final&row=a')
    page.change({ row: undefined })
    await waitFor(() => expect(page.address()).toBe('/results?status=final'))
  })

  it('closes a row that the page was opened with, without leaving', async () => {
    const page = open('?row=a')
    expect(page.row()).toBe('a')
    page.change({ row: undefined })
    await waitFor(() => expect(page.address()).toBe('/results'))
  })

  it('URL-07 opens a row whose id FHIR does not allow, and keeps it out of the address', () => {
    const page = open()
    page.change({ row: 'a_b/<c>' })
    expect(page.row()).toBe('a_b/<c>')
    expect(page.address()).toBe('/results')
    page.change({ row: undefined })
    expect(page.row()).toBeUndefined()
  })
})
