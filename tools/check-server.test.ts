import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Faults } from '../sandbox/faults.ts'
import { startLocalEhr, type LocalEhr } from '../sandbox/local-ehr.ts'
import { profiles } from '../sandbox/profiles.ts'
import { appOrigin, appRoot, SmartClient } from '../sandbox/smart-client.ts'
import { switchFaults } from '../sandbox/switch-faults.ts'
import { main } from './check-server.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())

/** Runs the command against a hospital of the local EHR. */
async function check(iss: string, ...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main([iss, '--client-id', 'chartside-local', ...args], (line) =>
    lines.push(line),
  )
  return { code, text: lines.join('\n') }
}

describe('npm run check-server', () => {
  it.each(Object.values(profiles))('finds no fault in $name', async ({ name, hasBaseSlash }) => {
    const iss = `${ehr.origin}/${name}/api/FHIR/R4${hasBaseSlash ? '/' : ''}`
    const { code, text } = await check(iss)
    if (process.env['SHOW']) console.log(text)
    expect(text).not.toContain('[Fault]')
    expect(text).toContain('[Well] Token endpoint: The answer can be read')
    expect(text).toContain('[Well] FHIR requests: The answer can be read')
    expect(code).toBe(0)
  })
})
