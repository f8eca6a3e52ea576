import type { Logger, Plugin } from 'vite'
import type { Server } from 'node:net'

import type { LocalEhr } from './local-ehr.ts'

/**
 * Vite plugin: runs the local EHR beside the dev or preview server and closes it with it. The app's roots are the
 * server's own address as `localhost` and as `127.0.0.1`, so the app can also be framed across sites. Never part of
 * a build.
 */
export function localEhr(options: { port: number }): Plugin {
  let starting: Promise<LocalEhr | undefined> | undefined

  const close = async (): Promise<void> => {
    const ehr = await starting
    starting = undefined
    await ehr?.close()
  }

  const follow = (server: Server | null, logger: Logger): void => {
    // Vite in middleware mode (vitest) has no server of its own, and needs no EHR.
    if (server === null) return
    server.once('listening', () => {
      starting = start(options.port, portOf(server), logger)
    })
    server.once('close', () => void close())
  }

  return {
    name: 'local-ehr',
    apply: 'serve',
    configureServer: (server) => follow(server.httpServer as Server | null, server.config.logger),
    configurePreviewServer: (server) => follow(server.httpServer as Server, server.config.logger),
    closeBundle: close,
  }
}

async function start(port: number, appPort: number, logger: Logger): Promise<LocalEhr | undefined> {
  // Imported late: a server without the EHR should not wait for its libraries.
  const { startLocalEhr } = await import('./local-ehr.ts')
  const appRoots = [`http://localhost:${appPort}/`, `http://127.0.0.1:${appPort}/`]
  try {
    const ehr = await startLocalEhr({ port, appRoots, log: (line) => logger.error(line) })
    logger.info(`\n  Local EHR   ${ehr.origin}/\n  Chartside   ${appRoots[0] ?? ''}`)
    logger.info('\n  Open the Local EHR, pick a patient and click "Launch in this tab".\n')
    return ehr
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.error(`The local EHR could not start on port ${port}: ${reason}`)
    logger.error('Without it only the app is there. EHR_PORT chooses another port.')
    return undefined
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
