import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeStyle, loadSmartStyle } from './load-smart-style.ts'
import { answerRequests } from './test-server.ts'

const url = 'https://ehr.example/style.json'
const load = () => loadSmartStyle(url, new AbortController().signal)

afterEach(() => void vi.unstubAllGlobals())

describe('loadSmartStyle', () => {
  it('CTX-05 asks without token, cookie or redirect, and gives what is safe', async () => {
    const sent = answerRequests({
      [url]: () =>
        Response.json({
          color_background: '#edeae3',
          color_text: 'red;background:url(//evil)',
          color_success: '#498e49',
          made_up: 'x',
        }),
    })
    const state = await load()
    expect(state).toEqual({
      kind: 'loaded',
      tokens: [{ name: 'page', value: '#edeae3' }],
      refused: 2,
      unreadable: 0,
      unused: 1,
    })
    expect(describeStyle(state)).toBe(
      '1 values used, 1 without use here, 0 refused for want of contrast, 2 refused as malformed',
    )
    const init = sent[0]?.init
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' })
    expect(new Headers(init?.headers).has('authorization')).toBe(false)
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['404', () => new Response('{}', { status: 404 })],
    ['HTML', () => new Response('<html>')],
    ['a list', () => Response.json(['#fff'])],
    ['nothing', () => new Response(null)],
    ['a long text', () => Response.json({ color_text: '#303030', long: 'x'.repeat(16_384) })],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('CTX-05 goes without a style where there is %s', async (_name, answer) => {
    answerRequests({ [url]: answer })
    expect(await load()).toEqual({ kind: 'failed' })
  })

  it('CTX-05 waits three seconds at most', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    answerRequests({ [url]: () => Response.json({}) })
    await load()
    expect(timeout).toHaveBeenCalledExactlyOnceWith(3_000)
    timeout.mockRestore()
  })
})
