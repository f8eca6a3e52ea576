import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findServer } from './issuer.ts'
import { readLaunchParameters } from './launch-parameters.ts'
import { readQuery } from './query.ts'
import { startLaunch } from './start-launch.ts'
import { startStandalone } from './start-standalone.ts'
import { answerRequests, appRoot, exampleServer, smartConfiguration } from './test-server.ts'

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('readQuery', () => {
  it('LAUNCH-02 gives back every value byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        fc.pre(!/[\uD800-\uDFFF]/.test(value))
        expect(readQuery(`?launch=${encodeURIComponent(value)}`).get('launch')).toEqual([value])
      }),
    )
  })

  it('LAUNCH-02 leaves a plus sign and a broken escape as they are', () => {
    expect(readQuery('?launch=a+b==&x=%zz').get('launch')).toEqual(['a+b=='])
    expect(readQuery('?launch=a&x=%zz').get('x')).toEqual(['%zz'])
  })
})

describe('readLaunchParameters', () => {
  it.each([
    ['', { kind: 'none' }],
    ['?utm=1', { kind: 'none' }],
    ['?iss=https://a/fhir&launch=x', { kind: 'ehr', iss: 'https://a/fhir', launch: 'x' }],
    ['?iss=https://a/fhir', { kind: 'incomplete', reason: 'launch missing' }],
    ['?launch=x', { kind: 'incomplete', reason: 'iss missing' }],
    ['?iss=&launch=x', { kind: 'incomplete', reason: 'iss missing' }],
    ['?iss=a&iss=b&launch=x', { kind: 'incomplete', reason: 'iss given more than once' }],
    ['?iss=a&launch=x&launch=x', { kind: 'incomplete', reason: 'launch given more than once' }],
    [
      '?fhirServiceUrl=a&patientId=1',
      { kind: 'overridden', names: ['fhirServiceUrl', 'patientId'] },
    ],
    ['?iss=a&launch=x&clientId=evil', { kind: 'overridden', names: ['clientId'] }],
    ['?iss=a&launch=x&key=k', { kind: 'overridden', names: ['key'] }],
  ])('LAUNCH-01 ISS-04 reads %s', (search, read) => {
    expect(readLaunchParameters(readQuery(search))).toEqual(read)
  })
})

describe('findServer', () => {
  const find = (iss: string) => findServer(iss, [exampleServer])?.id

  it.each([
    'https://ehr.example/api/FHIR/R4',
    'https://ehr.example/api/FHIR/R4/',
    'HTTPS://EHR.example/api/FHIR/R4',
    'https://ehr.example:443/api/FHIR/R4',
  ])('ISS-01 finds the server by %s', (iss) => {
    expect(find(iss)).toBe('example')
  })

  it.each([
    'https://ehr.example.evil.com/api/FHIR/R4',
    'https://ehr.example@evil.com/api/FHIR/R4',
    'https://evil.com/https://ehr.example/api/FHIR/R4',
    'https://ehr.example/api/FHIR/R4x',
    'https://ehr.example/api/FHIR/R4/../R4',
    'https://ehr.example/api/FHIR%2fR4',
    'https://ehr.example/api/fhir/R4',
    'https://ehr.example./api/FHIR/R4',
    'https://ehr.example:444/api/FHIR/R4',
    'http://ehr.example/api/FHIR/R4',
    'https://ehr.example/api/FHIR/R4//',
    'https://ehr.example/api/FHIR/R4?x=1',
    'https://ehr.example/api/FHIR/R4#x',
    'https:\\\\ehr.example/api/FHIR/R4',
    ' https://ehr.example/api/FHIR/R4',
    'javascript:alert(1)',
    '',
  ])('ISS-01 finds no server by %s', (iss) => {
    expect(find(iss)).toBeUndefined()
  })
})

describe('startLaunch', () => {
  const servers = () => Promise.resolve([exampleServer])
  const launch = (search: string) => startLaunch(readQuery(search), servers, appRoot)
  const valid = `?iss=${encodeURIComponent(exampleServer.iss)}&launch=l-1`

  it('leads an EHR launch to the authorization endpoint', async () => {
    answerRequests({ 'https://ehr.example': () => Response.json(smartConfiguration) })
    const address = (await launch(valid))?.address
    expect(address?.href).toMatch(/^https:\/\/ehr\.example\/oauth2\/authorize\?/)
    expect(address?.searchParams.get('launch')).toBe('l-1')
  })

  it('LAUNCH-07 leads nowhere without parameters', async () => {
    await expect(launch('')).resolves.toBeUndefined()
  })

  it.each([
    ['ISS-03 an unknown iss', '?iss=https%3A%2F%2Fevil.example%2Ffhir&launch=x', 'issuer-unknown'],
    ['ISS-04 an override', `${valid}&fhirServiceUrl=https://evil.example`, 'launch-overridden'],
    ['LAUNCH-01 no launch', `?iss=${exampleServer.iss}`, 'launch-incomplete'],
  ])('sends nothing at all for %s', async (_name, search, failure) => {
    const sent = answerRequests({})
    await expect(launch(search)).rejects.toMatchObject({ failure })
    expect(sent).toEqual([])
  })

  it('LAUNCH-03 forgets sessions that no open page shows, and keeps those that one does', async () => {
    answerRequests({ 'https://ehr.example': () => Response.json(smartConfiguration) })
    sessionStorage.setItem('chartside:left-behind:session', '{}')
    sessionStorage.setItem('chartside:still-open:session', '{}')
    vi.stubGlobal('navigator', {
      locks: { query: () => Promise.resolve({ held: [{ name: 'chartside:still-open' }] }) },
    })
    await launch(valid)
    expect(Object.keys(sessionStorage).filter((key) => key.endsWith(':session'))).toEqual([
      'chartside:still-open:session',
    ])
  })

  it('EMB-04 says so where the browser blocks storage', async () => {
    answerRequests({ 'https://ehr.example': () => Response.json(smartConfiguration) })
    vi.stubGlobal('sessionStorage', undefined)
    await expect(launch(valid)).rejects.toMatchObject({ failure: 'storage-blocked' })
  })
})

describe('startStandalone', () => {
  it('LAUNCH-05 asks without a launch parameter', async () => {
    answerRequests({ 'https://ehr.example': () => Response.json(smartConfiguration) })
    const { searchParams } = await startStandalone(exampleServer, appRoot)
    expect(searchParams.has('launch')).toBe(false)
    expect(searchParams.get('scope')?.split(' ')).toContain('launch/patient')
  })

  it('EMB-10 refuses to run inside a frame', async () => {
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window)
    await expect(startStandalone(exampleServer, appRoot)).rejects.toMatchObject({
      failure: 'framed-sign-in',
    })
  })
})
