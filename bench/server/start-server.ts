import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { searchObservations, type Paging } from './fhir-search.ts'
import { makeObservations, patientText, type StoredObservation } from './observations.ts'
import type { LoggedRequest } from './request-log.ts'
import { createSignIn } from './sign-in.ts'
import { createFileReader } from './static-files.ts'

/** What a scenario chooses of the server. */
export type ServerSettings = Paging & {
  /** How many results the record has. */
  readonly count: number
  /** How long every answer waits, in milliseconds. */
  readonly latency: number
  readonly gzip: boolean
}

/** The running server: apps on one origin, FHIR on another, so that preflights count. */
export type RunningServer = {
  readonly appOrigin: string
  readonly fhirOrigin: string
  readonly set: (settings: ServerSettings) => void
  /** The requests since it was last asked. */
  readonly takeLog: () => readonly LoggedRequest[]
}

type Answer = {
  readonly status: number
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, accept, content-type',
  'access-control-max-age': '600',
}
const statement = JSON.stringify({
  resourceType: 'CapabilityStatement',
  status: 'active',
  kind: 'instance',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      resource: [{ type: 'Observation', searchParam: [{ name: 'date', type: 'date' }] }],
    },
  ],
})

/**
 * Starts it on this machine alone. `folders` are the built apps by name; FHIR listens on `fhirPort`, below `/fhir`, as an
 * app is configured with it before it is built. Answers are kept: from the second time on their making costs nothing.
 */
export async function startServer(
  folders: ReadonlyMap<string, string>,
  fhirPort: number,
): Promise<RunningServer> {
  let settings: ServerSettings = { count: 0, latency: 0, cap: 1_000, gzip: false, total: true }
  let log: LoggedRequest[] = []
  const records = new Map<number, readonly StoredObservation[]>()
  const made = new Map<string, Buffer>()
  const readFileOf = createFileReader(folders)
  const signIn = await createSignIn()

  async function answerApp(request: IncomingMessage, path: string): Promise<Answer> {
    const file = await readFileOf(decodeURIComponent(path))
    if (!file) return { status: 404, body: 'There is no such file.' }
    const headers = { ...file.headers, etag: file.tag }
    if (request.headers['if-none-match'] === file.tag) return { status: 304, body: '', headers }
    return { status: 200, body: file.body, headers }
  }

  async function answerFhir(request: IncomingMessage, url: URL): Promise<Answer> {
    const [, , ...rest] = url.pathname.split('/')
    const base = `${url.origin}/fhir`
    if (request.method === 'OPTIONS') return { status: 204, body: '', headers: cors }
    const json = (body: string | Buffer, more = {}): Answer => ({
      status: 200,
      body,
      headers: { ...cors, 'content-type': 'application/json', ...more },
    })
    switch (rest.join('/')) {
      case '.well-known/smart-configuration':
        return json(signIn.discovery(base), { 'cache-control': 'max-age=300' })
      case 'jwks':
        return json(signIn.keys)
      case 'authorize':
        return { status: 302, body: '', headers: { location: signIn.authorize(url.searchParams) } }
      case 'token':
        return json(await signIn.token(new URLSearchParams(await readBody(request)), base))
      case 'metadata':
        return json(statement)
      case 'Observation':
        return json(makePage(url, base), settings.gzip ? { 'content-encoding': 'gzip' } : {})
      default:
        if (rest[0] === 'Patient') return json(patientText)
        return { status: 404, body: '{}', headers: cors }
    }
  }

  function makePage(url: URL, base: string): Buffer {
    const { count } = settings
    const key = `${url.href} ${JSON.stringify({ ...settings, latency: 0 })}`
    const known = made.get(key)
    if (known) return known
    const all = records.get(count) ?? makeObservations(count, base)
    records.set(count, all)
    const text = searchObservations(all, url.searchParams, base, settings)
    const page = settings.gzip ? gzipSync(text) : Buffer.from(text)
    made.set(key, page)
    return page
  }

  const serve = (answer: (request: IncomingMessage, url: URL) => Promise<Answer>) =>
    createServer((request, response) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
      const at = Date.now()
      // Fetched for a page to come, and waited for by nobody.
      const isAhead = request.headers['sec-purpose'] !== undefined
      const own = isAhead ? [] : log
      const index = own.push({
        method: request.method ?? '',
        path: url.pathname,
        at,
        answeredAt: undefined,
      })
      void Promise.all([answer(request, url), pause(settings.latency)])
        .then(([given]) => {
          own[index - 1] = { ...(own[index - 1] as LoggedRequest), answeredAt: Date.now() }
          send(response, given)
        })
        .catch((error: unknown) => {
          send(response, { status: 500, body: String(error), headers: cors })
        })
    })

  const [apps, fhir] = await Promise.all([
    listen(
      serve((request, url) => answerApp(request, url.pathname)),
      0,
    ),
    listen(serve(answerFhir), fhirPort),
  ])
  return {
    appOrigin: `http://127.0.0.1:${String(apps)}`,
    fhirOrigin: `http://localhost:${String(fhir)}`,
    set: (next) => (settings = next),
    takeLog: () => {
      const taken = log
      log = []
      return taken
    },
  }
}

const pause = (ms: number) =>
  ms === 0 ? undefined : new Promise<void>((resolve) => setTimeout(resolve, ms))

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  return (server.address() as AddressInfo).port
}
