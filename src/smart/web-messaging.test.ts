import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepSession, readSession } from './session-store.ts'
import { exampleStored } from './test-session.ts'
import { askEhrToClose, hasEhrWindow, readEhrMessaging } from './web-messaging.ts'

const root = new URL('https://app.example/')
const messaging = { handle: 'h-1', origin: 'https://ehr.example' }

/** Puts the page into a frame of that window, for a test. */
function frameIn(parent: object): void {
  vi.spyOn(window, 'parent', 'get').mockReturnValue(parent as Window)
}

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

describe('readEhrMessaging', () => {
  it('LEAK-08 takes a handle with the origin that messages go to', () => {
    expect(readEhrMessaging(messaging, root)).toEqual(messaging)
    expect(readEhrMessaging({ handle: 'h-1', origin: 'https://EHR.example/' }, root)).toEqual(
      messaging,
    )
  })

  it.each([
    ['no origin', { handle: 'h-1', origin: undefined }],
    ['no handle', { handle: undefined, origin: 'https://ehr.example' }],
    ['any origin', { handle: 'h-1', origin: '*' }],
    ['a path', { handle: 'h-1', origin: 'https://ehr.example/app' }],
    ['a user name', { handle: 'h-1', origin: 'https://ehr.example@evil.example' }],
    ['an unsafe origin', { handle: 'h-1', origin: 'http://ehr.example' }],
    ['a script', { handle: 'h-1', origin: 'javascript:alert(1)' }],
    ['a handle without end', { handle: 'h'.repeat(5_000), origin: 'https://ehr.example' }],
  ])('LEAK-08 offers nothing with %s', (_what, given) => {
    expect(readEhrMessaging(given, root)).toBeUndefined()
  })
})

describe('askEhrToClose', () => {
  it('LEAK-08 sends ui.done with its handle to the page around this one, and to that origin alone', () => {
    const postMessage = vi.fn<(message: unknown, origin: string) => void>()
    frameIn({ postMessage })
    expect(hasEhrWindow()).toBe(true)
    askEhrToClose(messaging)
    expect(postMessage.mock.calls).toEqual([
      [
        {
          messagingHandle: 'h-1',
          messageId: expect.stringMatching(/^[\w-]{43}$/) as string,
          messageType: 'ui.done',
          payload: {},
        },
        'https://ehr.example',
      ],
    ])
  })

  it('asks nobody where there is no page of the EHR', () => {
    expect(hasEhrWindow()).toBe(false)
    expect(() => askEhrToClose(messaging)).not.toThrow()
  })
})

describe('a stored session', () => {
  it('STO-02 keeps how to reach the EHR, and is none with anything else in its place', () => {
    keepSession({ ...exampleStored(), messaging })
    expect(readSession('s-1')?.messaging).toEqual(messaging)
    keepSession({ ...exampleStored(), messaging: { handle: 'h-1', origin: '*' } })
    expect(readSession('s-1')).toBeUndefined()
  })
})
