import { describe, expect, it } from 'vitest'
import { buildShards } from '../../src/directory/build-shards.ts'
import { listOrganizations } from './list-organizations.ts'
import type { Brand, BundleReading } from './read-bundle.ts'
import { Tally } from './tally.ts'

const server = (id: string) => ({ id, name: `Server ${id}`, iss: `https://${id}.example/r4` })
const brand = (name: string, addresses: readonly string[], part: Partial<Brand> = {}): Brand => ({
  name,
  partOf: undefined,
  aliases: [],
  places: [],
  identifiers: [],
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

  it('ISS-07 puts the brand first that a server says it is', () => {
    const a = ['https://a.example/r4']
    const own = reading(
      brand('Annex', a),
      brand('Main', a, { hasOwnEndpoints: false, identifiers: ['urn:x|main'] }),
    )
    const listOwn = (ownBrand: string | undefined) =>
      namesOf(listOrganizations([{ reading: own, ownOf: 'a', ownBrand }], [server('a')]))
    expect(listOwn('urn:x|main')).toEqual(['Main → a', 'Annex → a'])
    expect(listOwn('urn:x|none')).toEqual(['Annex → a', 'Main → a'])
    expect(listOwn(undefined)).toEqual(['Annex → a', 'Main → a'])
  })

  it('makes one of two that look the same, found by what either is found by', () => {
    const at = (city: string) => ({ city, state: '', postalCode: '' })
    const places = ['A', 'B', 'C', 'D'].map(at)
    const twin = (city: string, alias: string) =>
      brand('City', ['https://a.example/r4'], {
        places: [...places, at(city)],
        aliases: ['W', 'X', 'Y', 'Z', alias],
      })
    const { listed } = listOrganizations(
      [{ reading: reading(twin('Salem', 'Old'), twin('Lynn', 'Older')) }],
      [server('a')],
    )
    expect(listed).toHaveLength(1)
    expect(listed[0]?.furtherWords).toEqual(['salem', 'lynn'])
    expect(listed[0]?.furtherNames).toEqual(['old', 'older'])
  })

  it('shows fewer places where letters of four bytes would overfill a shard, and finds by all', () => {
    const wide = (letter: string) => letter.repeat(120)
    const places = ['𐐀', '𐐁', '𐐂', '𐐃', '𐐄'].map((letter) => ({
      city: wide(letter),
      state: wide(letter),
      postalCode: wide(letter),
    }))
    const { listed } = listOrganizations(
      [
        {
          reading: reading(
            brand('𐐀'.repeat(200), ['https://a.example/r4'], {
              partOf: '𐐁'.repeat(200),
              aliases: ['𐐂', '𐐃', '𐐄', '𐐅'].map(wide),
              places,
            }),
          ),
        },
      ],
      [server('a')],
    )
    const { shards } = buildShards(listed)
    for (const text of shards.values()) expect(Buffer.byteLength(text)).toBeLessThan(4_801)
    const [one] = listed
    expect(one?.organization.places.length).toBeGreaterThan(0)
    expect((one?.organization.places.length ?? 0) + (one?.organization.furtherPlaces ?? 0)).toBe(5)
    expect(one?.furtherWords).toContain('𐐬'.repeat(24))
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
