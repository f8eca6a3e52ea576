import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalEhr } from '../sandbox/local-ehr.ts'
import { serveFolder } from './static-server.ts'

/** Starts what all tests share: the local EHR, and a plain host on which each test puts up its own copy of `dist/`. */
export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-e2e-'))
  await cp('dist', join(folder, 'dist'), { recursive: true })
  const host = await serveFolder(folder)
  const ehr = await startLocalEhr({ port: 0, appRoots: [`http://localhost:${host.port}/dist/`] })
  process.env['E2E_FOLDER'] = folder
  process.env['E2E_HOST_PORT'] = String(host.port)
  process.env['E2E_EHR'] = ehr.origin
  return async () => {
    await ehr.close()
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}
