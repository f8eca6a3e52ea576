import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createLogger, createServer, preview } from 'vite'
import type { Logger, ViteDevServer } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import { localEhr } from './plugin.ts'

let root: string
const lines: string[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'local-ehr-'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>App</title>')
  await mkdir(join(root, 'dist'))
})
beforeEach(() => {
  lines.length = 0
})
afterAll(async () => rm(root, { recursive: true }))

function createListeningLogger(): Logger {
  const logger = createLogger('info')
  logger.info = (line) => void lines.push(line)
  logger.error = (line) => void lines.push(line)
  return logger
}

async function serve(port: number): Promise<ViteDevServer> {
  const server = await createServer({
    root,
    configFile: false,
    customLogger: createListeningLogger(),
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, ws: false, watch: null },
    plugins: [localEhr({ port })],
  })
  return server.listen()
}

const addressOf = (name: string) =>
  vi.waitFor(
    () => {
      const [, address] = new RegExp(`${name} +(http://\\S+)`).exec(lines.join('\n')) ?? []
      if (address === undefined) throw new Error(`no ${name} in ${lines.join('\n')}`)
      return address
    },
    { timeout: 5000 },
  )

it('starts the EHR with the dev server, for its two addresses, and closes it with it', async () => {
  const server = await serve(0)
  const ehr = await addressOf('Local EHR')
  const app = new URL(await addressOf('Chartside'))
  const page = await (await fetch(ehr)).text()
  expect(page).toContain(`http://localhost:${app.port}/`)
  expect(page).toContain(`http://127.0.0.1:${app.port}/`)
  expect(lines.join('\n')).toContain('click "Launch in this tab"')

  lines.length = 0
  const second = await serve(Number(new URL(ehr).port))
  await vi.waitFor(() => {
    expect(lines.join('\n')).toMatch(/could not start on port \d+: .*EADDRINUSE/)
  })
  await second.close()

  await server.close()
  await expect(fetch(ehr)).rejects.toThrow('fetch failed')
})

it('starts and closes with the preview server too', async () => {
  const server = await preview({
    root,
    configFile: false,
    customLogger: createListeningLogger(),
    preview: { port: 0 },
    plugins: [localEhr({ port: 0 })],
  })
  const ehr = await addressOf('Local EHR')
  expect((await fetch(ehr)).status).toBe(200)
  await server.close()
  await vi.waitFor(() => expect(fetch(ehr)).rejects.toThrow('fetch failed'))
})
