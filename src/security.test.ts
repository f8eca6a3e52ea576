import { describe, expect, it } from 'vitest'

/** A rule: its name, what it forbids, code that it must find, and the only files that may do so. */
type Rule = [name: string, pattern: RegExp, sample: string, onlyIn?: readonly string[]]

/**
 * What a security reviewer would search the source for: each thing that the app may not do, or may do in one file
 * alone. Comments don't count; tests and their helpers aren't part of the app.
 */
const rules: Rule[] = [
  [
    'XSS-02 writes no markup and runs no text as code',
    /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|document\.write|\beval\(|new Function\b/,
    'element.innerHTML = text',
  ],
  [
    'STO-01 STO-04 LEAK-06 keeps nothing in stores that outlast the tab',
    /\bindexedDB\b|\bcaches\b|document\.cookie|window\.name\b/,
    'document.cookie = token',
  ],
  [
    'STO-01 STO-04 keeps in localStorage what language and look a person prefers, and nothing else',
    /\blocalStorage\b/,
    "localStorage.setItem('a', token)",
    ['./app/preferences.ts'],
  ],
  [
    'STO-01 reaches for sessionStorage in one file',
    /\bsessionStorage\b/,
    "sessionStorage.getItem('a')",
    ['./smart/tab-storage.ts'],
  ],
  [
    'LEAK-06 has no service worker, which could store answers',
    /serviceWorker/,
    "navigator.serviceWorker.register('/sw.js')",
  ],
  [
    'LEAK-01 LEAK-03 sends requests by one function, and asks for its own files by two others',
    /(?<![\w.])fetch\(|XMLHttpRequest|sendBeacon|\bWebSocket\b|EventSource/,
    'await fetch(url)',
    [
      './smart/strict-fetch.ts',
      './config/load-config.ts',
      './app/directory-source.ts',
      './smart/fhirclient-fetch.ts',
    ],
  ],
  [
    'LEAK-04 writes the token into a header in one file',
    /Bearer \$/,
    'headers: { authorization: `Bearer ${token}` }',
    ['./smart/fhir-http.ts'],
  ],
  [
    'LEAK-08 posts messages to no window but the EHR’s, by one function, else between its own pages only',
    /postMessage|window\.opener|\.parent\b/,
    "window.parent.postMessage({}, '*')",
    // Beside the EHR and the pages of one session, a message to itself, which ends a task.
    ['./smart/web-messaging.ts', './smart/session-channel.ts', './fhir/breather.ts'],
  ],
  ['LOG-01 writes nothing to the console', /\bconsole\b/, 'console.log(token)'],
  [
    'LOG-05 gives the page a title by one function, which knows fixed words only',
    /document\.title/,
    'document.title = patient.name',
    ['./ui/page-title.ts'],
  ],
  [
    'EMB-05 opens no dialogs but one to print, and leaves the outer window alone, but for looking whether there is one',
    /\b(?:alert|confirm|prompt|print)\(|_top\b|window\.top\b(?!\s*(?:,|\n|\)|\?|$))/,
    'window.top.location = url',
    // When somebody asks for it; that it may be blocked is said.
    ['./ui/print-page.ts'],
  ],
  [
    'EMB-08 posts nothing but the forms of a sign-in, so that a stolen click changes nothing',
    /\bmethod: '(?:POST|PUT|PATCH|DELETE)'|\.method = '/,
    "fetch(url, { method: 'DELETE' })",
    ['./smart/form-request.ts', './app/post-request.ts'],
  ],
  ['XSS-01 reads no narrative', /\['div'\]|\.div\b/, "resource.text['div']"],
  [
    'AUTHZ-10 holds no secret of a client, and asks neither for max_age nor for a silent sign-in',
    /client_?secret\b|clientPrivateJwk|max_age|prompt['"]?\s*[:,=]/i,
    "form.set('client_secret', 'x')",
  ],
  ['AUTHZ-02 draws no secret from Math.random', /Math\.random/, 'const state = Math.random()'],
  [
    'IDT-12 has no cryptography of its own but a digest for PKCE',
    /crypto\.subtle/,
    "crypto.subtle.sign('HMAC', key, data)",
    ['./smart/fhirclient-adapter.ts'],
  ],
  [
    'REF-11 reads no WWW-Authenticate header',
    /www-authenticate/i,
    "response.headers.get('WWW-Authenticate')",
  ],
  ['PAT-06 searches for no patient', /[`'"/]Patient\?/, "request('Patient?name=x')"],
]

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`])\/\/.*$/gm, '')

const sources = Object.entries(
  import.meta.glob<string>('./**/*.{ts,tsx,cjs}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
  .filter(([path]) => !/\/test-[\w-]+\.tsx?$|\.test\.tsx?$/.test(path))
  .map(([path, source]) => [path, withoutComments(source)] as const)

describe('the source of the app', () => {
  it.each(rules)('%s', (_name, pattern, sample, onlyIn = []) => {
    expect(sample).toMatch(pattern)
    const found = sources.filter(([, source]) => pattern.test(source)).map(([path]) => path)
    expect(found.filter((path) => !onlyIn.includes(path))).toEqual([])
    // A file that may, but doesn't any more, is no exception worth keeping.
    expect(onlyIn.filter((path) => !found.includes(path))).toEqual([])
  })

  it('URL-06 opens links to the outside without opener and referrer', () => {
    const links = sources.flatMap(([, source]) => source.match(/<a\b[^>]*_blank[^>]*>/g) ?? [])
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !link.includes('rel="noopener noreferrer"'))).toEqual([])
  })
})
