import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { heapOf } from './heap.ts'
import { waitUntilIdle } from './idle-gate.ts'
import { noteMarks, readMarks, type Conditions } from './page-marks.ts'

/** How a page is opened, and what the machine pretends to be. */
export type Opening = {
  readonly url: string
  readonly conditions: Conditions
  readonly count: number
  /** What sessionStorage of the app's origin holds before the page begins. */
  readonly storage?: Readonly<Record<string, string>>
  /** How many times slower the processor is. */
  readonly slowdown?: number
  /** Megabits in a second, where the line is slow. */
  readonly megabits?: number
  /** Whether its memory is looked at. */
  readonly heap?: boolean
}

/** What one opening of a page cost, in milliseconds from its beginning. */
export type PageCost = {
  readonly first: number
  readonly all: number
  /** The longest task over 50 ms, and all that lay over it (total blocking time). */
  readonly longest: number
  readonly blocked: number
  /** Tasks over 50 ms after the first row was there. */
  readonly longAfterFirst: number
  /** Megabytes after collection; 0 where nobody looked. */
  readonly heap: number
  readonly elements: number
}

const timeout = 240_000

/** Opens a page in a browser without any cache, and measures until all results are there. */
export async function openFresh(browser: Browser, opening: Opening): Promise<PageCost> {
  const context = await browser.newContext()
  try {
    return await openIn(context, opening)
  } finally {
    await context.close()
  }
}

/** The same in a context that may have been used before, so that its caches count. */
export async function openIn(context: BrowserContext, opening: Opening): Promise<PageCost> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await pretend(session, opening)
  await keepInStorage(page, opening)
  await noteMarks(page, opening.conditions, opening.count)
  // A new window is a page itself to the browser, of some sixty files.
  await waitUntilIdle()
  const began = Date.now()
  await page.goto(opening.url, { waitUntil: 'commit', timeout })
  const { first = began, all = began, longTasks } = await readMarks(session, 'all', timeout)
  const took = longTasks.map((task) => task.took)
  const heap = opening.heap === true ? await heapOf(session) : 0
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelectorAll('*').length`,
  })
  const elements = Number(result.value)
  await page.close()
  return {
    first: first - began,
    all: all - began,
    longest: Math.max(0, ...took),
    blocked: took.reduce((sum, one) => sum + one - 50, 0),
    longAfterFirst: longTasks.filter(({ at, took: length }) => at + length > first + 50).length,
    heap,
    elements,
  }
}

async function pretend(session: CDPSession, { slowdown = 1, megabits }: Opening): Promise<void> {
  if (slowdown !== 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  if (megabits === undefined) return
  const throughput = (megabits * 1_000_000) / 8
  await session.send('Network.enable')
  // Its own latency would come on top of the server's.
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

/** Puts entries into sessionStorage of an address's origin, in every document that finds it empty. */
export async function keepInStorage(
  page: Page,
  { storage, url }: Pick<Opening, 'storage' | 'url'>,
): Promise<void> {
  if (storage === undefined) return
  await page.addInitScript(
    ({ entries, origin }) => {
      if (location.origin !== origin || sessionStorage.length > 0) return
      for (const [key, value] of entries) sessionStorage.setItem(key, value)
    },
    { entries: Object.entries(storage), origin: new URL(url).origin },
  )
}
