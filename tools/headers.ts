import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../src/config/read-config.ts'
import type { AppConfig } from '../src/config/server-config.ts'
import { parseJson } from '../src/fhir/json.ts'
import { remarkOnCloudFront } from './headers/cloudfront.ts'
import { writeHostFiles } from './headers/host-files.ts'
import { remarkOnCloudflare } from './headers/netlify.ts'
import { longestPolicy, longestShortPolicy, writePolicy } from './headers/policy.ts'
import { readArguments, usage, type HeadersRequest } from './headers/read-arguments.ts'
import {
  askNeeds,
  needsOffline,
  remarkOnOpener,
  UnknownNeeds,
  type ServerNeeds,
} from './headers/server-needs.ts'
import { toSiteHeaders, type SiteHeaders } from './headers/site-headers.ts'

/** Something is to be put right before files can be written; the message says what. */
class CannotWrite extends Error {}

/** Where lines go: what was done, and what is to be put right. */
export type Output = {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

const streams: Output = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
}

/**
 * `npm run headers`: writes, from `config.json`, what hosts must send, one file for each kind of host. Gives the exit
 * code: 0, or 1 where a line on standard error says what is to be put right; nothing is written then.
 */
export async function main(args: readonly string[], output: Output = streams): Promise<number> {
  let request: HeadersRequest
  try {
    request = readArguments(args)
  } catch (error) {
    output.complain(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 1
  }
  try {
    const site = await toSite(request)
    await mkdir(request.outFolder, { recursive: true })
    for (const [name, text] of writeHostFiles(site)) {
      await writeFile(join(request.outFolder, name), text)
      output.say(join(request.outFolder, name))
    }
    for (const remark of [
      ...site.remarks,
      ...remarkOnCloudflare(site),
      ...remarkOnCloudFront(site),
    ])
      output.say(remark)
    return 0
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error
    output.complain(error.message)
    return 1
  }
}

async function toSite(request: HeadersRequest): Promise<SiteHeaders> {
  const { root, keepsOpener } = request
  const { servers, frameAncestors } = await readConfigFile(request)
  const needs = request.isOffline
    ? servers.map(needsOffline)
    : await askAll(servers.map((server) => askNeeds(server, root)))
  const { policy, remarks } = choosePolicy(request, needs, frameAncestors)
  const isFramed = frameAncestors.length > 0
  return toSiteHeaders(root, policy, { isFramed, keepsOpener }, [
    ...remarks,
    ...needs.flatMap((need) => need.remarks),
    ...(keepsOpener ? [] : servers.flatMap(remarkOnOpener)),
    ...(isFramed
      ? []
      : ['No EHR may show the app in a frame: config.json has no "frameAncestors".']),
  ])
}

async function readConfigFile({ configPath, root }: HeadersRequest): Promise<AppConfig> {
  const text = await readFile(configPath, 'utf8').catch((cause: unknown) => {
    throw new CannotWrite(
      `${configPath} can't be read. Build first, or name one: --config <file>`,
      {
        cause,
      },
    )
  })
  const json = parseJson(text)
  if (json === undefined) throw new CannotWrite(`${configPath} is not JSON.`)
  const reading = readConfig(json, root)
  if (reading.kind === 'valid') return reading.config
  throw new CannotWrite(
    [configPath, ...reading.faults.map(({ field, message }) => `  ${field} ${message}`)].join('\n'),
  )
}

/** Every server that can't be asked is named, not the first alone. */
async function askAll(asked: readonly Promise<ServerNeeds>[]): Promise<ServerNeeds[]> {
  const results = await Promise.allSettled(asked)
  const failures = results.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  )
  const unexpected = failures.find((reason) => !(reason instanceof UnknownNeeds))
  if (unexpected !== undefined) throw unexpected
  if (failures.length > 0)
    throw new CannotWrite(failures.map((one) => (one as UnknownNeeds).message).join('\n'))
  return results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

/** The exact policy, or, where that is too long for a header and `--any-https` was given, one for any https server (CSP-02). */
function choosePolicy(
  { root, mayAllowAnyHttps }: HeadersRequest,
  needs: readonly ServerNeeds[],
  frameAncestors: readonly string[],
): { policy: string; remarks: string[] } {
  const appOrigin = root.origin
  const forms = needs.flatMap((need) => need.forms)
  const connect = needs.flatMap((need) => need.connect)
  const policy = writePolicy({ appOrigin, connect, forms, frameAncestors })
  // Whoever allows any server means hosts that bear the least, too.
  const [longest, bearer] = mayAllowAnyHttps
    ? [longestShortPolicy, 'every host bears']
    : [longestPolicy, 'proxies bear']
  if (policy.length <= longest) return { policy, remarks: [] }
  const wide = writePolicy({ appOrigin, connect: 'any-https', forms, frameAncestors })
  const tooLong = `The policy is ${policy.length} bytes long, more than the ${longest} that ${bearer}`
  if (wide.length > longestPolicy)
    throw new CannotWrite(
      `${tooLong}: put the app up several times, with fewer servers or EHRs each.`,
    )
  if (!mayAllowAnyHttps)
    throw new CannotWrite(
      `${tooLong}: put the app up several times, with fewer servers each, or use --any-https, which allows connections to any https server.`,
    )
  return {
    policy: wide,
    remarks: [
      `${tooLong}, so it allows connections to any https server (--any-https). What remains at risk: a script that did get into the page could send the record and the token anywhere. The app itself still asks the servers of config.json alone.`,
    ],
  }
}
