import { withoutHint } from './t.ts'

/** Letters that stand for those of English, so that whoever sees a plain one knows of a sentence that was forgotten. */
const letters: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/**
 * Dresses up an English sentence as one of the pseudo-language: in brackets, with accents, a third longer as German
 * and Spanish are. Its gaps stay.
 */
export function toPseudo(text: string): string {
  const bare = withoutHint(text)
  const dressed = bare.replaceAll(/\{\w+\}|[aeiounAEIOU]/g, (part) => letters[part] ?? part)
  return `⟦${dressed}${'·'.repeat(Math.ceil(bare.length / 3))}⟧`
}
