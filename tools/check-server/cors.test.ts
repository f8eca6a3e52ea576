import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headersToAsk, judgeOrigin, judgePreflight, needsPreflight } from './cors.ts'

const origin = 'https://app.example'
const guarded = {
  method: 'GET',
  headers: new Headers({ accept: 'application/fhir+json', authorization: 'Bearer x' }),
}

const answer = (headers: Record<string, string>, status = 204) =>
  new Response(null, { status, headers: { 'access-control-allow-origin': origin, ...headers } })
const allowing = (names: string) => answer({ 'access-control-allow-headers': names })

/** What a browser would miss; undefined where it is content. */
function missed(judge: () => void): string | undefined {
  try {
    judge()
    return undefined
  } catch (error) {
    return (error as { words: string }).words
  }
}

describe('needsPreflight', () => {
  it.each<[string, string, Record<string, string>, boolean]>([
    ['a plain read', 'GET', { accept: 'application/json' }, false],
    [
      'a form',
      'POST',
      { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      false,
    ],
    ['JSON', 'POST', { 'content-type': 'application/json' }, true],
    ['a token', 'GET', { authorization: 'Bearer x' }, true],
    ['another method', 'DELETE', {}, true],
  ])('of %s', (_name, method, headers, expected) => {
    expect(needsPreflight({ method, headers: new Headers(headers) })).toBe(expected)
  })
})

describe('judgePreflight', () => {
  it.each<[string, Response, RegExp]>([
    [
      'a status that is none of 2xx',
      answer({ 'access-control-allow-headers': 'authorization' }, 401),
      /status 401/,
    ],
    ['no headers let in', answer({}), /doesn’t hold authorization/],
    ['a star, which does not cover Authorization', allowing('*'), /doesn’t hold authorization/],
    [
      'another origin',
      answer({ 'access-control-allow-origin': 'https://x.example' }),
      /names another origin/,
    ],
  ])('refuses %s', (_name, response, words) => {
    expect(missed(() => judgePreflight(response, origin, guarded))).toMatch(words)
  })

  it('looks for the method where it needs leave', () => {
    const remove = { method: 'DELETE', headers: new Headers() }
    expect(missed(() => judgePreflight(answer({}), origin, remove))).toMatch(/hold DELETE/)
    const allowed = answer({ 'access-control-allow-methods': 'GET, DELETE' })
    expect(missed(() => judgePreflight(allowed, origin, remove))).toBeUndefined()
  })

  it('takes a list in any case, order and spacing, and misses whatever is taken out of it', () => {
    const names = fc.uniqueArray(fc.constantFrom('authorization', 'prefer', 'epic-client-id'), {
      minLength: 1,
    })
    const space = fc.constantFrom('', ' ', '  ')
    fc.assert(
      fc.property(names, fc.boolean(), space, (all, isUpper, gap) => {
        const headers = new Headers(all.map((name) => [name, 'x']))
        const list = (some: string[]) =>
          some.map((name) => gap + (isUpper ? name.toUpperCase() : name)).join(`${gap},`)
        const request = { method: 'GET', headers }
        expect(headersToAsk(headers)).toEqual(all.toSorted())
        const judge = (some: string[]) =>
          missed(() => judgePreflight(allowing(list(some)), origin, request))
        expect(judge(all.toReversed())).toBeUndefined()
        expect(judge(all.slice(1))).toContain(all[0])
      }),
    )
  })
})

describe('judgeOrigin', () => {
  const judge = (allowed?: string) =>
    missed(() =>
      judgeOrigin(new Headers(allowed ? { 'access-control-allow-origin': allowed } : {}), origin),
    )

  it.each(['*', origin])('is content with %s', (allowed) => expect(judge(allowed)).toBeUndefined())

  it.each([
    [undefined, /there is no/],
    ['null', /another origin/],
    [`${origin}/`, /another origin/],
    [`${origin}, ${origin}`, /several values/],
    ['*, *', /several values/],
  ])('is not with %s', (allowed, words) => {
    expect(judge(allowed)).toMatch(words)
  })
})
