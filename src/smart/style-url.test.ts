import { describe, expect, it } from 'vitest'
import { chooseStyleUrl } from './style-url.ts'

const own = {
  iss: 'https://ehr.example/api/FHIR/R4',
  authorizationEndpoint: 'https://login.ehr.example/authorize',
  tokenEndpoint: 'https://token.ehr.example/token',
}
const choose = (text: string | undefined, root = 'https://app.example/') =>
  chooseStyleUrl(text, own, new URL(root))

describe('chooseStyleUrl', () => {
  it.each([
    'https://ehr.example/style/I0YwRjJG%3D.json',
    'https://login.ehr.example/style.json',
    'https://token.ehr.example/style.json',
  ])('CTX-05 takes %s', (text) => {
    expect(choose(text)).toBe(text)
  })

  it.each([
    'http://ehr.example/style.json',
    'https://evil.example/style.json',
    'https://ehr.example.evil.example/style.json',
    'https://ehr.example:8443/style.json',
    'https://me@ehr.example/style.json',
    'javascript:alert(1)',
    'data:application/json,{}',
    '//ehr.example/style.json',
    `https://ehr.example/${'x'.repeat(2_000)}`,
    '',
    undefined,
  ])('CTX-05 refuses %s', (text) => {
    expect(choose(text)).toBeUndefined()
  })

  it('CTX-05 takes plain http on this machine alone, in development', () => {
    const local = 'http://localhost:9400/t'
    const addresses = { ...own, iss: local }
    const style = `${local}/style.json`
    expect(chooseStyleUrl(style, addresses, new URL('http://localhost:5180/'))).toBe(style)
    expect(chooseStyleUrl(style, addresses, new URL('https://app.example/'))).toBeUndefined()
  })
})
