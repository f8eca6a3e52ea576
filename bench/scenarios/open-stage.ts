import { chromium } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../e2e/static-server.ts'
import { findBrowser } from '../../tools/browser.mjs'
import { buildApps, builtApp } from '../apps/build-apps.ts'
import { buildOwn, ownApp } from '../apps/build-own.ts'
import { signInToApp } from '../measure/app-session.ts'
import { launchOf, ownSubject } from '../measure/subjects.ts'
import { startServerProcess } from '../server/server-process.ts'
import type { Stage } from './scenario.ts'

const floorFolder = fileURLToPath(new URL('../apps/floor', import.meta.url))

/** Builds all apps, starts server and browser, and signs in once. `close` ends what was started. */
export async function openStage(
  passes: number,
  hasOthers: boolean,
): Promise<Stage & { readonly close: () => Promise<void> }> {
  const fhirPort = await freePort()
  await buildApps()
  await buildOwn(`http://localhost:${String(fhirPort)}/fhir`)
  const server = await startServerProcess(
    {
      chartside: ownApp.folder,
      floor: floorFolder,
      tutorial: builtApp('tutorial'),
      medplum: builtApp('medplum'),
      parts: builtApp('parts'),
    },
    fhirPort,
  )
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    // No page may reach anything but this machine, or wait for it.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'],
  })
  await server.set({ count: 100, latency: 0, cap: 1_000, gzip: false, total: true })
  const session = await signInToApp(browser, launchOf(server, 'chartside/launch/index.html'))
  return {
    browser,
    server,
    passes,
    hasOthers,
    own: ownSubject(server, session),
    close: async () => {
      await browser.close()
      server.stop()
    },
  }
}
