import { measureOperations, type OperationFigures } from '../measure/operations.ts'
import { measureParts, type PartFigures } from '../measure/parts.ts'
import { noteMarks, readMarks } from '../measure/page-marks.ts'
import { keepInStorage } from '../measure/run-page.ts'
import type { Stage } from './scenario.ts'

const count = 50_000

/** Measures the components on their own page. */
export async function runParts({ browser, server, passes }: Stage): Promise<PartFigures> {
  await server.set({ count: 0, latency: 0, cap: 1_000, gzip: false, total: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  try {
    return await measureParts(page, `${server.appOrigin}/parts/index.html`, Math.min(passes, 3))
  } finally {
    await page.close()
  }
}

/** Measures what is done in the app's table of fifty thousand results. */
export async function runOperations({ browser, server, own }: Stage): Promise<OperationFigures> {
  await server.set({ count, latency: 0, cap: 1_000, gzip: false, total: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  try {
    await keepInStorage(page, { storage: own.storage ?? {}, url: own.pageUrl })
    await noteMarks(page, own.conditions, count)
    await page.goto(own.pageUrl)
    await readMarks(await page.context().newCDPSession(page), 'all', 120_000)
    // What the last page brought is still being drawn.
    await page.waitForTimeout(3_000)
    return await measureOperations(page)
  } finally {
    await page.close()
  }
}
