import { describe, expect, it } from 'vitest'
import { hostileNames, makeBrandBundle } from '../../sandbox/brands/made-bundle.ts'
import { readBundle } from './read-bundle.ts'

const endpoint = (part: object = {}) => ({
  resource: {
    resourceType: 'Endpoint',
    id: 'e1',
    status: 'active',
    address: 'https://ehr.example/r4',
    ...part,
  },
})
const organization = (part: object = {}) => ({
  resource: {
    resourceType: 'Organization',
    id: 'o1',
    name: 'City Hospital',
    endpoint: [{ reference: 'Endpoint/e1' }],
    ...part,
  },
})
const read = (...entry: unknown[]) =>
  readBundle(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))

describe('readBundle', () => {
  it("ISS-06 reads a bundle in Epic's shape: locations are reached by the brand they are part of", () => {
    const { brands, endpoints, timestamp, leftOut } = readBundle(
      JSON.stringify(makeBrandBundle(100, 10)),
    )
    expect(timestamp).toBe('2026-08-30T06:00:00Z')
    expect(brands).toHaveLength(100)
    expect(endpoints).toHaveLength(10)
    expect(leftOut.lines()).toEqual([])
    expect(brands.filter(({ hasOwnEndpoints }) => hasOwnEndpoints)).toHaveLength(10)
    for (const brand of brands) expect(brand.endpoints).toHaveLength(1)
    const [first, second] = brands
    expect(second?.name).toBe(hostileNames[0])
    expect(first?.endpoints[0]?.portal).toBe('MyChart')
    expect(brands.find((brand) => !brand.hasOwnEndpoints)?.partOf).toBe(first?.name)
  })

  it('reads what a portal alone says of its endpoint, and the name of that portal', () => {
    const portal = (name: string, reference: string) => ({
      url: 'http://hl7.org/fhir/StructureDefinition/organization-portal',
      extension: [
        { url: 'portalName', valueString: name },
        { url: 'portalEndpoint', valueReference: { reference } },
      ],
    })
    const { brands } = read(
      endpoint(),
      endpoint({ id: 'e2', address: 'https://second.example/r4' }),
      organization({
        endpoint: undefined,
        extension: [portal('Adults', 'Endpoint/e1'), portal('Children', 'Endpoint/e2')],
      }),
    )
    expect(brands[0]?.endpoints.map(({ portal: name }) => name)).toEqual(['Adults', 'Children'])
  })

  it('counts and names what it can’t use, and keeps the rest', () => {
    const { brands, leftOut } = read(
      null,
      'x',
      { resource: { resourceType: 'Patient', id: 'p' } },
      endpoint(),
      endpoint({ id: 'e2', address: 'no address', name: 'Nowhere' }),
      endpoint({ id: 'e3', status: 'off', address: 'https://off.example/r4' }),
      organization(),
      organization({ id: 'o2', name: ' ' }),
      organization({ id: 'o3', name: 'Closed', active: false }),
      organization({ id: 'o4', name: 'Lost', endpoint: [{ reference: 'Endpoint/e3' }] }),
      organization({ id: 'o5', name: 7, alias: 'x', address: 'x', endpoint: {} }),
    )
    expect(brands.map(({ name }) => name)).toEqual(['City Hospital', 'Lost'])
    expect(leftOut.lines()).toEqual([
      '1 entries that are neither Organization nor Endpoint: Patient/p',
      '1 endpoints without an address: Nowhere',
      '1 endpoints that are not in use or not FHIR: https://off.example/r4',
      '2 organizations without a name: o2, o5',
      '1 organizations that are not active: Closed',
      '1 organizations that lead to no usable endpoint: Lost',
    ])
  })

  it('follows organizations that are part of one another no further than they lead', () => {
    const { brands } = read(
      organization({ endpoint: [], partOf: { reference: 'Organization/o2' } }),
      organization({ id: 'o2', endpoint: [], partOf: { reference: 'Organization/o1' } }),
    )
    expect(brands.map(({ endpoints }) => endpoints)).toEqual([[], []])
  })

  it('follows an address to an entry that has none itself, and to a version of one', () => {
    const base = 'https://brands.example/fhir'
    const { brands } = read(
      endpoint(),
      organization({ name: 'By address', endpoint: [{ reference: `${base}/Endpoint/e1` }] }),
      organization({ name: 'By version', endpoint: [{ reference: 'Endpoint/e1/_history/1' }] }),
      organization({ name: 'Both', endpoint: [{ reference: `${base}/Endpoint/e1/_history/2` }] }),
      organization({ name: 'Another', endpoint: [{ reference: `${base}/Endpoint/e2` }] }),
    )
    expect(brands.map(({ endpoints }) => endpoints.length)).toEqual([1, 1, 1, 0])
    const elsewhere = read(
      { ...endpoint(), fullUrl: 'https://other.example/fhir/Endpoint/e1' },
      organization({ endpoint: [{ reference: `${base}/Endpoint/e1` }] }),
      organization({ endpoint: [{ reference: 'https://other.example/fhir/Endpoint/e1' }] }),
    )
    expect(elsewhere.brands.map(({ endpoints }) => endpoints.length)).toEqual([0, 1])
  })

  it('takes neither name nor endpoint of a parent that is not active', () => {
    const { brands } = read(
      endpoint(),
      organization({ name: 'Closed', active: false }),
      organization({
        id: 'o2',
        name: 'Annex',
        endpoint: [],
        partOf: { reference: 'Organization/o1' },
      }),
    )
    expect(brands).toMatchObject([{ name: 'Annex', partOf: undefined, endpoints: [] }])
  })

  it('takes members called __proto__ for what they are', () => {
    const { brands } = readBundle(
      `{"resourceType":"Bundle","__proto__":{"polluted":true},"entry":[${JSON.stringify(endpoint())},{"fullUrl":"__proto__","resource":{"resourceType":"Organization","id":"__proto__","name":"__proto__","endpoint":[{"reference":"Endpoint/e1"}],"partOf":{"reference":"__proto__"}}}]}`,
    )
    expect(brands[0]).toMatchObject({ name: '__proto__', partOf: undefined })
    expect(brands[0]?.endpoints).toHaveLength(1)
    expect('polluted' in {}).toBe(false)
  })

  it.each([
    ['{"resourceType":"Bundle","entry":[', 'is not JSON, or was cut off'],
    ['[]', 'is not JSON, or was cut off'],
    ['{"resourceType":"OperationOutcome"}', 'is not a FHIR Bundle, but OperationOutcome'],
    ['{"resourceType":"Bundle","entry":{}}', 'holds no Organization'],
  ])('refuses %j', (text, message) => {
    expect(() => readBundle(text)).toThrow(message)
  })

  it.each([
    ['4.0.1', true],
    ['1.0.2', false],
  ])('knows whether FHIR %s is R4', (valueCode, isR4) => {
    const url = 'http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version'
    const { endpoints } = read(endpoint({ extension: [{ url, valueCode }] }), organization())
    expect(endpoints[0]?.isR4).toBe(isR4)
  })
})
