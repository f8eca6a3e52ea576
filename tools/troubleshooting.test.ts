import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../src/app/app-error.ts'
import { toProblem } from '../src/app/problems.ts'
import { refusals, smartProblems, wrongClock } from '../src/app/smart-problems.ts'
import { ConfigError } from '../src/config/load-config.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/troubleshooting.md'), 'utf8')

describe('docs/troubleshooting.md', () => {
  const problems = [
    ...Object.values(smartProblems),
    ...Object.values(refusals),
    wrongClock,
    ...(['not-found', 'wrong-patient', 'record-merged'] as const).map((failure) =>
      toProblem(new AppError(failure)),
    ),
    toProblem(new ConfigError([])),
    toProblem(new Error()),
  ]

  it.each([...new Set(problems.map(({ title }) => title))])('explains "%s"', (title) => {
    expect(guide).toContain(`| ${title} `)
  })

  it.each([
    [
      'ERR-03 the page that Epic keeps its errors on',
      'Something went wrong trying to authorize the client',
    ],
    [
      'EMB-03 that Oracle wants no authorization in an iframe',
      'run the authorization in an iframe',
    ],
    ['EMB-03 what PowerChart opens', 'PowerChart, use its own embedded browser'],
    ['EMB-03 what MPages need', 'cerner-smart-embeddable-lib'],
    ['EMB-09 the permission for local networks', 'allow="local-network-access"'],
  ])('names %s', (_name, words) => {
    expect(guide).toContain(words)
  })
})
