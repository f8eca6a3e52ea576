import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const hospitals = [
  { id: 'strict-ig', name: 'Local EHR, strict' },
  { id: 'epic-ehr', name: 'Local EHR, like Epic' },
  { id: 'epic-mychart', name: 'Local EHR, like MyChart' },
]

/** In development, the local EHR stands before the servers of `public/config.json`; a build ships that file alone. */
export function localEhrConfig(options: { port: number }): Plugin {
  const local = hospitals.map((hospital) => ({
    ...hospital,
    iss: `http://localhost:${options.port}/${hospital.id}/api/FHIR/R4`,
    clientId: 'chartside-local',
  }))
  return {
    name: 'local-ehr-config',
    apply: 'serve',
    configureServer({ middlewares, config }) {
      middlewares.use('/config.json', (_request, response, next) => {
        void readFile(join(config.publicDir, 'config.json'), 'utf8').then((text) => {
          const shipped = JSON.parse(text) as { servers: object[] }
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify({ ...shipped, servers: [...local, ...shipped.servers] }))
        }, next)
      })
    },
  }
}
