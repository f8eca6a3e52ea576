import { afterEach, describe, expect, it, vi } from 'vitest'
import { askStrictly, strictFetch } from './strict-fetch.ts'
import { answerRequests } from './test-server.ts'

const url = 'https://ehr.example/x'

afterEach(() => vi.unstubAllGlobals())

describe('strictFetch', () => {
  it('URL-05 TOK-02 LEAK-06 sends no cookie and no Referer, keeps nothing, follows no redirect', async () => {
    const sent = answerRequests({ [url]: () => Response.json({}) })
    await strictFetch(url, { headers: { accept: 'application/json' } }, 1_000)
    expect(sent[0]?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
    })
  })

  it('lets nobody choose otherwise', async () => {
    const sent = answerRequests({ [url]: () => Response.json({}) })
    const loose = { credentials: 'include', cache: 'force-cache', referrerPolicy: 'unsafe-url' }
    await strictFetch(url, loose as RequestInit & { redirect?: 'manual' }, 1_000)
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
  })

  it('DISC-02 takes a public document that the page has asked for, and to its own origin sends no cookie', async () => {
    const own = `${location.origin}/x`
    const sent = answerRequests({
      [url]: () => Response.json({}),
      [own]: () => Response.json({}),
    })
    for (const address of [url, own]) await strictFetch(address, { mayBeKept: true }, 1_000)
    expect(sent.map(({ init }) => [init.credentials, init.cache])).toEqual([
      ['same-origin', 'default'],
      ['omit', 'default'],
    ])
  })

  it('DISC-09 refuses what came by a redirect, though the page had followed it beforehand', async () => {
    const redirected = Object.defineProperty(Response.json({}), 'redirected', { value: true })
    answerRequests({ [url]: () => redirected })
    await expect(strictFetch(url, { mayBeKept: true }, 1_000)).rejects.toThrow(TypeError)
  })

  it('DISC-12 gives up after a time, and when its caller does', async () => {
    answerRequests({})
    const never = (_url: unknown, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      )
    vi.stubGlobal('fetch', never)
    await expect(askStrictly(url, {}, 5)).rejects.toMatchObject({ name: 'TimeoutError' })
    const abort = new AbortController()
    const asked = strictFetch(url, { signal: abort.signal }, 60_000)
    abort.abort(new Error('left'))
    await expect(asked).rejects.toThrow('left')
  })
})
