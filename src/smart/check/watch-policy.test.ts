import { describe, expect, it } from 'vitest'
import { UnansweredError } from './explain-failure.ts'
import { about } from './test-check.ts'
import { watchPolicy } from './watch-policy.ts'

/** As a browser tells the document, a little after the request failed. */
function tellLater(blockedURI: string, more: object = {}) {
  const said = { blockedURI, disposition: 'enforce', effectiveDirective: 'connect-src', ...more }
  setTimeout(() =>
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), said)),
  )
}

const failure = new TypeError('Failed to fetch')
const ask = (blockedURI: string, more?: object) =>
  watchPolicy(() => {
    tellLater(blockedURI, more)
    return Promise.reject(failure)
  })

const url = 'https://ehr.example/metadata'

describe('watchPolicy', () => {
  it('says that this site keeps a request from being sent, once for each origin', async () => {
    const watched = ask(url)
    const failed = await watched.ask(url, {}, 1).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(UnansweredError)
    expect(failed).toMatchObject({ reason: 'policy', cause: failure })
    await watched.ask('https://ehr.example/metadata', {}, 1).catch(() => undefined)
    expect(about(watched.describe(), 'policy')).toEqual([
      expect.stringMatching(
        /^fault: This site’s own header .* blocks https:\/\/ehr\.example\. .*npm run headers/,
      ),
    ])
  })

  it.each<[string, string, object]>([
    ['of another origin', 'https://other.example/x', {}],
    ['of something else', url, { effectiveDirective: 'img-src' }],
    ['that is only reported', url, { disposition: 'report' }],
    ['without an address', 'inline', {}],
  ])('takes a violation %s for none of this request', async (_name, uri, more) => {
    const watched = ask(uri, more)
    await expect(watched.ask(url, {}, 1)).rejects.toBe(failure)
    expect(watched.describe()).toEqual([])
  })

  it('gives what is answered', async () => {
    const answer = { ok: true, status: 200, text: '' }
    const watched = watchPolicy(() => Promise.resolve(answer))
    expect(await watched.ask(url, {}, 1)).toBe(answer)
  })
})
