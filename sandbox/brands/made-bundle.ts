import { createNames, createNumbers } from './made-names.ts'

const extension = 'http://hl7.org/fhir/StructureDefinition/'

/** Names that somebody hostile could have put into a bundle. */
export const hostileNames = [
  '<img src=x onerror=alert(1)> Hospital',
  '__proto__ Medical Center',
  'constructor',
  '\u202Elatipsoh\u202C Reversed',
] as const

/** Where a made organization's own server is. */
export const addressOf = (number: number) =>
  `https://ehr${number}.hospital.example/interconnect/api/FHIR/R4/`

const urn = (kind: string, number: number) =>
  `urn:uuid:00000000-0000-4000-${kind}-${String(number).padStart(12, '0')}`

/**
 * Makes a bundle of User-access Brands in the shape in which Epic publishes its own: a collection whose entries refer to
 * one another by `urn:uuid:`, brands with an endpoint and a portal, and many locations that are part of a brand and
 * have neither. All names are made up, and always the same ones. `addresses` are those of the first brands, in place of
 * made ones.
 */
export function makeBrandBundle(
  count: number,
  brandCount: number,
  addresses: readonly string[] = [],
): { resourceType: 'Bundle'; type: 'collection'; timestamp: string; entry: object[] } {
  const names = createNames(createNumbers(2_026))
  const entry: object[] = []
  const brandNames: string[] = []
  for (let number = 0; number < brandCount; number++) {
    const name = hostileNames[number - 1] ?? `${names.first()} ${names.kind()}`
    brandNames.push(name)
    entry.push(
      makeEndpoint(number, name, addresses[number] ?? addressOf(number)),
      makeBrand(number, name, names),
    )
  }
  for (let number = brandCount; number < count; number++) {
    const brand = number % brandCount
    const name =
      // Some are called by their brand.
      (number + Math.floor(number / brandCount)) % 5 === 0
        ? `${brandNames[brand] ?? ''} – ${names.town()}`
        : `${names.first()} ${names.kind()}`
    entry.push(makeLocation(number, name, brand, names))
  }
  return { resourceType: 'Bundle', type: 'collection', timestamp: '2026-08-30T06:00:00Z', entry }
}

type Names = ReturnType<typeof createNames>

function makeAddress(names: Names): object {
  return {
    line: ['1 Main Street'],
    city: names.town(),
    state: names.state(),
    postalCode: names.postalCode(),
    country: 'USA',
  }
}

function makeEndpoint(number: number, name: string, address: string): object {
  return {
    fullUrl: urn('a000', number),
    resource: {
      resourceType: 'Endpoint',
      id: urn('a000', number).slice(9),
      extension: [{ url: `${extension}endpoint-fhir-version`, valueCode: '4.0.1' }],
      status: 'active',
      connectionType: {
        system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
        code: 'hl7-fhir-rest',
      },
      name,
      managingOrganization: { identifier: { value: String(number) }, display: name },
      contact: [{ system: 'url', value: 'https://vendor.example' }],
      payloadType: [{ coding: [{ code: 'none' }] }],
      address,
    },
  }
}

function makeBrand(number: number, name: string, names: Names): object {
  const endpoint = { reference: urn('a000', number) }
  return {
    fullUrl: urn('b000', number),
    resource: {
      resourceType: 'Organization',
      id: urn('b000', number).slice(9),
      extension: [
        {
          url: `${extension}organization-brand`,
          extension: [{ url: 'brandLogo', valueUrl: 'https://logos.example/logo.svg' }],
        },
        {
          url: `${extension}organization-portal`,
          extension: [
            { url: 'portalName', valueString: 'MyChart' },
            { url: 'portalUrl', valueUrl: 'https://portal.example' },
            { url: 'portalEndpoint', valueReference: endpoint },
          ],
        },
      ],
      identifier: [{ system: 'urn:ietf:rfc:3986', value: `https://hospital${number}.example` }],
      active: true,
      name,
      ...(number % 4 === 0 ? { alias: [`${names.town()} Health Partners`] } : {}),
      telecom: [{ system: 'url', value: `https://hospital${number}.example` }],
      address: [makeAddress(names), ...(number % 7 === 0 ? [makeAddress(names)] : [])],
      endpoint: [endpoint],
    },
  }
}

/** A location; some lack an address, or all of it but the state. */
function makeLocation(number: number, name: string, brand: number, names: Names): object {
  const address = number % 31 === 0 ? [{ state: names.state() }] : [makeAddress(names)]
  return {
    fullUrl: urn('c000', number),
    resource: {
      resourceType: 'Organization',
      id: urn('c000', number).slice(9),
      active: true,
      name,
      ...(number % 47 === 0 ? {} : { address }),
      partOf: { reference: urn('b000', brand) },
    },
  }
}
