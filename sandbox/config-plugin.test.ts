import { afterAll, beforeAll, expect, it } from 'vitest'

import { toLocalServers } from './config-plugin.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { profiles } from './profiles.ts'
import { SmartClient, appRoot } from './smart-client.ts'

let ehr: LocalEhr

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
})
afterAll(async () => ehr.close())

it('ISS-02 lists every hospital once, with the address its server gives, to the letter', async () => {
  const servers = toLocalServers(ehr.port)
  expect(servers.map(({ id }) => id)).toEqual(Object.keys(profiles))
  expect(new Set(servers.map(({ name }) => name)).size).toBe(servers.length)
  for (const { id, iss, clientId } of servers) {
    const { json } = await new SmartClient(ehr.origin, id).control('PUT', '', {})
    expect([json['iss'], json['clientId']]).toEqual([iss, clientId])
  }
})
