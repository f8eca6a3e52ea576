import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCatalogueFaults } from './catalogue-faults.ts'
import { readCatalogue, translated } from './catalogue-files.ts'
import { findSentences } from './find-sentences.ts'
import { readSources } from './syntax.ts'

const root = join(import.meta.dirname, '../..')
const { sentences, faults } = findSentences(readSources(root))

describe('what the app says', () => {
  it('stands in its source so that it can be translated', () => {
    expect(
      faults.map(({ path, line, fault, text }) => `${path}:${line} ${fault}: ${text}`),
    ).toEqual([])
  })

  it.each(translated)('is translated into %s, each sentence in every form', (language) => {
    expect(findCatalogueFaults(language, readCatalogue(root, language), sentences)).toEqual([])
  })
})
