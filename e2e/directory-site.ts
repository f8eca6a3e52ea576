import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, makeBrandBundle } from '../sandbox/brands/made-bundle.ts'
import { main } from '../tools/brands.ts'
import { createTenant, setting } from './tenant.ts'

const brandCount = 60

/** A tenant whose copy of the app has a directory of so many made organizations, the first brand being the tenant. */
export async function createDirectorySite(count = 5_000) {
  const tenant = await createTenant('strict-ig')
  const made = Array.from({ length: brandCount - 1 }, (_, index) => ({
    id: `made${index + 1}`,
    name: `Made ${index + 1}`,
    iss: addressOf(index + 1),
    clientId: 'made',
    redirectUri: `callback/made${index + 1}/`,
  }))
  const config = { directory: true, servers: [tenant.server, ...made] }
  await tenant.configure(config)
  return { ...tenant, organizations: await writeDirectory(tenant, config, count) }
}

/** Puts a directory of so many made organizations beside a tenant's copy of the app, and gives them. */
export async function writeDirectory(
  tenant: { readonly id: string; readonly iss: string },
  config: object,
  count: number,
): Promise<Made[]> {
  const bundle = makeBrandBundle(count, brandCount, [tenant.iss])
  const folder = await mkdtemp(join(tmpdir(), 'chartside-directory-'))
  try {
    const [bundleFile, configFile] = [join(folder, 'bundle.json'), join(folder, 'config.json')]
    await writeFile(bundleFile, JSON.stringify(bundle))
    await writeFile(configFile, JSON.stringify(config))
    const out = join(setting('E2E_FOLDER'), tenant.id, 'brands')
    const said: string[] = []
    const code = await main([bundleFile, '--config', configFile, '--out', out], (line) =>
      said.push(line),
    )
    if (code !== 0) throw new Error(said.join('\n'))
  } finally {
    await rm(folder, { recursive: true })
  }
  return organizationsOf(bundle.entry)
}

/** An organization of the made bundle, as far as a test looks for it. */
type Made = {
  readonly name: string
  readonly alias?: readonly string[]
  readonly address?: readonly { city?: string; state: string; postalCode?: string }[]
  readonly isTenants: boolean
}

/** The organizations of a made bundle; those that lead to the first endpoint are the tenant's. */
function organizationsOf(entry: readonly object[]): Made[] {
  type Entry = {
    fullUrl: string
    resource: Made & { resourceType: string; partOf?: { reference: string } }
  }
  const all = (entry as Entry[]).filter(({ resource }) => resource.resourceType === 'Organization')
  const [first] = all
  return all.map(({ fullUrl, resource }) => ({
    ...resource,
    isTenants: fullUrl === first?.fullUrl || resource.partOf?.reference === first?.fullUrl,
  }))
}
