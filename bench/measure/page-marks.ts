import type { CDPSession, Page } from '@playwright/test'

/** What is waited for in a page: a selector that stands for it, or a question asked of the document. */
export type Conditions = {
  /** Something that a first result is recognised by. */
  readonly first: string
  /** Gives whether all `n` results are there, as the text of an expression of `n`. */
  readonly all: string
}

/** What a page noted of itself; moments in milliseconds since 1970. */
export type Marks = {
  readonly first: number | undefined
  readonly all: number | undefined
  /** Tasks over 50 ms, as the browser counts them (Long Tasks API). */
  readonly longTasks: readonly { readonly at: number; readonly took: number }[]
}

/**
 * Makes every document of this page note when the conditions came true. They are asked for at each frame; what counts is
 * the task after it, when the frame has been laid out and painted.
 */
export async function noteMarks(
  page: Page,
  { first, all }: Conditions,
  count: number,
): Promise<void> {
  // A test of the text would be an eval, which the app's policy forbids: the question becomes a part of the script.
  await page.addInitScript(`(() => {
    const noted = (window.benchMarks = { longTasks: [] })
    const now = () => performance.timeOrigin + performance.now()
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        noted.longTasks.push({ at: performance.timeOrigin + startTime, took: duration })
    }).observe({ type: 'longtask', buffered: true })
    const n = ${String(count)}
    const isThere = {
      first: () => document.querySelector(${JSON.stringify(first)}) !== null,
      all: () => ${all},
    }
    const afterPaint = (name) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (noted[name] = now())
      port2.postMessage(undefined)
    }
    const watch = (names) => requestAnimationFrame(() => {
      const open = names.filter((name) => {
        if (!isThere[name]()) return true
        afterPaint(name)
        return false
      })
      if (open.length > 0) watch(open)
    })
    watch(['first', 'all'])
  })()`)
}

/** How long between two looks at what was noted. */
const lookEveryMs = 50

/**
 * Waits until the page has noted what is asked for, and gives all that it noted. Asked over the browser's own protocol:
 * Playwright's way would put a script of some hundred kilobytes into the page that is being measured.
 */
export async function readMarks(
  session: CDPSession,
  name: 'first' | 'all',
  timeout: number,
): Promise<Marks> {
  const end = Date.now() + timeout
  for (;;) {
    const marks = await look(session)
    if (marks?.[name] !== undefined) return marks
    if (Date.now() > end) throw new Error(`The page has not shown its ${name} rows in time.`)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** What was noted so far; undefined while one document makes room for the next. */
async function look(session: CDPSession): Promise<Marks | undefined> {
  const question = { expression: 'JSON.stringify(window.benchMarks)', returnByValue: true }
  const answer = await session.send('Runtime.evaluate', question).catch(() => undefined)
  const text: unknown = answer?.result.value
  return typeof text === 'string' ? (JSON.parse(text) as Marks) : undefined
}
