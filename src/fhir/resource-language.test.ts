import { expect, it } from 'vitest'
import { readLanguageTag } from './resource-language.ts'

it.each(['es', 'es-MX', 'zh-Hant-TW', 'de-DE-1996', 'ast', ' en-US ', 'x-hospital'])(
  'reads %j as the language of a resource',
  (language) => {
    expect(readLanguageTag({ language })).toBe(language.trim())
  },
)

it.each([undefined, null, '', 'e', 'Spanish (Mexico)', 'es_MX', 'es-', '-es', 'x', 5, ['es'], {}])(
  'takes %j for no language',
  (language) => {
    expect(readLanguageTag(language === undefined ? {} : { language })).toBeUndefined()
  },
)
