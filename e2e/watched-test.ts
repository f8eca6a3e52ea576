import { test as base, expect } from '@playwright/test'
import { watchContext, type Watch } from './watch.ts'

/** A test during which every page is watched; whatever is wrong with one fails it (watch.ts says what). */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const watch = watchContext(context)
      await use(watch)
      expect(await watch.findFaults()).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
