import type { Page } from '@playwright/test'

/** What axe doesn't hold against a page, but a reader by headings, landmarks or Tab would stumble over; nothing if all is well. */
export function findStructureFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = <One extends Element>(selector: string) =>
      [...document.querySelectorAll<One & HTMLElement>(selector)].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      )
    const nameOf = (one: Element) => {
      const ids = one.getAttribute('aria-labelledby')?.split(' ') ?? []
      const named = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      return (named || one.getAttribute('aria-label')) ?? ''
    }
    const faults: string[] = []
    const levels = seen('h1, h2, h3, h4, h5, h6').map((one) => Number(one.tagName[1]))
    if (levels.filter((level) => level === 1).length !== 1) faults.push('not one h1')
    if (levels[0] !== 1) faults.push('a heading before the h1')
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 1) + 1) faults.push(`h${level} without the one above it`)
    })
    if (seen('main').length !== 1) faults.push('not one main')
    const named = ['nav', 'section[aria-label], section[aria-labelledby], [role=region]', 'search']
    for (const selector of named) {
      const names = seen(selector).map(nameOf)
      if (names.some((name, index) => names.indexOf(name) !== index))
        faults.push(`${selector} of one name: ${names.join(', ')}`)
    }
    if (seen('[tabindex]').some((one) => one.tabIndex > 0)) faults.push('a tabindex above 0')
    // The parts of the page stand below one another as they are read.
    const parts = seen('.page-frame > *').filter((one) => one.textContent !== '')
    parts.forEach((one, index) => {
      const above = parts[index - 1]
      if (above && one.getBoundingClientRect().top < above.getBoundingClientRect().top)
        faults.push(`read after what is below it: ${one.outerHTML.slice(0, 80)}`)
    })
    if (document.documentElement.lang === '') faults.push('no language')
    const help = seen<HTMLAnchorElement>('header a').filter(({ href }) => href.endsWith('/help'))
    const settings = seen('.settings-opener')
    const order = help[0] && settings[0]?.compareDocumentPosition(help[0])
    if (help.length !== 1) faults.push('no help at the head')
    if (order !== undefined && (order & Node.DOCUMENT_POSITION_PRECEDING) === 0)
      faults.push('the help after the settings')
    return faults
  })
}

/** From now on, and in later documents, keeps each text that a live region comes to say. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const last = new WeakMap<Element, string>()
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
        const text = region.textContent.replaceAll(/\s+/g, ' ').trim()
        if (text !== (last.get(region) ?? '') && text !== '')
          said.push(`${region.getAttribute('role') ?? ''}: ${text}`)
        last.set(region, text)
      }
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { said: readonly string[] }).said)
}
