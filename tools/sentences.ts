import { join } from 'node:path'
import { findCatalogueFaults } from './language/catalogue-faults.ts'
import { readCatalogue, translated, writeCatalogue } from './language/catalogue-files.ts'
import { completeCatalogue, countEmpty } from './language/complete-catalogue.ts'
import { findSentences } from './language/find-sentences.ts'
import { readSources } from './language/syntax.ts'

const repository = join(import.meta.dirname, '..')

/**
 * `npm run sentences`: says what in the source can't be translated, and what is wrong with the catalogue of each
 * language; with `--write`, brings the catalogues to the sentences there are. Gives the exit code: 1 where anything is
 * to be done.
 */
export async function main(
  args: readonly string[],
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  root: string = repository,
): Promise<number> {
  const { sentences, faults } = findSentences(readSources(root))
  for (const { path, line, fault, text } of faults) say(`${path}:${line} ${fault}: ${text}`)
  let isDone = faults.length === 0
  for (const language of translated) {
    if (args.includes('--write')) {
      const catalogue = completeCatalogue(language, readCatalogue(root, language), sentences)
      writeCatalogue(root, language, catalogue)
      say(`${language}: ${countEmpty(catalogue)} of ${sentences.length} to be translated`)
    }
    const wrong = findCatalogueFaults(language, readCatalogue(root, language), sentences)
    if (!args.includes('--write')) for (const one of wrong) say(`${language}: ${one}`)
    isDone &&= wrong.length === 0
  }
  say(`${sentences.length} sentences, ${faults.length} faults in the source.`)
  return isDone ? 0 : 1
}
