import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant, setting } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('MIX-01 MIX-04 an answer that comes to another server’s redirect address is refused, and no server gets the code', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/assets/)
  // Two hospitals, one app: what the first one's server answers arrives where the second one's belongs.
  const [first, second] = [await createTenant('strict-ig'), await createTenant('strict-ig')]
  const folder = join(setting('E2E_FOLDER'), first.id)
  for (const id of ['one', 'two'])
    await cp(join(folder, 'callback/epic'), join(folder, 'callback', id), { recursive: true })
  const registered = `callback/${first.id}/`
  await cp(join(folder, 'callback/epic'), join(folder, registered), { recursive: true })
  await first.configure({
    servers: [
      { ...first.server, id: 'one', redirectUri: registered },
      { ...second.server, id: 'two', name: 'Another Hospital', redirectUri: 'callback/two/' },
    ],
  })
  const answered = page.waitForRequest((request) => request.url().includes(`/${registered}?`))
  // The page that gets the answer can't use it.
  await page.route('**/open-callback-*.js', (route) => route.abort())
  await page.goto(await first.launch('example'))
  const address = (await answered).url()
  await expect(page.getByRole('heading', { name: /could not be loaded/ })).toBeVisible()
  await page.unroute('**/open-callback-*.js')
  await page.goto(address.replace(registered, 'callback/two/'))
  await expect(
    page.getByRole('heading', { name: 'The answer came from the wrong server' }),
  ).toBeVisible()
  for (const { log } of [first, second])
    expect((await log()).filter(({ path }) => path.endsWith('/token'))).toEqual([])
})
