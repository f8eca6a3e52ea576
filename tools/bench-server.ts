import { startServer, type ServerSettings } from '../bench/server/start-server.ts'
import type { LoggedRequest } from '../bench/server/request-log.ts'

/** What the benchmark tells its server. */
export type ToServer =
  { readonly kind: 'set'; readonly settings: ServerSettings } | { readonly kind: 'log' }

/** What the server tells the benchmark. */
export type FromServer =
  | { readonly kind: 'started'; readonly appOrigin: string; readonly fhirOrigin: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'log'; readonly log: readonly LoggedRequest[] }

/**
 * Runs the benchmark's server in a process of its own, so that it and the browser are never in each other's way. The
 * arguments are the port of its FHIR server, then `name=folder` of each app; what is done is asked for over the channel to the parent process.
 */
export async function main([port, ...args]: readonly string[]): Promise<number> {
  const folders = new Map(args.map((arg) => arg.split('=') as [string, string]))
  const { appOrigin, fhirOrigin, set, takeLog } = await startServer(folders, Number(port))
  const tell = (message: FromServer) => process.send?.(message)
  tell({ kind: 'started', appOrigin, fhirOrigin })
  return new Promise((resolve) => {
    process.on('disconnect', () => resolve(0))
    process.on('message', (message: ToServer) => {
      if (message.kind === 'log') return void tell({ kind: 'log', log: takeLog() })
      set(message.settings)
      tell({ kind: 'done' })
    })
  })
}
