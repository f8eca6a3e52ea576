import { describe, expect, it } from 'vitest'
import { readErrorUri } from './error-uri.ts'

describe('readErrorUri', () => {
  it('ERR-02 takes an https address', () => {
    const uri = 'https://authorization.example/errors/urn%3Aerror/instances/1?client=a'
    expect(readErrorUri(uri)).toBe(uri)
  })

  it.each([
    undefined,
    null,
    7,
    '',
    'call 555-0100',
    'http://ehr.example/errors/1',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:pw@ehr.example/',
  ])('ERR-02 takes nothing else: %j', (json) => {
    expect(readErrorUri(json)).toBeUndefined()
  })

  it('ERR-02 takes no more than a reader can use', () => {
    expect(readErrorUri(`https://ehr.example/${'x'.repeat(9_000)}`)).toHaveLength(500)
  })
})
