import { canonicalIssuer } from '../../src/config/issuer-address.ts'
import { firstFew } from './first-few.ts'
import type { BrandSource, ListedServer } from './list-organizations.ts'
import { findOwnBundles, type OwnBundle } from './own-bundles.ts'
import type { Brand } from './read-bundle.ts'
import type { NamedSource } from './write-shards.ts'

/** A source that was read, and how the index names it. */
export type ReadSource = BrandSource & { readonly named: NamedSource }

type Named = Extract<OwnBundle, { kind: 'named' }>

/**
 * Reads the bundles that servers name as their own, each address once: a vendor's may be named by hundreds. What was
 * given as a source isn't read again. Of each bundle only what leads to the server that named it is kept. One that
 * can't be read is said, and leaves what others say of its servers.
 *
 * @param given the sources that are read already, by their addresses
 * @returns a source for each server, and how the index names what was read for them
 */
export async function readOwnBundles(
  servers: readonly ListedServer[],
  given: readonly ReadSource[],
  read: (address: string) => Promise<ReadSource>,
  write: (line: string) => void,
): Promise<{ readonly sources: readonly BrandSource[]; readonly named: readonly NamedSource[] }> {
  const own = await findOwnBundles(servers)
  const silent = own.flatMap(({ kind, server }) => (kind === 'unanswered' ? [server.id] : []))
  if (silent.length > 0)
    write(`${silent.length} servers gave no SMART configuration: ${firstFew(silent)}`)
  const sources: BrandSource[] = []
  const named: NamedSource[] = []
  const asking = own.filter((one): one is Named => one.kind === 'named')
  for (const address of new Set(asking.map((one) => one.address))) {
    const those = asking.filter((one) => one.address === address)
    const known = given.find((source) => source.named.name === address)
    if (known) {
      sources.push(...toSources(known, those))
      continue
    }
    try {
      const source = await read(address)
      sources.push(...toSources(source, those))
      named.push(source.named)
    } catch (error) {
      write(error instanceof Error ? error.message : String(error))
    }
  }
  return { sources, named }
}

function toSources({ reading }: BrandSource, named: readonly Named[]): BrandSource[] {
  const brandsOf = new Map(
    named.map(({ server }) => [canonicalIssuer(server.iss), new Set<Brand>()]),
  )
  for (const brand of reading.brands)
    for (const { endpoint } of brand.endpoints)
      brandsOf.get(canonicalIssuer(endpoint.address))?.add(brand)
  return named.map(({ server, brand }) => ({
    reading: { brands: [...(brandsOf.get(canonicalIssuer(server.iss)) ?? [])] },
    ownOf: server.id,
    ownBrand: brand,
  }))
}
