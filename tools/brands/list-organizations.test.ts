import { describe, expect, it } from 'vitest'
import { listOrganizations } from './list-organizations.ts'
import type { Brand, BundleReading } from './read-bundle.ts'
import { Tally } from './tally.ts'

const server = (id: string) => ({ id, name: `Server ${id}`, iss: `https://${id}.example/r4` })
const brand = (name: string, addresses: readonly string[], part: Partial<Brand> = {}): Brand => ({
  name,
  partOf: undefined,
  aliases: [],
  places: [],
  hasOwnEndpoints: true,
  endpoints: addresses.map((address) => ({ endpoint: { address, isR4: true } })),
  ...part,
})
const reading = (...brands: Brand[]): BundleReading => ({
  timestamp: undefined,
  brands,
  endpoints: [],
  leftOut: new Tally(),
})
const namesOf = ({ listed }: ReturnType<typeof listOrganizations>) =>
  listed.map(({ organization }) => `${organization.name} → ${organization.serverId}`)

describe('listOrganizations', () => {
  it('ISS-06 lists an organization only where its server is configured, compared as issuers are', () => {
    const listing = listOrganizations(
      [
        {
          reading: reading(
            brand('Same', ['https://A.example:443/r4/']),
            brand('Other path', ['https://a.example/R4']),
            brand('Not as plain', ['https://a.example/x/../r4']),
            brand('Someone', ['https://a.example.evil.example/r4']),
          ),
        },
      ],
      [server('a')],
    )
    expect(namesOf(listing)).toEqual(['Same → a'])
    expect(listing.unreachable).toBe(3)
    expect(listing.missing.map(({ name }) => name)).toEqual([
      'Other path',
      'Not as plain',
      'Someone',
    ])
  })

  it('puts those with a server of their own first, each by name, and every configured server', () => {
    const listing = listOrganizations(
      [
        {
          reading: reading(
            brand('Zebra', ['https://a.example/r4'], { hasOwnEndpoints: false }),
            brand('Éclair', ['https://a.example/r4']),
            brand('Echo', ['https://a.example/r4']),
            brand('Aspen', ['https://a.example/r4'], { hasOwnEndpoints: false }),
            brand('Echo', ['https://a.example/r4']),
          ),
        },
      ],
      [server('a'), server('b')],
    )
    expect(namesOf(listing)).toEqual([
      'Echo → a',
      'Éclair → a',
      'Server b → b',
      'Aspen → a',
      'Zebra → a',
    ])
    expect(listing.unnamed).toEqual(['b'])
  })

  it('ISS-07 lets the bundle that a server names as its own go before others, for that server alone', () => {
    const vendor = reading(
      brand('Old name', ['https://a.example/r4']),
      brand('Neighbour', ['https://b.example/r4']),
    )
    const own = reading(
      brand('New name', ['https://a.example/r4']),
      brand('Neighbour, it says', ['https://b.example/r4']),
    )
    const servers = [server('a'), server('b')]
    const listing = listOrganizations([{ reading: vendor }, { reading: own, ownOf: 'a' }], servers)
    expect(namesOf(listing)).toEqual(['Neighbour → b', 'New name → a'])
    const empty = listOrganizations(
      [{ reading: vendor }, { reading: reading(), ownOf: 'a' }],
      servers,
    )
    expect(namesOf(empty)).toEqual(['Neighbour → b', 'Old name → a'])
  })

  it('offers each way in of an organization that has several, by what tells them apart', () => {
    const ways = ['https://a.example/r4', 'https://b.example/r4']
    const { listed } = listOrganizations(
      [{ reading: reading(brand('City', ways)) }],
      [server('a'), server('b')],
    )
    expect(listed.map(({ organization }) => organization.portal)).toEqual(['Server a', 'Server b'])
  })

  it('finds an organization by places that it doesn’t show', () => {
    const places = Array.from({ length: 9 }, (_, number) => ({
      city: `Town${number}`,
      state: 'MA',
      postalCode: '',
    }))
    const [one] = listOrganizations(
      [{ reading: reading(brand('City', ['https://a.example/r4'], { places })) }],
      [server('a')],
    ).listed
    expect(one?.organization.places).toHaveLength(4)
    expect(one?.organization.furtherPlaces).toBe(5)
    expect(one?.furtherWords).toContain('town8')
  })
})
