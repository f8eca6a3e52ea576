import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFrame, frameOf } from './frames.ts'
import { startNginx } from './nginx-host.ts'
import { expectLoaded, recordPage } from './record-page.ts'
import { freePort, serveFolder } from './static-server.ts'
import { createTenant, setting } from './tenant.ts'
import { expect, test } from './watched-test.ts'

// One nginx for all of them.
test.describe.configure({ mode: 'default' })

const basePaths = ['/', '/some/app/']
/** As it would be for an https address and no EHR, whose headers nginx sends over http just so. */
const unframedSite = {
  path: '/un_framed/',
  publicRoot: 'https://app.example.org/un_framed/',
  config: {
    servers: [{ id: 'a', name: 'A', iss: 'https://ehr.example.org/fhir', clientId: 'a' }],
  },
}
let tenant: Awaited<ReturnType<typeof createTenant>>
let nginx: Awaited<ReturnType<typeof startNginx>>
/** A site that config.json doesn't name. */
let stranger: Awaited<ReturnType<typeof serveFolder>>
let strangersFolder: string
let port: number

const rootOf = (path: string, host = 'localhost') => `http://${host}:${port}${path}`

test.beforeAll(async () => {
  // nginx may have to be fetched first.
  test.setTimeout(400_000)
  port = await freePort()
  tenant = await createTenant('strict-ig')
  await tenant.setAppRoots(basePaths.flatMap((path) => [rootOf(path), rootOf(path, '127.0.0.1')]))
  const config = { servers: [tenant.server], frameAncestors: [setting('E2E_EHR')] }
  nginx = await startNginx(port, [...basePaths.map((path) => ({ path, config })), unframedSite])
  strangersFolder = await mkdtemp(join(tmpdir(), 'chartside-stranger-'))
  await writeFile(join(strangersFolder, 'index.html'), '<!doctype html><title>Another site</title>')
  stranger = await serveFolder(strangersFolder)
})

test.afterAll(async () => {
  await nginx?.close()
  await stranger?.close()
  if (strangersFolder) await rm(strangersFolder, { recursive: true, force: true })
})

test('CSP-01 CSP-03 EMB-01 every answer of nginx carries every header, at the root and below a path', async ({
  request,
}) => {
  const ehr = setting('E2E_EHR')
  const always = {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${ehr}; object-src 'none'; base-uri 'none'; form-action 'self' ${ehr}; frame-src 'none'; frame-ancestors 'self' ${ehr}; require-trusted-types-for 'script'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  }
  const script = readdirSync('dist/assets').find((name) => name.endsWith('.js')) ?? ''
  const answers = [
    ['', 200, 'no-store'],
    ['index.html', 200, 'no-store'],
    ['launch/', 200, 'no-store'],
    // Leads to the one with the slash, and the parameters along.
    ['launch?iss=a', 301, 'no-store'],
    ['callback/', 200, 'no-store'],
    [`assets/${script}`, 200, 'public, max-age=31536000, immutable'],
    ['config.json', 200, 'max-age=60'],
    ['nowhere/', 404, 'no-store'],
    ['assets/', 404, 'no-store'],
    ['assets/gone.js', 404, 'no-store'],
  ] as const
  for (const path of basePaths)
    for (const [name, status, caching] of answers) {
      const response = await request.get(rootOf(path) + name, { maxRedirects: 0 })
      const headers = response.headers()
      expect(response.status(), path + name).toBe(status)
      expect(headers, path + name).toMatchObject({ ...always, 'cache-control': caching })
      expect(headers['permissions-policy'], path + name).toContain('geolocation=()')
      expect(headers, path + name).not.toHaveProperty('x-frame-options')
      if (status === 301) expect(headers['location']).toBe(`${path}launch/?iss=a`)
      if (status === 404)
        expect(await response.text()).toContain('There is no page at this address')
      if (name.endsWith('.js') && status === 200)
        expect(headers['content-type']).toContain('javascript')
    }
})

test('CSP-01 CSP-03 EMB-01 nginx sends what is for https, and lets nobody frame a site without an EHR', async ({
  request,
}) => {
  for (const [name, status] of [
    ['', 200],
    ['launch/', 200],
    ['nowhere/', 404],
  ] as const) {
    const response = await request.get(rootOf(unframedSite.path) + name)
    expect(response.status()).toBe(status)
    expect(response.headers()).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringMatching(
        /connect-src 'self' https:\/\/ehr\.example\.org;.*frame-ancestors 'none';.*upgrade-insecure-requests$/,
      ) as unknown,
    })
  }
})

test('CSP-01 CSP-02 a launch works under nginx’s policy, and the page can ask nobody else', async ({
  page,
  watch,
}) => {
  await page.goto(await tenant.launch('example', rootOf('/')))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Chalmers')
  expect(await watch.findFaults()).toEqual([])
  // The page's own copy of the policy would allow it.
  watch.allowViolations()
  const blocked = await page.evaluate(async (address) => {
    const violation = new Promise<string>((seen) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        seen(event.effectiveDirective),
      )
    })
    const answer = await fetch(address, { mode: 'no-cors' }).then(
      () => 'an answer',
      () => 'nothing',
    )
    return [answer, await violation]
  }, `http://localhost:${stranger.port}/`)
  expect(blocked).toEqual(['nothing', 'connect-src'])
})

test('EMB-01 an EHR that config.json names can show the app in a frame, and launch it there', async ({
  page,
}) => {
  await page.goto(setting('E2E_EHR'))
  const home = await openFrame(page, rootOf('/'), 'home')
  await expect(home.getByRole('heading', { level: 1 })).toBeVisible()
  const url = await tenant.launch('example', rootOf('/some/app/', '127.0.0.1'))
  const app = await openFrame(page, url, 'app')
  await expectLoaded(app)
  await expect(recordPage(app).banner).toContainText('Chalmers')
})

test('EMB-01 no other site can show the app in a frame', async ({ page, watch }) => {
  watch.allowViolations()
  watch.allowFailedLoads(/^chrome-error:/)
  const notes: string[] = []
  page.on('console', (message) => notes.push(message.text()))
  await page.goto(`http://localhost:${stranger.port}/`)
  for (const path of basePaths)
    for (const name of ['', 'launch/', 'callback/', 'nowhere/']) {
      const address = rootOf(path) + name
      const frame = await openFrame(page, address, address)
      await expect
        .poll(() =>
          notes.some((note) => note.includes('frame-ancestors') && note.includes(`${port}`)),
        )
        .toBe(true)
      await expect.poll(() => frameOf(page, address).url()).toBe('chrome-error://chromewebdata/')
      await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0)
      notes.length = 0
    }
})
