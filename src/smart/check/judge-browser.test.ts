import { afterEach, describe, expect, it, vi } from 'vitest'
import { judgeBrowser, type BrowserFacts } from './judge-browser.ts'
import { readBrowser } from './read-browser.ts'
import { about } from './test-check.ts'

const good: BrowserFacts = {
  isFramed: false,
  canStore: true,
  hasCookies: true,
  isSecureContext: true,
  hasCrypto: true,
  hasLocks: true,
  hasChannel: true,
}

afterEach(() => vi.restoreAllMocks())

describe('judgeBrowser', () => {
  it('finds nothing amiss with a browser that can do everything', () => {
    expect(judgeBrowser(good).every(({ verdict }) => verdict === 'well')).toBe(true)
  })

  it.each<[string, Partial<BrowserFacts>, 'storage' | 'frame' | 'crypto' | 'tabs', RegExp]>([
    ['no storage', { canStore: false }, 'storage', /^fault: .*settings/],
    [
      'no storage in a frame',
      { canStore: false, isFramed: true },
      'storage',
      /^fault: .*allow-same-origin/,
    ],
    [
      'a frame without cookies',
      { isFramed: true, hasCookies: false },
      'frame',
      /^well: .*cookies aren’t open.*may be kept apart/,
    ],
    [
      'a frame with cookies, whose storage may be its own all the same',
      { isFramed: true, hasCookies: true },
      'frame',
      /^well: .*cookies are open.*may be kept apart/,
    ],
    [
      'a frame that tells nothing',
      { isFramed: true, hasCookies: undefined },
      'frame',
      /^unknown: /,
    ],
    ['plain http', { isSecureContext: false, hasCrypto: false }, 'crypto', /^fault: .*https/],
    [
      'no locks and no channel',
      { hasLocks: false, hasChannel: false },
      'tabs',
      /^advice: .*Web Locks and BroadcastChannel/,
    ],
  ])('says of %s what it means', (_name, change, subject, words) => {
    expect(about(judgeBrowser({ ...good, ...change }), subject)[0]).toMatch(words)
  })
})

describe('readBrowser', () => {
  it('leaves nothing in the storage it tried', async () => {
    expect(await readBrowser()).toMatchObject({ canStore: true, isFramed: false })
    expect(sessionStorage).toHaveLength(0)
  })

  it('sees a browser that keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(await readBrowser()).toMatchObject({ canStore: false })
  })
})
