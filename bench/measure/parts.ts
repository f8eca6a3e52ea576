import type { CDPSession, Page } from '@playwright/test'
import type { MountCost, PartName, PartsPage } from '../apps/parts/parts-page.ts'
import { spreadOf, type Spread } from './spread.ts'
import { taskTimePerStep } from './task-time.ts'

/** What mounts of a part cost, in milliseconds, and of how many elements it consists. */
type MountFigures = {
  readonly layout: Spread
  readonly painted: Spread
  readonly elements: number
}

/** The parts of the app beside what they are compared with (G13, G14, G15). */
export type PartFigures = {
  readonly table: {
    readonly thousand: MountFigures
    readonly fiftyThousand: MountFigures
    /** A `<table>` with all of the fifty thousand rows. */
    readonly plain: MountFigures
  }
  readonly trend: {
    readonly fiveThousand: MountFigures
    readonly twentyThousand: MountFigures
    /** recharts with all of the twenty thousand points. */
    readonly plain: MountFigures
    /** Milliseconds of the main thread for a move of the mouse over twenty thousand points. */
    readonly hover: Spread
    readonly plainHover: Spread
  }
  readonly sparklines: {
    readonly ours: MountFigures
    /** Undefined where it isn't installed. */
    readonly uplot: MountFigures | undefined
  }
}

/** How often a part is mounted in a pass, in turn with the other of its pair. */
const REPEATS = 5
const MOVES = 40
const CHARTS = 20

type Mount = readonly [part: PartName, count: number]
type Costs = Map<string, MountCost[]>

async function mount(page: Page, [part, count]: Mount): Promise<MountCost | undefined> {
  return page.evaluate(
    ([name, size]) => (window as unknown as { parts: PartsPage }).parts.mount(name, size),
    [part, count] as const,
  )
}

/** Mounts each in turn, so often; `warm` goes before, so that the code is compiled. */
async function mountInTurn(
  page: Page,
  session: CDPSession,
  costs: Costs,
  { warm, mounts, repeats }: { warm: readonly Mount[]; mounts: readonly Mount[]; repeats: number },
): Promise<void> {
  // What earlier parts left is not these ones' affair. Not before each mount, as compiled code would go too.
  await page.evaluate(() => (window as unknown as { parts: PartsPage }).parts.clear())
  await session.send('HeapProfiler.collectGarbage')
  for (const one of warm) await mount(page, one)
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const one of mounts) {
      const cost = await mount(page, one)
      const name = one.join(' ')
      if (cost !== undefined) costs.set(name, [...(costs.get(name) ?? []), cost])
    }
}

/** Moves the mouse over the chart that is shown. */
async function hover(page: Page, session: CDPSession): Promise<number> {
  const box = await page.locator('main svg').first().boundingBox()
  if (box === null) throw new Error('There is no chart.')
  const moveTo = (share: number) =>
    page.mouse.move(box.x + box.width * (0.15 + 0.7 * share), box.y + box.height * 0.4)
  await moveTo(0)
  return taskTimePerStep(session, MOVES, (index) => moveTo((index + 1) / MOVES))
}

/** Measures the parts on their page at `url`, in so many passes over all of them. */
export async function measureParts(page: Page, url: string, passes: number): Promise<PartFigures> {
  const session = await page.context().newCDPSession(page)
  const costs: Costs = new Map()
  const [hovers, plainHovers]: [number[], number[]] = [[], []]
  for (let pass = 0; pass < passes; pass += 1) {
    await page.goto(url)
    await page.waitForFunction(() => 'parts' in window, null)
    await mountInTurn(page, session, costs, {
      warm: Array.from({ length: 3 }, () => ['table', 400] as const),
      mounts: [
        ['table', 1_000],
        ['table', 50_000],
      ],
      repeats: REPEATS,
    })
    await mountInTurn(page, session, costs, {
      warm: Array.from({ length: 3 }, () => ['trend', 1_000] as const),
      mounts: [
        ['trend', 5_000],
        ['trend', 20_000],
      ],
      repeats: REPEATS,
    })
    await hover(page, session)
    hovers.push(await hover(page, session))
    await mountInTurn(page, session, costs, {
      warm: [
        ['sparklines', 2],
        ['uplot-sparklines', 2],
      ],
      mounts: [
        ['sparklines', CHARTS],
        ['uplot-sparklines', CHARTS],
      ],
      repeats: REPEATS,
    })
    await mountInTurn(page, session, costs, {
      warm: [['plain-trend', 50]],
      mounts: [['plain-trend', 20_000]],
      repeats: 1,
    })
    plainHovers.push(await hover(page, session))
    await mountInTurn(page, session, costs, {
      warm: [['plain-table', 50]],
      mounts: [['plain-table', 50_000]],
      repeats: 1,
    })
  }
  const figuresOf = (...one: Mount): MountFigures | undefined => {
    const all = costs.get(one.join(' '))
    const [first] = all ?? []
    if (all === undefined || first === undefined) return undefined
    return {
      layout: spreadOf(all.map(({ layout }) => layout)),
      painted: spreadOf(all.map(({ painted }) => painted)),
      elements: first.elements,
    }
  }
  const known = (...one: Mount): MountFigures => {
    const figures = figuresOf(...one)
    if (figures === undefined) throw new Error(`${one.join(' ')} was not mounted.`)
    return figures
  }
  return {
    table: {
      thousand: known('table', 1_000),
      fiftyThousand: known('table', 50_000),
      plain: known('plain-table', 50_000),
    },
    trend: {
      fiveThousand: known('trend', 5_000),
      twentyThousand: known('trend', 20_000),
      plain: known('plain-trend', 20_000),
      hover: spreadOf(hovers),
      plainHover: spreadOf(plainHovers),
    },
    sparklines: {
      ours: known('sparklines', CHARTS),
      uplot: figuresOf('uplot-sparklines', CHARTS),
    },
  }
}
