import { readFile, writeFile } from 'node:fs/promises'
import { test } from '@playwright/test'
import { blockOf, walkThrough } from './walk-through-steps.ts'

const path = 'docs/walk-through.md'

test('writes what a screen reader is given into the walk-through', async ({ page }) => {
  const said = await walkThrough(page, ['launch', 'overview', 'table', 'trend'])
  let text = await readFile(path, 'utf8')
  for (const [step, lines] of said)
    text = text.replace(blockOf(step), (_all, start: string, end: string) =>
      [start, lines.join('\n'), end].join(''),
    )
  await writeFile(path, text)
})
