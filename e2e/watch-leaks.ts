import type { Page } from '@playwright/test'

/** Plants something on a page that shows a record; `root` is the app's address, `twin` the FHIR base under another name. */
type Plant = (
  page: Page,
  known: Readonly<Record<'token' | 'idToken' | 'code' | 'nonce' | 'root' | 'twin', string>>,
) => Promise<unknown>

const name = 'Chalmers'

const keep = (page: Page, text: string) =>
  page.evaluate((kept) => sessionStorage.setItem('a', kept), text)

const ask = (page: Page, address: string) =>
  page.evaluate((asked) => fetch(asked).then(() => undefined), address)

const post = (page: Page, address: string, text: string) =>
  page.evaluate(
    ([asked = '', body = '']) => fetch(asked, { method: 'POST', body }).then(() => undefined),
    [address, text],
  )

/** Asks from a page whose own address holds the text. */
const askWithReferer = (page: Page, address: string, text: string) =>
  page.evaluate(
    ([asked = '', held = '']) => {
      history.pushState(null, '', `?x=${held}`)
      return fetch(asked, { referrerPolicy: 'unsafe-url' }).then(() => undefined)
    },
    [address, text],
  )

/** What a leak is, what the watch calls it, and how it is made. */
type Leak = readonly [what: string, found: RegExp, plant: Plant]

/** Each kind of leak, by where it shows; those of one place are planted one after another on one page. */
export const leaks: Readonly<Record<string, readonly Leak[]>> = {
  'on the console': [
    [
      'a token on the console',
      /access_token on the console/,
      (page, { token }) => page.evaluate((text) => globalThis.console.log(text), token),
    ],
    [
      'a name on the console',
      /patient name on the console/,
      (page) => page.evaluate((text) => globalThis.console.info(text), name),
    ],
    [
      'an error on the console',
      /on the console: error/,
      (page) => page.evaluate(() => globalThis.console.error('x')),
    ],
    [
      'an error nobody handles',
      /unhandled/,
      (page) => page.evaluate(() => void Promise.reject(new Error('x'))),
    ],
    [
      'a violation of the policy',
      /on the console: error: .*Content Security Policy/,
      (page) =>
        page.evaluate(() => {
          const style = document.createElement('style')
          style.textContent = 'body { color: red }'
          document.head.append(style)
        }),
    ],
  ],
  'in addresses and titles': [
    [
      'a token in the address',
      /access_token in an address/,
      (page, { token }) => page.evaluate((text) => void (location.hash = `#/x/${text}`), token),
    ],
    [
      'a name in the address',
      /patient name in an address/,
      (page) => page.evaluate((text) => void (location.hash = `#/x/${text}`), name),
    ],
    [
      'a code in the address',
      /code in an address/,
      (page, { code }) => page.evaluate((text) => history.pushState(null, '', `?x=${text}`), code),
    ],
    [
      'a name in the title',
      /patient name in the title/,
      (page) => page.evaluate((text) => void (document.title = text), name),
    ],
    [
      'a patient’s id in the address',
      /patient id in an address/,
      (page) => page.evaluate(() => void (location.hash = '#/Patient/example')),
    ],
    [
      'a token in the name of the window',
      /access_token in name or title/,
      (page, { token }) => page.evaluate((text) => void (window.name = text), token),
    ],
  ],
  'in what the browser stores': [
    [
      'localStorage',
      /something in localStorage/,
      (page) => page.evaluate(() => localStorage.setItem('a', 'b')),
    ],
    ['a cookie', /a cookie/, (page) => page.evaluate(() => void (document.cookie = 'a=b'))],
    ['a database', /a database/, (page) => page.evaluate(() => void indexedDB.open('a'))],
    ['a cache', /a cache/, (page) => page.evaluate(() => caches.open('a').then(() => undefined))],
    ['a code in sessionStorage', /code in sessionStorage/, (page, { code }) => keep(page, code)],
    [
      'a nonce beside a transaction',
      /nonce in sessionStorage/,
      (page, { nonce }) =>
        page.evaluate((text) => {
          sessionStorage.setItem('chartside:x:transaction', '{}')
          sessionStorage.setItem('a', text)
        }, nonce),
    ],
    [
      'an id_token in sessionStorage',
      /id_token in sessionStorage/,
      (page, { idToken }) => keep(page, idToken),
    ],
    [
      'a given name in the address',
      /patient name in an address/,
      (page) => page.evaluate(() => void (location.hash = '#/of/Jim')),
    ],
    ['a name in sessionStorage', /patient name in sessionStorage/, (page) => keep(page, name)],
  ],
  'in requests': [
    [
      'a code in a Referer',
      /code in a Referer/,
      (page, { code, root }) => askWithReferer(page, root, code),
    ],
    [
      'a code sent on in a body',
      /code in the body of a request/,
      (page, { code, root }) => post(page, root, code),
    ],
    [
      'a name in the address of a request',
      /patient name in a request to /,
      (page, { root }) => ask(page, `${root}?who=${name}`),
    ],
    [
      'a patient’s id sent on in a body',
      /patient id in a request to /,
      (page, { root }) => post(page, root, 'who=example'),
    ],
    [
      'a name in a Referer',
      /patient name in a Referer/,
      (page, { root }) => askWithReferer(page, root, name),
    ],
    [
      'a token sent elsewhere',
      /a token went to .*\/steal/,
      (page, { token, root }) =>
        page.evaluate(
          ([text = '', address = '']) =>
            fetch(`${address}steal`, { headers: { authorization: `Bearer ${text}` } }).then(
              () => undefined,
            ),
          [token, root],
        ),
    ],
    [
      'a token in the address of a request',
      /access_token in the address of a request/,
      (page, { token, root }) => ask(page, `${root}?t=${token}`),
    ],
    [
      'a token that reaches the hospital under its other name',
      /a token reached 127\.0\.0\.1/,
      (page, { token, twin }) =>
        page.evaluate(
          ([text = '', address = '']) =>
            fetch(`${address}/Patient/example`, {
              headers: { authorization: `Bearer ${text}` },
            }).then(
              () => undefined,
              () => undefined,
            ),
          [token, twin],
        ),
    ],
    [
      'another host',
      /another host: elsewhere\.example/,
      (page) =>
        page.evaluate(() =>
          fetch('https://elsewhere.example/').then(
            () => undefined,
            () => undefined,
          ),
        ),
    ],
  ],
}
