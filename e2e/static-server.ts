import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

/**
 * Serves a folder as the plainest of hosts does: files, `index.html` of a folder, nothing else; loopback only. Files
 * of `assets/`, which are named by what is in them, may be kept, as the documentation has hosts say: a fifth less work.
 */
export async function serveFolder(folder: string) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => {
      if (path.includes('/assets/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    },
  })
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404
      response.end('Not found')
    }),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
