import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { freePort } from './static-server.ts'
import { createTenant, setting } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('the site as it is shipped says that the Epic sandbox is to be set up first', async ({
  page,
}) => {
  await page.goto(`http://localhost:${setting('E2E_HOST_PORT')}/dist/`)
  await expect(page.getByText(/Epic sandbox is not set up yet/)).toBeVisible()
  await expect(page.getByRole('button', { name: /Sign in to/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('MIX-04 the site holds a real file for each address that others open', async ({ request }) => {
  const root = `http://localhost:${setting('E2E_HOST_PORT')}/dist/`
  for (const path of ['launch/', 'callback/', 'callback/epic/', '404.html', 'config.json']) {
    const response = await request.get(root + path)
    expect(response.status(), path).toBe(200)
  }
})

test('CSP-06 the site holds no source map, and names none', async () => {
  const names = await readdir('dist', { recursive: true })
  expect(names.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(5)
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([])
  for (const name of names.filter((one) => /\.(?:js|css)$/.test(one)))
    expect(await readFile(join('dist', name), 'utf8'), name).not.toContain('sourceMappingURL')
})

test('CSP-01 CSP-05 the policy of the page stops injected script and style', async ({
  page,
  watch,
}) => {
  watch.allowViolations()
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  const violations = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.effectiveDirective),
    )
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    const script = document.createElement('script')
    try {
      script.text = 'window.injected = true'
      document.head.append(script)
    } catch {
      seen.push('trusted-types')
    }
    await new Promise((later) => setTimeout(later, 200))
    return { seen, injected: 'injected' in window }
  })
  expect(violations.injected).toBe(false)
  expect(violations.seen).toContain('trusted-types')
  expect(violations.seen).toContain('style-src-elem')
})

test('one command starts the app and the pretend hospital, and a launch goes through', async ({
  page,
}) => {
  const [appPort, ehrPort] = [await freePort(), await freePort()]
  const server = spawn('npm', ['start'], {
    env: { ...process.env, APP_PORT: String(appPort), EHR_PORT: String(ehrPort) },
    detached: true,
  })
  try {
    let printed = ''
    server.stdout.on('data', (data: Buffer) => (printed += data.toString()))
    await expect.poll(() => printed, { timeout: 30_000 }).toContain(`http://localhost:${ehrPort}/`)
    expect(printed).toContain(`http://localhost:${appPort}/`)
    await page.goto(`http://localhost:${ehrPort}/`)
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Peter James Chalmers' }).check()
    await page.getByRole('button', { name: 'Launch in this tab' }).click()
    await expectLoaded(page)
    await expect(recordPage(page).banner).toContainText('Chalmers')
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid)
  }
})
