import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { t } from '../src/language/t.ts'
import { verdictWords } from '../src/smart/check/count-findings.ts'
import { subjectTitles } from '../src/smart/check/finding.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/checking.md'), 'utf8')
const rows = guide
  .split('\n')
  .map((line) => /^\| `?([^|`]+?)`? +\|/.exec(line)?.[1])
  .filter((title) => title !== undefined)

describe('docs/checking.md', () => {
  it.each(
    [...Object.values(subjectTitles), ...Object.values(verdictWords)].map((title) => t(title)),
  )('explains "%s"', (title) => {
    expect(rows).toContain(title)
  })
})
