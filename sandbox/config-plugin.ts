import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

import { defaultScope } from '../src/config/server-config.ts'
import type { ProfileName } from './profile.ts'
import { profiles } from './profiles.ts'

/** What each profile is called where a patient or clinician picks a hospital. */
const names: Readonly<Record<ProfileName, string>> = {
  'strict-ig': 'Local EHR, strict',
  'epic-ehr': 'Local EHR, like Epic',
  'epic-mychart': 'Local EHR, like MyChart',
  'epic-legacy': 'Local EHR, like an old Epic',
  'oracle-provider': 'Local EHR, like Oracle Health',
  'oracle-patient': 'Local EHR, like Oracle Health for patients',
  meditech: 'Local EHR, like MEDITECH',
}

/** Scopes with which refreshing, and the faults of it (F-T15), can be tried by hand: nothing else asks for a refresh token. */
const refreshScopes: Partial<Record<ProfileName, string>> = {
  'strict-ig': `${defaultScope.standalone.v2} offline_access`,
  'oracle-provider': `${defaultScope.standalone.v2} offline_access`,
}

/** The hospitals of the local EHR as `config.json` lists servers; `iss` is each one's base, slash and all (ISS-02). */
export function toLocalServers(port: number): {
  id: string
  name: string
  iss: string
  clientId: string
  redirectUri: string
  scope?: string
  patientFromFhirUser?: true
}[] {
  return Object.values(profiles).map(({ name, hasBaseSlash, namesPatient }) => ({
    id: name,
    name: names[name],
    iss: `http://localhost:${port}/${name}/api/FHIR/R4${hasBaseSlash ? '/' : ''}`,
    clientId: 'chartside-local',
    redirectUri: `callback/${name}/`,
    ...(refreshScopes[name] === undefined ? {} : { scope: refreshScopes[name] }),
    ...(namesPatient ? {} : { patientFromFhirUser: true }),
  }))
}

/** In development, the local EHR stands before the servers of `public/config.json`; a build ships that file alone. */
export function localEhrConfig(options: { port: number }): Plugin {
  const local = toLocalServers(options.port)
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
