import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastOf } from '../src/smart/style-tokens.ts'

const withoutComments = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
const tokens = withoutComments(readFileSync('src/ui/tokens.css', 'utf8'))

/** The colours that stand under a selector of tokens.css, in light or in dark; without an EHR's own. */
function coloursOf(selector: string, scheme: 'light' | 'dark'): Record<string, string> {
  const block = tokens.slice(tokens.indexOf(`${selector} {`)).replace(/\n\}[\s\S]*/, '')
  const pairs = block
    .replaceAll(/var\(--ehr-[\w-]+, (#[\da-f]{6})\)/g, '$1')
    .matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)
  return Object.fromEntries(
    [...pairs].map(([, name = '', light = '', dark = '']) => [
      name,
      scheme === 'light' ? light : dark,
    ]),
  )
}

const words = ['text', 'quiet', 'accent', 'accent-strong', 'warning-text', 'problem-text']
const backs = ['page', 'surface', 'sunken']
const edges = ['control', 'accent', 'chart-1', 'chart-2', 'chart-3', 'chart-4']

/** What has to be told apart: words from what lies behind them, and edges and lines from what they stand on. */
function pairs(leastOfWords: number): readonly [front: string, back: string, least: number][] {
  return [
    ...words.flatMap((word) =>
      backs.map((back) => [word, back, leastOfWords] as [string, string, number]),
    ),
    ...['text', 'accent', 'warning-text'].map(
      (word) => [word, 'warning-back', leastOfWords] as [string, string, number],
    ),
    ...['text', 'accent', 'problem-text'].map(
      (word) => [word, 'problem-back', leastOfWords] as [string, string, number],
    ),
    ['on-accent', 'accent', leastOfWords],
    ['on-accent', 'accent-strong', leastOfWords],
    ...edges.flatMap((edge) =>
      ['page', 'surface'].map((back) => [edge, back, 3] as [string, string, number]),
    ),
  ]
}

function tooPale(colours: Readonly<Record<string, string>>, leastOfWords: number): string[] {
  return pairs(leastOfWords).flatMap(([front, back, least]) => {
    const ratio = contrastOf(colours[front] ?? '', colours[back] ?? '')
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}, not ${least}`]
  })
}

describe('tokens.css', () => {
  it.each([
    ['light', ':root', 'light', 4.5],
    ['dark', ':root', 'dark', 4.5],
    ['high contrast in light', "html[data-look='contrast']", 'light', 7],
    ['high contrast in dark', "html[data-look='contrast']", 'dark', 7],
  ] as const)('tells words, edges and lines from what lies behind them in %s', (...look) => {
    const [, selector, scheme, leastOfWords] = look
    expect(tooPale(coloursOf(selector, scheme), leastOfWords)).toEqual([])
  })

  it('finds a colour that is too pale, and one that is missing', () => {
    const colours = coloursOf(':root', 'light')
    expect(tooPale({ ...colours, quiet: '#8a97a0' }, 4.5)).not.toEqual([])
    const { 'chart-4': _, ...fewer } = colours
    expect(tooPale(fewer, 4.5)).not.toEqual([])
  })

  it('leaves nothing of light standing in high contrast', () => {
    const names = (selector: string) => Object.keys(coloursOf(selector, 'light')).toSorted()
    expect(names("html[data-look='contrast']")).toEqual(names(':root'))
  })
})

/** A colour by its numbers or its name; what is inherited, and what the system calls by a name with a capital, is none. */
const rawColour =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:[^;]*\b(?:black|white|red|green|blue|yellow|orange|gr[ae]y|silver|brown|purple|pink|teal|navy|gold)\b/i
/** A size of type that no token gives. */
const rawSize = /\bfont(?:-size)?:[^;]*\d(?:\.\d+)?(?:px|rem|pt|vw)/

function strayIn(css: string): string[] {
  const lines = withoutComments(css).match(/[\w-]+:[^;{}]*;/g) ?? []
  return lines.filter((line) => rawColour.test(line) || rawSize.test(line))
}

describe('the style sheets', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && !path.endsWith('tokens.css'))
    .map((path) => `src/${path}`)

  it('take every colour and size of type from tokens.css', () => {
    expect(sheets.length).toBeGreaterThan(20)
    const stray = sheets.flatMap((path) =>
      strayIn(readFileSync(path, 'utf8')).map((line) => `${path}: ${line}`),
    )
    expect(stray).toEqual([])
  })

  it.each([
    'a { color: #fff; }',
    'a { background: rgb(0 0 0 / 14%); }',
    'a { border: 1px solid grey; }',
    'a { font-size: 13px; }',
    'a { font: 600 0.9rem/1.2 serif; }',
  ])('do not go unseen: %s', (css) => {
    expect(strayIn(css)).toHaveLength(1)
  })
})
