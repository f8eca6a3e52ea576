/** Words are compared by so many characters; what two words share up to there makes them one. */
const wordLength = 24

const marks = /\p{M}+/gu
/** "St. Mary's" is found by "marys" and by "mary's". */
const apostrophes = /['’ʼ‘`]/g
const word = /[\p{L}\p{N}]+/gu

/**
 * Gives the words of a text as they are compared: without case, accents and apostrophes, parted at whatever is neither
 * letter nor digit, each once. Those of its own words are the same words.
 */
export function wordsOf(text: string): string[] {
  const plain = (each: string) => each.normalize('NFKD').replace(marks, '').toLowerCase()
  // Lower case may bring a mark of its own, as that of "İ" does.
  const found = plain(plain(text)).replace(apostrophes, '').match(word) ?? []
  return [...new Set(found.map((each) => Array.from(each).slice(0, wordLength).join('')))]
}
