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
    const { result, rerender, unmount } = renderHook(useHospitalStyle, {
      initialProps: { kind: 'loading' } as StyleState,
    })
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
    const { result } = renderHook(() => useHospitalStyle({ ...loaded, tokens: [] }))
    expect(result.current.isUsable).toBe(false)
    expect(root.getAttribute('style') ?? '').toBe('')
  })
})
