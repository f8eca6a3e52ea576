import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPath } from './match-path.ts'

describe('matchPath', () => {
  it.each([
    ['/', '/', {}],
    ['/help', '/help', {}],
    ['/help', '/help/', {}],
    ['/s/:session/*', '/s/a', { session: 'a' }],
    ['/s/:session/*', '/s/a/results/x', { session: 'a' }],
    ['/s/:session/results/:series', '/s/a/results/x', { session: 'a', series: 'x' }],
  ])('reads by %s what stands in %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params)
  })

  it.each([
    ['/', '/help'],
    ['/help', '/'],
    ['/help', '/helper'],
    ['/s/:session/*', '/s'],
    ['/s/:session/results', '/s/a/results/x'],
    ['/s/:session/results/:series', '/s/a/results'],
    ['/s/:session', '/s/%'],
  ])('finds by %s nothing in %s', (pattern, path) => {
    expect(matchPath(pattern, path)).toBeUndefined()
  })

  it('gives any text back that was written into a path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        expect(matchPath('/s/:text', `/s/${encodeURIComponent(text)}`)).toEqual({ text })
      }),
    )
  })
})
