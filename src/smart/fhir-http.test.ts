import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { confine, createFhirRequest } from './fhir-http.ts'
import { answerRequests } from './test-server.ts'
import { exampleStored } from './test-session.ts'

const iss = 'https://ehr.example/api/fhir'
const stored = exampleStored({ iss })
const request = createFhirRequest(stored)

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

describe('createFhirRequest', () => {
  it('LEAK-04 LEAK-09 sends the token as a header alone, and asks for FHIR JSON', async () => {
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
    ['500', new Response('', { status: 500 }), { failure: 'server' }],
    ['F-R17 XML', new Response('<Bundle/>'), { failure: 'unreadable' }],
    ['F-R29 JSON cut short', new Response('{"resourceType":"Bun'), { failure: 'unreadable' }],
    ['F-R18 no answer', undefined, { failure: 'unreachable' }],
  ])('ERR-07 tells %s apart', async (_name, response, error) => {
    answerRequests(response ? { [iss]: () => response } : {})
    await expect(request('Patient/p')).rejects.toMatchObject(error)
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
    vi.useFakeTimers({ now: stored.session.expiresAt })
    await expect(request('Patient/p')).rejects.toMatchObject({ failure: 'signed-out' })
    expect(sent).toEqual([])
  })

  it('gives the reason of an aborted request', async () => {
    answerRequests({})
    const abort = new AbortController()
    abort.abort(new Error('left'))
    await expect(request('Patient/p', abort.signal)).rejects.toThrow('left')
  })
})
