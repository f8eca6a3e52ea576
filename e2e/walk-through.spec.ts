import { readFile } from 'node:fs/promises'
import { blockOf, walkThrough, type Step } from './walk-through-steps.ts'
import { expect, test } from './watched-test.ts'

test('the walk-through says of overview and trend what Chromium gives to a screen reader', async ({
  page,
}) => {
  const text = await readFile('docs/walk-through.md', 'utf8')
  const steps: readonly Step[] = ['overview', 'trend']
  for (const [step, lines] of await walkThrough(page, steps))
    expect(blockOf(step).exec(text)?.[0].split('\n').slice(3, -1), step).toEqual(lines)
})
