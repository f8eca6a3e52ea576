import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { StyleState } from '../smart/load-smart-style.ts'
import { useHospitalStyle } from './hospital-style.ts'

const root = document.documentElement
const onPage = () => root.style.getPropertyValue('--ehr-page')
const loaded: StyleState = {
  kind: 'loaded',
  tokens: [{ name: 'page', value: '#edeae3' }],
  refused: 0,
  unreadable: 0,
  unused: 0,
}

describe('useHospitalStyle', () => {
  it('CTX-05 goes by the style, can be switched off, and leaves nothing behind', () => {
    const { result, rerender, unmount } = renderHook(
      (state: StyleState) => useHospitalStyle(state, '/overview', false),
      { initialProps: { kind: 'loading' } },
    )
    expect([onPage(), result.current.isUsable]).toEqual(['', false])
    rerender(loaded)
    expect([onPage(), result.current.isUsable, result.current.isOn]).toEqual([
      '#edeae3',
      true,
      true,
    ])
    act(() => result.current.setOn(false))
    expect(onPage()).toBe('')
    act(() => result.current.setOn(true))
    expect(onPage()).toBe('#edeae3')
    unmount()
    expect(root.getAttribute('style') ?? '').toBe('')
  })

  it('CTX-05 has nothing to switch where nothing of a style can be used', () => {
    const empty: StyleState = { ...loaded, tokens: [] }
    const { result } = renderHook(() => useHospitalStyle(empty, '/overview', false))
    expect(result.current.isUsable).toBe(false)
    expect(root.getAttribute('style') ?? '').toBe('')
  })

  it.each([
    ['before results are shown at once', false, '1.125rem'],
    ['while results are read with the next view', true, ''],
  ])('CTX-05 goes by sizes that come %s, and by colours at once', (_, isRead, size) => {
    const sizes = () => root.style.getPropertyValue('--ehr-size-root')
    const style: StyleState = {
      ...loaded,
      tokens: [...loaded.tokens, { name: 'size-root', value: '1.125rem' }],
    }
    const { rerender } = renderHook(
      (props: { state: StyleState; view: string }) =>
        useHospitalStyle(props.state, props.view, isRead),
      { initialProps: { state: { kind: 'loading' }, view: '/overview' } },
    )
    rerender({ state: style, view: '/overview' })
    expect([onPage(), sizes()]).toEqual(['#edeae3', size])
    rerender({ state: style, view: '/results' })
    expect([onPage(), sizes()]).toEqual(['#edeae3', '1.125rem'])
  })

  it('CTX-05 shows all of a late style to whoever switches it on', () => {
    const style: StyleState = { ...loaded, tokens: [{ name: 'round', value: '4px' }] }
    const { result, rerender } = renderHook(
      (state: StyleState) => useHospitalStyle(state, '/overview', true),
      { initialProps: { kind: 'loading' } },
    )
    rerender(style)
    expect(root.style.getPropertyValue('--ehr-round')).toBe('')
    act(() => result.current.setOn(false))
    act(() => result.current.setOn(true))
    expect(root.style.getPropertyValue('--ehr-round')).toBe('4px')
  })
})
