import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../smart/session.ts'
import { answerRequests } from '../smart/test-server.ts'
import { exampleSession } from '../smart/test-session.ts'
import { useHospitalStyle } from './hospital-style.ts'

const styleUrl = 'https://ehr.example/style.json'
const onPage = () => document.documentElement.style.getPropertyValue('--ehr-page')

afterEach(() => void vi.unstubAllGlobals())

function show(style: object, part: Partial<Session> = {}) {
  const sent = answerRequests({ [styleUrl]: () => Response.json(style) })
  const session = exampleSession({ styleUrl, ...part })
  return { sent, ...renderHook(() => useHospitalStyle(session)) }
}

describe('useHospitalStyle', () => {
  it('CTX-05 goes by the style, can be switched off, and leaves nothing behind', async () => {
    const { result, unmount } = show({ color_background: '#edeae3' })
    await waitFor(() => expect(onPage()).toBe('#edeae3'))
    expect(result.current).toMatchObject({ isUsable: true, isOn: true })
    act(() => result.current.setOn(false))
    expect(onPage()).toBe('')
    act(() => result.current.setOn(true))
    expect(onPage()).toBe('#edeae3')
    unmount()
    expect(document.documentElement.getAttribute('style') ?? '').toBe('')
  })

  it('CTX-05 ignores a value that is more than a colour', async () => {
    const { result } = show({ color_background: 'red;background:url(//evil)' })
    await waitFor(() => expect(result.current.state.kind).toBe('loaded'))
    expect(result.current.isUsable).toBe(false)
    expect(document.documentElement.getAttribute('style') ?? '').toBe('')
  })

  it.each([{ launch: 'standalone' }, { styleUrl: undefined }] as const)(
    'CTX-05 asks for none with %j',
    (part) => {
      const { sent, result } = show({}, part)
      expect(result.current.state.kind).toBe('none')
      expect(sent).toEqual([])
    },
  )
})
