import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { smartStyle } from '../../sandbox/smart-style.ts'
import { readSmartStyle } from './read-smart-style.ts'
import { changedTokens, contrastOf, fixedTokens, toStyleTokens } from './style-tokens.ts'

const css = readFileSync('src/ui/tokens.css', 'utf8').replaceAll(/\(\s+/g, '(')
const valuesOf = (json: object) => {
  const { tokens, ...counts } = toStyleTokens(readSmartStyle(json).style)
  return { ...Object.fromEntries(tokens.map(({ name, value }) => [name, value])), ...counts }
}
const counts = { unreadable: 0, unused: 0 }

describe('toStyleTokens', () => {
  it('CTX-05 goes by what tokens.css says, where each token may be replaced', () => {
    for (const [name, value] of Object.entries(fixedTokens))
      expect(css).toContain(`--${name}: light-dark(${value}, `)
    for (const [name, value] of Object.entries(changedTokens))
      expect(css).toContain(`--${name}: light-dark(var(--ehr-${name}, ${value}), `)
    for (const name of ['round', 'size-root', 'font-body', 'font-heading'])
      expect(css).toContain(`--${name}: var(--ehr-${name},`)
  })

  it('CTX-05 takes the style of the sandbox, but for what would be hard to read', () => {
    expect(valuesOf(smartStyle)).toEqual({
      page: '#edeae3',
      text: '#303030',
      'problem-text': '#9e2d2d',
      round: '0.375rem',
      'font-body': '"Georgia", "Times", "Times New Roman", serif',
      'font-heading': '"HelveticaNeue-Light", "Helvetica", "Arial", sans-serif',
      // Its highlight is pale blue; its backdrop, success and spacing have no use here.
      unreadable: 1,
      unused: 3,
    })
  })

  it.each([
    ['a pale text', { color_text: '#888888' }],
    ['a dark page', { color_background: '#202020' }],
    ['an accent too pale for white on it', { color_highlight: '#69b5ce' }],
    ['a text that can be seen through', { color_text: '#000000ff' }],
    ['an accent in the red of problems', { color_highlight: '#93101f' }],
    ['an accent in a brighter red than that of problems', { color_highlight: '#c62828' }],
    ['words in red', { color_text: '#7a0f1a' }],
    ['a green for problems', { color_error: '#0b6b2e' }],
    ['the colour of words for problems', { color_error: '#15212a' }],
    ['the colour of warnings for problems', { color_error: '#6b4300' }],
    ['a page in the colour that lies behind problems', { color_background: '#fdecec' }],
    ['a page in the colour that lies behind warnings', { color_background: '#fdf3dc' }],
  ])('CTX-05 refuses %s', (_name, style) => {
    expect(valuesOf(style)).toEqual({ ...counts, unreadable: 1 })
  })

  it('CTX-05 refuses a dark page with its pale text as well', () => {
    expect(valuesOf({ color_background: '#202020', color_text: '#eeeeee' })).toEqual({
      ...counts,
      unreadable: 2,
    })
  })

  it('CTX-05 derives what is pressed from the highlight', () => {
    expect(valuesOf({ color_highlight: '#2a4d8f' })).toEqual({
      ...counts,
      accent: '#2a4d8f',
      'accent-strong': '#203a6b',
    })
  })
})

describe('contrastOf', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('gives that of %s on %s', (one, other, expected) => {
    expect(contrastOf(one, other)).toBeCloseTo(expected, 2)
    expect(contrastOf(other, one)).toBeCloseTo(expected, 2)
  })
})
