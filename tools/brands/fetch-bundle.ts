import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson, toObject, toText } from '../../src/fhir/json.ts'

/** The text of a bundle, and whether it is the copy that was kept. */
export type FetchedBundle = {
  readonly text: string
  readonly etag: string | undefined
  readonly isKept: boolean
}

/** Epic's had 95 MB in 2026. */
const mostBytes = 300 * 1024 * 1024
const timeoutMs = 15 * 60_000

/**
 * Fetches a bundle and keeps a copy in `folder`; asks with `If-None-Match` where the copy has an ETag, and gives the
 * copy where the answer is 304 (ISS-07; SMART App Launch 2.2, "Caching Brand Bundles"). An https address leads to none
 * that isn't.
 *
 * @throws {Error} saying why there is no bundle
 */
export async function fetchBundle(address: string, folder: string): Promise<FetchedBundle> {
  if (!isSafe(address)) throw new Error('is not an https address')
  const name = createHash('sha256').update(address).digest('hex').slice(0, 16)
  const [bodyFile, factsFile] = [join(folder, `${name}.json`), join(folder, `${name}.etag.json`)]
  const kept = await readKept(bodyFile, factsFile, address)
  const response = await fetch(address, {
    headers: {
      accept: 'application/fhir+json, application/json',
      ...(kept ? { 'if-none-match': kept.etag } : {}),
    },
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (kept && response.status === 304) return { ...kept, isKept: true }
  if (!response.ok) throw new Error(`was answered with status ${response.status}`)
  if (!isSafe(response.url) || (isHttps(address) && !isHttps(response.url)))
    throw new Error(`was redirected to ${response.url}, which is not https`)
  const text = await readText(response)
  const etag = response.headers.get('etag') ?? undefined
  // Whoever stops the tool midway must not leave a new ETag beside an old text.
  await mkdir(folder, { recursive: true })
  await writeFile(factsFile, '{}')
  await writeFile(`${bodyFile}.new`, text)
  await rename(`${bodyFile}.new`, bodyFile)
  await writeFile(factsFile, JSON.stringify({ address, ...(etag === undefined ? {} : { etag }) }))
  return { text, etag, isKept: false }
}

const isHttps = (address: string) => new URL(address).protocol === 'https:'

/** `http:` is for this machine alone, where nothing crosses a network. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(hostname))
  )
}

async function readKept(bodyFile: string, factsFile: string, address: string) {
  try {
    const facts = toObject(parseJson(await readFile(factsFile, 'utf8')))
    const etag = toText(facts?.['etag'])
    if (etag === undefined || facts?.['address'] !== address) return undefined
    return { etag, text: await readFile(bodyFile, 'utf8') }
  } catch {
    return undefined
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  const parts: string[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part?.value) break
    bytes += part.value.length
    if (bytes > mostBytes) throw new Error(`is larger than ${mostBytes / 1024 / 1024} MB`)
    parts.push(decoder.decode(part.value, { stream: true }))
  }
  return parts.join('') + decoder.decode()
}
