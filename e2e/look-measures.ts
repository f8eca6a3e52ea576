import type { Page } from '@playwright/test'

/** Sets the distances that any reader may choose (WCAG 2.2, 1.4.12), in this document, until the next one. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
}

/**
 * What of the page can't be read: how far it is wider than the window, and texts cut off by what they stand in. Cells of
 * the flowsheet may be cut: what stands in the current one is said in full below.
 */
export function findCutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const over = root.scrollWidth - root.clientWidth
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one)
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (!one.checkVisibility() || one.closest('svg, .visually-hidden, [role=grid]')) return false
      if (one.clientWidth <= 1 || one.matches('thead, td:empty, select, input')) return false
      return (
        (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
      )
    })
    return [
      ...(over > 0 ? [`the page is ${over} pixels too wide`] : []),
      ...cut.map((one) => one.outerHTML.slice(0, 120)),
    ]
  })
}

/**
 * What can be pressed and is smaller than 24 by 24 pixels (2.5.8). A link within a sentence may be.
 */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=button]',
    )
    const isInSentence = (one: HTMLElement) =>
      one.matches('a') &&
      getComputedStyle(one).display === 'inline' &&
      (one.parentElement?.textContent ?? '').trim() !== (one.textContent ?? '').trim()
    return [...all].flatMap((one) => {
      if (!one.checkVisibility() || one.closest('.visually-hidden') || isInSentence(one)) return []
      // All of a card leads where its name does, and each name of the flowsheet has a row of its own.
      const whole = one.closest('label, li:has(.overview-link), [role=grid] :is(th, td)')
      const isPart = one.matches('input, .overview-link, [role=grid] a')
      const box = isPart && whole ? whole : one
      const { width, height } = box.getBoundingClientRect()
      return width >= 24 && height >= 24
        ? []
        : [`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`]
    })
  })
}

/** Goes on by Tab and says what took the focus but lay wholly under something else (2.4.11). */
export async function findHiddenFocus(page: Page, steps: number): Promise<readonly string[]> {
  const hidden: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return undefined
      const { left, top, width, height } = one.getBoundingClientRect()
      const places = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height] as const),
      )
      const isSeen = places.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y)
        return (
          hit !== null &&
          (one.contains(hit) || hit.contains(one) || hit.closest('label')?.contains(one))
        )
      })
      return isSeen ? undefined : one.outerHTML.slice(0, 120)
    })
    if (found !== undefined) hidden.push(found)
  }
  return hidden
}
