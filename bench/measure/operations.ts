import type { Page } from '@playwright/test'
import { percentile } from '../percentile.ts'
import { spreadOf, type Spread } from './spread.ts'
import { taskTimePerStep } from './task-time.ts'

/** What something done in the table of results took, in milliseconds from the event. */
type Answer = {
  /** Until other rows were committed and laid out. */
  readonly layout: Spread
  /** Until the frame with them was done. */
  readonly painted: Spread
  /** The longest task meanwhile. */
  readonly longestTask: number
}

/** What is done with the results view (G13, G16). */
export type OperationFigures = {
  readonly search: Answer
  readonly sort: Answer
  readonly scroll: {
    /** The frame that 95 of a hundred aren't longer than, when nothing is done and when the wheel is turned. */
    readonly idle: number
    readonly frame: number
    /** Milliseconds of the main thread for a step of the wheel. */
    readonly task: number
  }
}

type Times = { readonly layout: number; readonly painted: number; readonly longestTask: number }

/** Begun words, most letters of which leave fewer results. */
const WORDS = ['he', 'bo', 'cr', 'po']
/** Which columns are sorted by, each both ways. */
const COLUMNS = [1, 2, 4, 0]
const STEPS = 60
const STEP = 180

/**
 * Does something to the page, and says when its table showed it, counted from the next event of a kind; undefined where
 * the same rows stayed in sight.
 */
async function timed(
  page: Page,
  event: 'input' | 'click',
  act: () => Promise<void>,
): Promise<Times | undefined> {
  const times = await page.evaluateHandle((kind) => {
    const tasks: number[] = []
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' })
    const table = document.querySelector('main table')
    const body = table?.closest<HTMLElement>('main')
    let began = NaN
    const seen = new Promise<Times | undefined>((resolve) => {
      const changes = new MutationObserver((records) => {
        const isRow = ({ target }: MutationRecord) =>
          (target instanceof Element ? target : target.parentElement)?.closest('tbody') !== null
        if (Number.isNaN(began) || !records.some(isRow)) return
        changes.disconnect()
        void body?.offsetHeight
        const layout = performance.now() - began
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => {
            const painted = performance.now() - began
            // A task is told of some time after its end.
            setTimeout(() => resolve({ layout, painted, longestTask: Math.max(0, ...tasks) }), 200)
          })
          port1.start()
          port2.postMessage(undefined)
        })
      })
      if (body)
        changes.observe(body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      const begin = () => {
        began = performance.now()
        setTimeout(() => {
          changes.disconnect()
          resolve(undefined)
        }, 2_000)
      }
      document.addEventListener(kind, begin, { capture: true, once: true })
    })
    return { seen }
  }, event)
  await act()
  return times.evaluate(({ seen }) => seen)
}

function answerOf(answers: readonly (Times | undefined)[]): Answer {
  const all = answers.filter((answer) => answer !== undefined)
  return {
    layout: spreadOf(all.map(({ layout }) => layout)),
    painted: spreadOf(all.map(({ painted }) => painted)),
    longestTask: Math.max(0, ...all.map(({ longestTask }) => longestTask)),
  }
}

async function search(page: Page): Promise<Answer> {
  const field = page.getByRole('searchbox').first()
  await field.focus()
  const all: (Times | undefined)[] = []
  for (const word of WORDS) {
    for (const letter of word)
      all.push(await timed(page, 'input', () => page.keyboard.press(letter)))
    await timed(page, 'input', () => field.fill(''))
  }
  return answerOf(all)
}

async function sort(page: Page): Promise<Answer> {
  const buttons = page.locator('main thead button')
  const all: (Times | undefined)[] = []
  for (const column of COLUMNS)
    for (let way = 0; way < 2; way += 1)
      all.push(await timed(page, 'click', () => buttons.nth(column).click()))
  return answerOf(all)
}

/** How long each frame takes while something is done. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const frames = await page.evaluateHandle(() => {
    const lengths: number[] = []
    const watch = { lengths, isOver: false }
    let last = performance.now()
    const next = () => {
      const now = performance.now()
      lengths.push(now - last)
      last = now
      if (!watch.isOver) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    return watch
  })
  await act()
  return frames.evaluate((watch) => {
    watch.isOver = true
    return watch.lengths.slice(2)
  })
}

async function scroll(page: Page): Promise<OperationFigures['scroll']> {
  const session = await page.context().newCDPSession(page)
  const scroller = page.locator('main .table-scroller')
  // Where it begins, so that the page itself has nothing to scroll.
  await scroller.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await scroller.locator('thead').hover()
  let task = 0
  const turn = (pixels: number) => async () => {
    task = await taskTimePerStep(session, STEPS, async () => {
      await page.mouse.wheel(0, pixels)
      await page.waitForTimeout(16)
    })
  }
  const idle = await framesOf(page, turn(0))
  const turned = await framesOf(page, turn(STEP))
  await session.detach()
  const moved = await scroller.evaluate((element) => element.scrollTop)
  if (moved < (STEPS * STEP) / 2) throw new Error(`The table was scrolled by ${moved} pixels only.`)
  return { idle: percentile(idle, 0.95), frame: percentile(turned, 0.95), task }
}

/** Searches, sorts and scrolls on a page that shows the results view with all results loaded. */
export async function measureOperations(page: Page): Promise<OperationFigures> {
  return { search: await search(page), sort: await sort(page), scroll: await scroll(page) }
}
