import { parseJson, toObject, toText } from '../../src/fhir/json.ts'
import { isSafe } from './fetch-bundle.ts'
import type { ListedServer } from './list-organizations.ts'

/** What a server's configuration says of its own bundle. */
export type OwnBundle =
  | { readonly kind: 'named'; readonly server: ListedServer; readonly address: string }
  | { readonly kind: 'none' | 'unanswered'; readonly server: ListedServer }

const atATime = 8
const timeoutMs = 20_000

/**
 * Asks each server for `user_access_brand_bundle` in its SMART configuration: what that bundle says of a server goes
 * before what a vendor's says (ISS-07; SMART App Launch 2.2, "Metadata in .well-known/smart-configuration").
 */
export async function findOwnBundles(servers: readonly ListedServer[]): Promise<OwnBundle[]> {
  const found: OwnBundle[] = []
  for (let start = 0; start < servers.length; start += atATime)
    found.push(...(await Promise.all(servers.slice(start, start + atATime).map(ask))))
  return found
}

async function ask(server: ListedServer): Promise<OwnBundle> {
  try {
    const address = `${server.iss.replace(/\/$/, '')}/.well-known/smart-configuration`
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const configuration = response.ok ? toObject(parseJson(await response.text())) : undefined
    if (!configuration) return { kind: 'unanswered', server }
    const bundle = toText(configuration['user_access_brand_bundle'])?.trim()
    return bundle !== undefined && isSafe(bundle)
      ? { kind: 'named', server, address: bundle }
      : { kind: 'none', server }
  } catch {
    return { kind: 'unanswered', server }
  }
}
