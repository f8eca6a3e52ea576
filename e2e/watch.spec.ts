import { expect, test, type Request } from '@playwright/test'
import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { leaks } from './watch-leaks.ts'
import { watchContext } from './watch.ts'

for (const [where, planted] of Object.entries(leaks))
  test(`LOG-01 STO-01 LEAK-07 the watch of every test finds leaks ${where}`, async ({
    context,
  }) => {
    const watch = watchContext(context)
    const page = await context.newPage()
    const [asked, answer, exchange] = [
      page.waitForRequest(/\/oauth2\/authorize/),
      page.waitForRequest(/\/callback\/\?.*code=/),
      page.waitForResponse(/\/oauth2\/token$/),
    ]
    const tenant = await createTenant('strict-ig')
    await page.goto(await tenant.launch('example'))
    await expectLoaded(page)
    const parameter = async (request: Promise<Request>, name: string) =>
      new URL((await request).url()).searchParams.get(name) ?? ''
    const [nonce, code] = [await parameter(asked, 'nonce'), await parameter(answer, 'code')]
    const body = (await (await exchange).json()) as { access_token: string; id_token: string }
    const { access_token: token, id_token: idToken } = body
    const twin = tenant.iss.replace('localhost', '127.0.0.1')
    const faults = async () => (await watch.findFaults()).join('\n')
    for (const [what, found, plant] of planted)
      await test.step(what, async () => {
        expect(await faults()).not.toMatch(found)
        await plant(page, { token, idToken, code, nonce, root: tenant.appRoot, twin })
        await expect.poll(faults).toMatch(found)
      })
  })

test('the watch of every test finds nothing where nothing is wrong', async ({ context }) => {
  const watch = watchContext(context)
  const page = await context.newPage()
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  expect(await watch.findFaults()).toEqual([])
})
