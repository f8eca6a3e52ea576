import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'
import { defaultScope } from './server-config.ts'

const root = new URL('https://host.example/some/app/')
const server = {
  id: 'epic',
  name: 'Example Hospital',
  iss: 'https://ehr.example/api/FHIR/R4',
  clientId: 'app-1',
}
const readServer = (part: object) => readConfig({ servers: [{ ...server, ...part }] }, root)
const inEither = (scope: string) => ({ v1: scope, v2: scope })
const faultsOf = (json: unknown) => {
  const reading = readConfig(json, root)
  return reading.kind === 'invalid' ? reading.faults : []
}

describe('readConfig', () => {
  it('fills in the documented defaults', () => {
    expect(readServer({})).toEqual({
      kind: 'valid',
      config: {
        servers: [
          {
            id: 'epic',
            name: 'Example Hospital',
            iss: 'https://ehr.example/api/FHIR/R4',
            standalone: { clientId: 'app-1', scope: defaultScope.standalone },
            ehr: { clientId: 'app-1', scope: defaultScope.ehr },
            redirectUri: 'https://host.example/some/app/callback/',
            issuer: undefined,
            patientFromFhirUser: false,
            patientSearch: false,
            observations: { categories: [], bareCodes: false, pageSize: 1000, maxPages: 500 },
            origins: [],
            isReady: true,
          },
        ],
        idleMinutes: undefined,
        frameAncestors: [],
        directory: false,
        languages: ['en', 'es', 'de'],
        withoutSignIn: true,
      },
    })
  })

  it('lets a hospital take away what needs no sign-in, and takes nothing else for a switch', () => {
    const read = (withoutSignIn: unknown) => readConfig({ servers: [], withoutSignIn }, root)
    expect(read(false)).toMatchObject({ kind: 'valid', config: { withoutSignIn: false } })
    expect(read('no')).toMatchObject({ kind: 'invalid', faults: [{ field: 'withoutSignIn' }] })
  })

  it('AUTHZ-09 SCOPE-06 asks for one patient, named types, reading and searching alone', () => {
    const scopes = Object.values(defaultScope).flatMap(({ v1, v2 }) => `${v1} ${v2}`.split(' '))
    const resources = scopes.filter((scope) => scope.includes('/') && scope !== 'launch/patient')
    expect(new Set(resources)).toEqual(
      new Set([
        'patient/Patient.rs',
        'patient/Observation.rs',
        'patient/Patient.read',
        'patient/Observation.read',
      ]),
    )
  })

  it.each(['v1', 'v2'] as const)(
    'SCOPE-07 asks every server in syntax %s where told so',
    (scopeSyntax) => {
      const scope = inEither(defaultScope.standalone[scopeSyntax])
      expect(readServer({ scopeSyntax })).toMatchObject({
        config: {
          servers: [
            { standalone: { scope }, ehr: { scope: inEither(defaultScope.ehr[scopeSyntax]) } },
          ],
        },
      })
      expect(readServer({ scopeSyntax, scope: 'openid' })).toMatchObject({
        config: { servers: [{ standalone: { scope: inEither('openid') } }] },
      })
    },
  )

  it('IDT-02 TOK-08 takes the issuer to the letter, and where else the patient may be named', () => {
    const issuer = 'https://EHR.example/oauth2/'
    expect(readServer({ issuer, patientFromFhirUser: true })).toMatchObject({
      config: { servers: [{ issuer, patientFromFhirUser: true }] },
    })
  })

  it('MIX-01 refuses two servers that share a redirect address, and says what to write', () => {
    const second = { ...server, id: 'second', iss: 'https://second.example/fhir' }
    const [fault] = faultsOf({ servers: [server, second] })
    expect(fault?.field).toBe('servers[1].redirectUri')
    expect(fault?.message).toContain('"redirectUri": "callback/second/"')
    const apart = { ...second, redirectUri: 'callback/second/' }
    expect(readConfig({ servers: [server, apart] }, root).kind).toBe('valid')
  })

  it('REF-01 asks for no refresh token unless the configuration does', () => {
    expect(JSON.stringify(readServer({}))).not.toMatch(/offline_access|online_access/)
    expect(JSON.stringify(readServer({ scope: 'openid offline_access' }))).toMatch(/offline_access/)
  })

  it('ISS-02 keeps iss to the letter', () => {
    const iss = 'https://EHR.example:443/r4/Tenant/'
    expect(readServer({ iss })).toMatchObject({ config: { servers: [{ iss }] } })
  })

  it('LAUNCH-04 asks for launch in every EHR launch, whatever the scope says', () => {
    expect(readServer({ scope: 'openid launch/patient patient/*.rs' })).toMatchObject({
      config: {
        servers: [
          {
            standalone: { scope: inEither('openid launch/patient patient/*.rs') },
            ehr: { scope: inEither('launch openid patient/*.rs') },
          },
        ],
      },
    })
    expect(readServer({ ehr: { scope: 'openid', clientId: 'other' } })).toMatchObject({
      config: { servers: [{ ehr: { clientId: 'other', scope: inEither('launch openid') } }] },
    })
  })

  it.each(['callback/epic/', 'https://host.example/some/app/callback/epic/'])(
    'URL-01 takes the redirect address %s',
    (redirectUri) => {
      expect(readServer({ redirectUri })).toMatchObject({
        config: { servers: [{ redirectUri: 'https://host.example/some/app/callback/epic/' }] },
      })
    },
  )

  it('knows a client id that is still to be filled in', () => {
    expect(readServer({ clientId: '<your client id>' })).toMatchObject({
      config: { servers: [{ isReady: false }] },
    })
  })

  it.each([
    [null, 'config.json'],
    [[], 'config.json'],
    [{}, 'servers'],
    [{ servers: {} }, 'servers'],
    [{ servers: [7] }, 'servers[0]'],
    [{ servers: [], idle: 5 }, 'idle'],
    [{ servers: [], idleMinutes: 1 }, 'idleMinutes'],
    [{ servers: [], idleMinutes: '15' }, 'idleMinutes'],
    [{ servers: [], idleMinutes: 241 }, 'idleMinutes'],
    [{ servers: [], directory: 'brands' }, 'directory'],
    [{ servers: [server, { ...server, iss: undefined }] }, 'servers[1].iss'],
    [{ servers: [server, server] }, 'servers'],
  ])('names the field at fault in %j', (json, field) => {
    expect(faultsOf(json).map((fault) => fault.field)).toContain(field)
  })

  it.each<[object, string]>([
    [{ id: undefined }, 'id'],
    [{ id: '../x' }, 'id'],
    [{ name: ' ' }, 'name'],
    [{ clientId: 5 }, 'clientId'],
    [{ iss: 'ehr.example/fhir' }, 'iss'],
    [{ iss: 'http://ehr.example/fhir' }, 'iss'],
    [{ iss: 'http://localhost:5181/fhir' }, 'iss'],
    [{ iss: 'https://ehr.example/fhir?x=1' }, 'iss'],
    [{ iss: 'https://me@ehr.example/fhir' }, 'iss'],
    [{ scope: '' }, 'scope'],
    [{ scope: ['openid'] }, 'scope'],
    [{ ehr: 'launch' }, 'ehr'],
    [{ ehr: { scop: 'launch' } }, 'ehr.scop'],
    [{ redirectUri: 'https://other.example/callback/' }, 'redirectUri'],
    [{ redirectUri: 'callback/?x=1' }, 'redirectUri'],
    [{ redirectURI: 'callback/' }, 'redirectURI'],
    [{ scopeSyntax: 'v3' }, 'scopeSyntax'],
    [{ issuer: 'http://ehr.example/oauth2' }, 'issuer'],
    [{ issuer: 'hospital' }, 'issuer'],
    [{ patientFromFhirUser: 'yes' }, 'patientFromFhirUser'],
    [{ observations: [] }, 'observations'],
    [{ observations: { pagesize: 5 } }, 'observations.pagesize'],
    [{ observations: { pageSize: 0 } }, 'observations.pageSize'],
    [{ observations: { maxPages: '9' } }, 'observations.maxPages'],
    [{ observations: { bareCodes: 1 } }, 'observations.bareCodes'],
    [{ observations: { categories: {} } }, 'observations.categories'],
    [{ observations: { categories: ['LDA'] } }, 'observations.categories[0]'],
    [
      { observations: { categories: [{ code: 'a b', title: 'A' }] } },
      'observations.categories[0].code',
    ],
    [{ observations: { categories: [{ code: 'LDA' }] } }, 'observations.categories[0].title'],
    [
      { observations: { categories: [{ code: 'LDA', title: 'L', system: 'a|b' }] } },
      'observations.categories[0].system',
    ],
  ])('names the field at fault in a server with %j', (part, field) => {
    expect(faultsOf({ servers: [{ ...server, ...part }] }).map((fault) => fault.field)).toEqual([
      `servers[0].${field}`,
    ])
  })

  it.each(['clientSecret', 'client_secret', 'privateKey', 'password'])(
    'AUTHZ-10 refuses %s and explains why',
    (name) => {
      const [fault] = faultsOf({ servers: [{ ...server, [name]: 'x' }] })
      expect(fault?.field).toBe(`servers[0].${name}`)
      expect(fault?.message).toMatch(/public, so nothing in it is secret/)
    },
  )

  it('OBS-01 takes what a server says of its Observations, and fills in the rest', () => {
    const categories = [{ code: 'LDA', title: 'Lines, drains and airways' }]
    const reading = readConfig(
      { servers: [{ ...server, observations: { categories, pageSize: 200 } }] },
      root,
    )
    expect(reading).toMatchObject({
      config: {
        servers: [
          {
            observations: {
              categories: [{ ...categories[0], system: '' }],
              bareCodes: false,
              pageSize: 200,
              maxPages: 500,
            },
          },
        ],
      },
    })
  })

  it.each([0, 2, 240])('END-06 takes idleMinutes %s', (idleMinutes) => {
    expect(readConfig({ servers: [], idleMinutes }, root)).toMatchObject({
      config: { idleMinutes },
    })
  })

  it('takes http on this machine while the app itself runs on this machine', () => {
    const local = readConfig(
      { servers: [{ ...server, iss: 'http://localhost:5181/fhir' }] },
      new URL('http://127.0.0.1:5180/'),
    )
    expect(local.kind).toBe('valid')
  })

  it('lets comments be', () => {
    expect(readConfig({ $schema: 'x', servers: [{ ...server, _note: 'x' }] }, root).kind).toBe(
      'valid',
    )
  })
})
