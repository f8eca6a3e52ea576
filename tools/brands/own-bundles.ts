import { toBaseUrl } from '../../src/fhir/base-url.ts'
import { parseJson, toObject, toText } from '../../src/fhir/json.ts'
import { createLimiter } from '../../src/fhir/limiter.ts'
import { readIdentifier } from './read-parts.ts'
import type { ListedServer } from './list-organizations.ts'

/** What a server's configuration says of its own bundle. */
export type OwnBundle =
  | {
      readonly kind: 'named'
      readonly server: ListedServer
      readonly address: string
      /** `system|value` of its own brand in that bundle, where it says so. */
      readonly brand: string | undefined
    }
  | { readonly kind: 'none' | 'unanswered'; readonly server: ListedServer }

const atATime = 8
const timeoutMs = 20_000

/**
 * Asks each server for `user_access_brand_bundle` in its SMART configuration: what that bundle says of a server goes
 * before what a vendor's says (ISS-07; SMART App Launch 2.2, "Metadata in .well-known/smart-configuration"). Addresses
 * that aren't https are none.
 */
export async function findOwnBundles(servers: readonly ListedServer[]): Promise<OwnBundle[]> {
  const limit = createLimiter(atATime)
  return Promise.all(servers.map((server) => limit(() => ask(server))))
}

async function ask(server: ListedServer): Promise<OwnBundle> {
  try {
    const address = `${toBaseUrl(server.iss)}.well-known/smart-configuration`
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const configuration = response.ok ? toObject(parseJson(await response.text())) : undefined
    if (!configuration) return { kind: 'unanswered', server }
    const bundle = toText(configuration['user_access_brand_bundle'])?.trim()
    // A server elsewhere has nothing to say of this machine.
    if (bundle === undefined || !URL.canParse(bundle) || new URL(bundle).protocol !== 'https:')
      return { kind: 'none', server }
    const brand = readIdentifier(toObject(configuration['user_access_brand_identifier']) ?? {})
    return { kind: 'named', server, address: bundle, brand }
  } catch {
    return { kind: 'unanswered', server }
  }
}
