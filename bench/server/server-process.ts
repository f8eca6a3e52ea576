import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromServer, ToServer } from '../../tools/bench-server.ts'
import type { LoggedRequest } from './request-log.ts'
import type { ServerSettings } from './start-server.ts'

/** The benchmark's server in its own process. */
export type ServerProcess = {
  readonly appOrigin: string
  readonly fhirOrigin: string
  readonly set: (settings: ServerSettings) => Promise<void>
  readonly takeLog: () => Promise<readonly LoggedRequest[]>
  readonly stop: () => void
}

/** Starts the server with the built apps, each a name and its folder; its FHIR base is `/fhir` at the port. */
export async function startServerProcess(
  folders: Readonly<Record<string, string>>,
  fhirPort: number,
): Promise<ServerProcess> {
  const run = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url))
  const args = Object.entries(folders).map(([name, folder]) => `${name}=${folder}`)
  const child = spawn(process.execPath, [run, 'bench-server', String(fhirPort), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const next = () =>
    new Promise<FromServer>((resolve, reject) => {
      const onExit = () => reject(new Error('The server of the benchmark has ended.'))
      child.once('exit', onExit)
      child.once('message', (message) => {
        child.off('exit', onExit)
        resolve(message as FromServer)
      })
    })
  const ask = (message: ToServer) => {
    const answer = next()
    child.send(message)
    return answer
  }
  const started = await next()
  if (started.kind !== 'started') throw new Error('The server of the benchmark did not start.')
  return {
    ...started,
    set: async (settings) => void (await ask({ kind: 'set', settings })),
    takeLog: async () => {
      const answer = await ask({ kind: 'log' })
      return answer.kind === 'log' ? answer.log : []
    },
    stop: () => child.kill(),
  }
}
