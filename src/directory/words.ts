/** Words are compared by so many characters; what two words share up to there makes them one. */
const wordLength = 24

/** Marks, and what is there to be unseen, such as a soft hyphen. */
const unseen = /[\p{M}\p{Cf}]+/gu
/** "St. Mary's" is found by "marys" and by "mary's", whichever sign stands for the apostrophe. */
const apostrophes = /['’‘‛`´′ʼʻʹ]/g
const word = /[\p{L}\p{N}]+/gu

/** Letters that are no other letter with a mark, and how they are typed without their key. */
const plainOf: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ȷ: 'j',
  ŋ: 'n',
  // The same letter at the end of a word.
  ς: 'σ',
}
const special = new RegExp(`[${Object.keys(plainOf).join('')}]`, 'g')

/**
 * Gives the words of a text as they are compared: without case, accents and apostrophes, parted at whatever is neither
 * letter nor digit, each once. Those of its own words are the same words.
 */
export function wordsOf(text: string): string[] {
  const plain = (each: string) => each.normalize('NFKD').replace(unseen, '').toLowerCase()
  // "´" would become a space with a mark. Lower case may bring a mark of its own, as that of "İ" does.
  const found =
    plain(plain(text.replace(apostrophes, '')))
      .replace(apostrophes, '')
      .replace(special, (letter) => plainOf[letter] ?? letter)
      .match(word) ?? []
  return [...new Set(found.map((each) => Array.from(each).slice(0, wordLength).join('')))]
}

/** Codes that are written in two parts, and without a separator as often: "02111-1234", "M5V 2T6", "SW1A 1AA", "1012 AB". */
const twoParts = [
  /^(\d{5})(\d{4})$/,
  /^([a-z]\d[a-z])(\d[a-z]\d)$/,
  /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/,
  /^(\d{4})([a-z]{2})$/,
]

/** Gives the words of a postal code: its parts, and all of it as one, however it is written. */
export function wordsOfCode(code: string): string[] {
  const parts = wordsOf(code)
  const [whole = ''] = wordsOf(parts.join(''))
  const found = twoParts.flatMap((pattern) => pattern.exec(whole)?.slice(1) ?? [])
  return [...new Set([...parts, whole, ...found])].filter((each) => each !== '')
}
