import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'
test('probe', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('trends'))
  await expectLoaded(page)
  const overview = page.url()
  for (const view of ['overview','results','results?row=trends-1','flowsheet','patient','help','results/loinc-8867-4','results/loinc-29463-7']) {
    await page.goto(overview.replace(/overview$/, view))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForTimeout(700)
    const out = await page.evaluate(() => ({
      title: document.title,
      heads: [...document.querySelectorAll('h1,h2,h3,h4')].map((h) => h.tagName + ' ' + h.textContent),
      marks: [...document.querySelectorAll('main,nav,header,footer,section,aside,form,search,[role=region]')].map((e) => e.tagName + ' ' + (e.getAttribute('aria-label') ?? (document.getElementById(e.getAttribute('aria-labelledby') ?? '')?.textContent) ?? '-')),
      live: [...document.querySelectorAll('[role=status],[role=alert],[aria-live]')].map((e) => e.getAttribute('role') + ' ' + e.textContent?.slice(0,80)),
    }))
    console.log(view, JSON.stringify(out, null, 0))
  }
})
