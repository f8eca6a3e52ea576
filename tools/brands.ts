import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { buildShards } from '../src/directory/build-shards.ts'
import { addServers, readEditable } from './brands/edit-config.ts'
import { fetchBundle } from './brands/fetch-bundle.ts'
import { listOrganizations } from './brands/list-organizations.ts'
import { readBundle } from './brands/read-bundle.ts'
import { readOwnBundles, type ReadSource } from './brands/read-own-bundles.ts'
import { describeListing, describeReading, toPrintable } from './brands/report.ts'
import { countBefore, writeShards } from './brands/write-shards.ts'

const usage = `npm run brands -- <bundle.json or https address>… [options]
  --config <file>      the configuration (public/config.json)
  --out <folder>       where the directory goes (public/brands)
  --kept <folder>      where fetched bundles are kept with their ETag (.brands)
  --ask-servers        ask each server for a bundle of its own, which goes before the others
  --add-servers        add a server to the configuration for each endpoint that has none
  --client-id <id>     the client id of servers that are added
  --fewer              write a directory of less than half as many organizations as there were`

/** Something failed when the directory was written already; the message says so. */
class FailedAfterwards extends Error {}

/**
 * Makes the directory of the home page from bundles of User-access Brands, and says what it left out (docs/directory.md).
 * Gives 0, 1 where something failed, which the last line says, or 2 for arguments it doesn't know.
 */
export async function main(
  args: readonly string[],
  write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    write(usage)
    return 2
  }
  const say = (line: string) => write(toPrintable(line))
  try {
    await makeDirectory(options, say)
    return 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    say(error instanceof FailedAfterwards ? message : `${message}. Nothing was written.`)
    return 1
  }
}

type Options = {
  readonly sources: readonly string[]
  readonly config: string
  readonly out: string
  readonly kept: string
  readonly clientId: string | undefined
  readonly asksServers: boolean
  readonly mayBeFewer: boolean
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string', default: 'public/config.json' },
        out: { type: 'string', default: 'public/brands' },
        kept: { type: 'string', default: '.brands' },
        'ask-servers': { type: 'boolean', default: false },
        'add-servers': { type: 'boolean', default: false },
        'client-id': { type: 'string' },
        fewer: { type: 'boolean', default: false },
      },
    })
    const clientId = values['client-id']?.trim()
    if (positionals.length === 0 || values['add-servers'] !== Boolean(clientId)) return undefined
    return {
      sources: positionals,
      config: values.config,
      out: values.out,
      kept: values.kept,
      clientId,
      asksServers: values['ask-servers'],
      mayBeFewer: values.fewer,
    }
  } catch {
    return undefined
  }
}

async function makeDirectory(options: Options, write: (line: string) => void): Promise<void> {
  const { config: configFile, out, clientId } = options
  let config = await named(configFile, async () => readEditable(await readFile(configFile, 'utf8')))
  const sources: ReadSource[] = []
  for (const name of options.sources) sources.push(await readSource(name, options, write))
  if (clientId !== undefined) {
    const { missing } = listOrganizations(sources, config.servers)
    const { added, refused, ...edited } = addServers(config, missing, clientId)
    config = edited
    write(`${added} servers to add to ${configFile}: register callback/<id>/ of each.`)
    if (refused > 0)
      write(`${refused} endpoints not added: not R4, or not at a plain https address.`)
  }
  const own = options.asksServers
    ? await readOwnBundles(
        config.servers,
        sources,
        (address) => readSource(address, options, write),
        write,
      )
    : { sources: [], named: [] }
  const listing = listOrganizations([...sources, ...own.sources], config.servers)
  const count = listing.listed.length
  const before = await countBefore(out)
  if (count * 2 < before && !options.mayBeFewer)
    throw new Error(
      `There would be ${count} organizations where there were ${before}; --fewer says that this is meant`,
    )
  const { files, bytes, largest } = await writeShards(
    buildShards(listing.listed),
    [...sources.map((source) => source.named), ...own.named],
    out,
  )
  if (clientId !== undefined) await writeConfig(configFile, config.json, out)
  const size = `${Math.ceil(bytes / 1024)} kB in all, the largest ${largest} bytes`
  write(`${count} organizations in ${files} files, ${size}, in ${out}.`)
  for (const line of describeListing(listing, configFile)) write(line)
  if (config.json['directory'] !== true) write(`Add "directory": true to ${configFile}.`)
}

async function writeConfig(file: string, json: object, out: string): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(json, null, 2)}\n`)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FailedAfterwards(
      `${file}: ${why}. The directory in ${out} was written, but ${file} lacks the servers that it leads to: run this again.`,
      { cause },
    )
  }
}

/** Reads one bundle, from a file or from its address. */
async function readSource(
  name: string,
  { kept }: Options,
  write: (line: string) => void,
): Promise<ReadSource> {
  return named(name, async () => {
    const isAddress = /^[a-z]+:\/\//i.test(name)
    const { text, etag, isKept } = isAddress
      ? await fetchBundle(name, kept)
      : { text: await readFile(name, 'utf8'), etag: undefined, isKept: false }
    const reading = readBundle(text)
    describeReading(name, reading, isKept).forEach(write)
    const { timestamp } = reading
    return {
      reading,
      named: {
        // The index is public; where a file lies on this machine isn't.
        name: isAddress ? name : basename(name),
        ...(timestamp === undefined ? {} : { timestamp }),
        ...(etag === undefined ? {} : { etag }),
      },
    }
  })
}

/** Says of what an error is. */
async function named<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
