import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { confine, createFhirAccess, type TokenSource } from './fhir-http.ts'
import { answerRequests } from './test-server.ts'

const iss = 'https://ehr.example/api/fhir'
/** A source of tokens as a session is, with what a test changes of it. */
const aSource = (changed: Partial<TokenSource> = {}): TokenSource => ({
  iss,
  getToken: () => 'at-1',
  renew: () => Promise.resolve(false),
  onRejected: () => {},
  ...changed,
})
const { request } = createFhirAccess(aSource())

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('confine', () => {
  it.each([
    ['Patient/1', `${iss}/Patient/1`],
    [`${iss}/Observation?page=2`, `${iss}/Observation?page=2`],
    ['https://ehr.example:443/api/fhir/Observation', `${iss}/Observation`],
    ['https://EHR.example/api/fhir/Observation', `${iss}/Observation`],
    ['/api/fhir/Patient/1', `${iss}/Patient/1`],
    ['Observation?code=a%2Fb', `${iss}/Observation?code=a%2Fb`],
  ])('LEAK-01 LEAK-02 resolves %s inside the base', (reference, url) => {
    expect(confine(reference, iss).href).toBe(url)
    expect(confine(reference, `${iss}/`).href).toBe(url)
  })

  it.each([
    'https://evil.example/api/fhir/Patient/1',
    '//evil.example/api/fhir/Patient/1',
    'https://ehr.example/api/fhirx/Patient/1',
    'https://ehr.example/api/fhir',
    '../oauth2/token',
    'Patient/../../../admin',
    'Patient/%2e%2e/%2e%2e/%2e%2e/admin',
    'Patient/..%2f..%2fadmin',
    'Patient\\..\\..\\..\\admin',
    'http://ehr.example/api/fhir/Patient/1',
    'https://ehr.example:8443/api/fhir/Patient/1',
    'https://user:pw@ehr.example/api/fhir/Patient/1',
    'https://ehr.example@evil.example/api/fhir/Patient/1',
    'https://ehr.example/API/fhir/Patient/1',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://',
  ])('LEAK-01 refuses %s', (reference) => {
    expect(() => confine(reference, iss)).toThrow(expect.objectContaining({ failure: 'confined' }))
  })

  it('LEAK-01 never resolves outside the base, whatever the reference', () => {
    const parts = fc.constantFrom(
      '..',
      '/',
      '//',
      '\\',
      '%2e',
      '%2f',
      '@',
      ':',
      '?',
      '#',
      'https:',
      'evil.example',
      'a',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        let url: URL
        try {
          url = confine(some.join(''), iss)
        } catch {
          return
        }
        expect(url.href.startsWith(`${iss}/`)).toBe(true)
      }),
    )
  })
})

describe('the search of createFhirAccess', () => {
  it('TOK-08 URL-04 posts what is looked for, with the token as a header and nothing in the address', async () => {
    const sent = answerRequests({ 'https://ehr.example/': () => Response.json({ a: 1 }) })
    const { search } = createFhirAccess(aSource())
    const form = new URLSearchParams({ family: 'Example' })
    expect(await search('Patient', form)).toEqual({ body: { a: 1 } })
    expect(sent.map(({ url }) => url)).toEqual([expect.stringMatching(/\/Patient\/_search$/)])
    const init = sent[0]?.init
    expect(init).toMatchObject({ method: 'POST', body: form, redirect: 'manual' })
    const headers = new Headers(init?.headers)
    expect(headers.get('authorization')).toMatch(/^Bearer /)
    expect(headers.get('accept')).toBe('application/fhir+json')
    expect(headers.get('content-type')).toBe('application/x-www-form-urlencoded')
    vi.unstubAllGlobals()
  })
})

describe('createFhirAccess', () => {
  it('LEAK-04 LEAK-09 LEAK-10 sends the token as a header alone, asks for FHIR JSON, and sends no header more', async () => {
    const sent = answerRequests({ [iss]: () => Response.json({ resourceType: 'Patient' }) })
    await expect(request('Patient/p')).resolves.toEqual({ body: { resourceType: 'Patient' } })
    expect(sent[0]?.url).toBe(`${iss}/Patient/p`)
    expect(sent[0]?.init.headers).toEqual({
      accept: 'application/fhir+json',
      authorization: 'Bearer at-1',
    })
  })

  it('LEAK-03 LEAK-06 follows no redirect, sends no cookie and leaves nothing in a cache', async () => {
    const sent = answerRequests({ [iss]: () => Response.json({}) })
    await request('Patient/p')
    expect(sent[0]?.init).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  })

  it('F-R22 LEAK-03 tells a redirect apart, and asks no second address', async () => {
    // As a browser gives it for `redirect: 'manual'`: no status, no headers, no body.
    const redirect = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const sent = answerRequests({ [iss]: () => redirect })
    await expect(request('Patient/p')).rejects.toMatchObject({ failure: 'redirected' })
    expect(sent).toHaveLength(1)
  })

  it('LEAK-01 sends nothing to an address outside the base', async () => {
    const sent = answerRequests({ 'https://evil.example': () => Response.json({}) })
    await expect(request('https://evil.example/x')).rejects.toMatchObject({ failure: 'confined' })
    expect(sent).toEqual([])
  })

  it.each<[string, Response | undefined, object]>([
    ['F-R1 401', Response.json('', { status: 401 }), { failure: 'signed-out', status: 401 }],
    ['F-R2 403 without a body', new Response('', { status: 403 }), { failure: 'refused' }],
    ['F-R5 404 as HTML', new Response('<h1>404</h1>', { status: 404 }), { failure: 'rejected' }],
    [
      'F-R19 429',
      new Response('{}', { status: 429, headers: { 'retry-after': '7' } }),
      { failure: 'busy', retryAfter: 7 },
    ],
    ['F-R19 503', new Response('', { status: 503 }), { failure: 'busy', retryAfter: undefined }],
    [
      'F-R19 503 until a time that is over',
      new Response('', {
        status: 503,
        headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' },
      }),
      { failure: 'busy', retryAfter: 0 },
    ],
    [
      'F-R19 503 until nobody knows when',
      new Response('', { status: 503, headers: { 'retry-after': 'soon' } }),
      { failure: 'busy', retryAfter: undefined },
    ],
    ['500', new Response('', { status: 500 }), { failure: 'server' }],
    ['F-R17 XML', new Response('<Bundle/>'), { failure: 'unreadable' }],
    ['F-R29 JSON cut short', new Response('{"resourceType":"Bun'), { failure: 'unreadable' }],
    ['F-R18 no answer', undefined, { failure: 'unreachable' }],
  ])('ERR-07 tells %s apart', async (_name, response, error) => {
    answerRequests(response ? { [iss]: () => response } : {})
    await expect(request('Patient/p')).rejects.toMatchObject(error)
  })

  it('XSS-07 does not parse a body that is far too long', async () => {
    const endless = () => Promise.resolve(`{}${' '.repeat(64_000_000)}`)
    answerRequests({ [iss]: () => Object.assign(new Response(''), { text: endless }) })
    await expect(request('Patient/p')).rejects.toMatchObject({ failure: 'unreadable' })
  })

  it('F-R6 keeps the issues of an OperationOutcome, and no body in the message', async () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'fatal', code: 'required', details: { text: 'canary' } }],
    }
    answerRequests({ [iss]: () => Response.json(outcome, { status: 400 }) })
    const error: unknown = await request('Observation').catch((cause: unknown) => cause)
    expect(error).toMatchObject({ failure: 'rejected', issues: [{ severity: 'fatal' }] })
    expect(String(error)).not.toContain('canary')
  })

  it('REF-09 sends nothing once the session is over', async () => {
    const sent = answerRequests({ [iss]: () => Response.json({}) })
    const { request: over } = createFhirAccess(aSource({ getToken: () => undefined }))
    await expect(over('Patient/p')).rejects.toMatchObject({ failure: 'signed-out' })
    expect(sent).toEqual([])
  })

  /** A server that takes one token only, and a session that can get another. */
  function renewing(good: string, renewed: string | undefined) {
    let token = 'at-1'
    const onRejected = vi.fn<(token: string) => void>()
    const renew = vi.fn<TokenSource['renew']>(() => {
      if (renewed !== undefined) token = renewed
      return Promise.resolve(renewed !== undefined)
    })
    const sent = answerRequests({
      [iss]: ({ init }) =>
        new Headers(init.headers).get('authorization') === `Bearer ${good}`
          ? Response.json({})
          : Response.json('', { status: 401 }),
    })
    const { request: ask } = createFhirAccess(aSource({ getToken: () => token, renew, onRejected }))
    return { ask, sent, renew, onRejected }
  }

  it('REF-10 renews once after a 401 and asks once more', async () => {
    const { ask, sent, renew, onRejected } = renewing('at-2', 'at-2')
    await expect(ask('Patient/p')).resolves.toEqual({ body: {} })
    expect(renew.mock.calls).toEqual([['at-1']])
    expect(sent).toHaveLength(2)
    expect(onRejected).not.toHaveBeenCalled()
  })

  it('REF-10 does not loop where the new token is refused too, and says so', async () => {
    const { ask, sent, renew, onRejected } = renewing('at-9', 'at-2')
    await expect(ask('Patient/p')).rejects.toMatchObject({ failure: 'signed-out' })
    expect(sent).toHaveLength(2)
    expect(renew).toHaveBeenCalledTimes(1)
    expect(onRejected.mock.calls).toEqual([['at-2']])
  })

  it('REF-10 asks once where nothing can be renewed', async () => {
    const { ask, sent, onRejected } = renewing('at-2', undefined)
    await expect(ask('Patient/p')).rejects.toMatchObject({ failure: 'signed-out', status: 401 })
    expect(sent).toHaveLength(1)
    expect(onRejected.mock.calls).toEqual([['at-1']])
  })

  it('waits for a renewal no longer than its own request is wanted', async () => {
    answerRequests({ [iss]: () => Response.json('', { status: 401 }) })
    const abort = new AbortController()
    const { request: ask } = createFhirAccess(aSource({ renew: () => new Promise(() => {}) }))
    const asked = ask('Patient/p', abort.signal)
    setTimeout(() => abort.abort(new Error('left')), 5)
    await expect(asked).rejects.toThrow('left')
  })

  it('gives the reason of an aborted request', async () => {
    answerRequests({})
    const abort = new AbortController()
    abort.abort(new Error('left'))
    await expect(request('Patient/p', abort.signal)).rejects.toThrow('left')
  })
})
