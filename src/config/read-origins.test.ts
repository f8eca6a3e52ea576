import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'
import { toPlainOrigin } from './read-origins.ts'

const root = new URL('https://host.example/some/app/')
const server = {
  id: 'epic',
  name: 'Example Hospital',
  iss: 'https://ehr.example/api/FHIR/R4',
  clientId: 'app-1',
}
const fieldsAtFault = (json: object, appRoot = root) => {
  const reading = readConfig(json, appRoot)
  return reading.kind === 'invalid' ? reading.faults.map(({ field }) => field) : []
}

describe('origins in config.json', () => {
  it('EMB-01 CSP-02 are kept as they stand, for who may frame the app and what a server needs', () => {
    const frameAncestors = ['https://ehr.example', 'https://ehr.example:8443']
    const origins = ['https://login.ehr.example']
    expect(readConfig({ servers: [{ ...server, origins }], frameAncestors }, root)).toMatchObject({
      config: { frameAncestors, servers: [{ origins }] },
    })
  })

  it.each([
    'ehr.example',
    'http://ehr.example',
    'http://localhost:5181',
    'https://ehr.example/app',
    'https://ehr.example/?a',
    'https://ehr.example/#a',
    'https://someone@ehr.example',
    'https://*.ehr.example',
    'https://*',
    "https://ehr.example;script-src'none'",
    'https://a.example,https://b.example',
    'https://[::1]',
    '*',
    "'self'",
    7,
  ])('EMB-01 refuse %j, naming its place', (one) => {
    const frameAncestors = ['https://ehr.example', one]
    expect(fieldsAtFault({ servers: [], frameAncestors })).toEqual(['frameAncestors[1]'])
    expect(fieldsAtFault({ servers: [{ ...server, origins: [one] }] })).toEqual([
      'servers[0].origins[0]',
    ])
  })

  it('are lists', () => {
    expect(fieldsAtFault({ servers: [], frameAncestors: 'https://ehr.example' })).toEqual([
      'frameAncestors',
    ])
  })

  it('may be http on this machine, while the app is on this machine too', () => {
    const config = { servers: [], frameAncestors: ['http://localhost:5181'] }
    expect(fieldsAtFault(config, new URL('http://localhost:5180/'))).toEqual([])
  })
})

it('CSP-01 knows no origin where a host name would say more than one in a policy', () => {
  expect(toPlainOrigin(new URL('https://a.example:8443/fhir'))).toBe('https://a.example:8443')
  for (const address of ['https://a;b/', 'https://a,b/', "https://'a'/", 'https://$a/'])
    expect(toPlainOrigin(new URL(address))).toBeUndefined()
})
