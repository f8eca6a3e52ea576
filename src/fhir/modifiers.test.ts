import { expect, it } from 'vitest'
import { hasModifiers } from './modifiers.ts'

it.each([
  [{ modifierExtension: [{ url: 'urn:not' }] }, true],
  [{ modifierExtension: { url: 'urn:not' } }, true],
  [{ implicitRules: 'http://example.org/rules' }, true],
  [{ modifierExtension: [] }, false],
  [{ extension: [{ url: 'urn:more' }] }, false],
  [{}, false],
])('D8 tells whether %j carries a modifier: %j', (element, is) => {
  expect(hasModifiers(element)).toBe(is)
})
