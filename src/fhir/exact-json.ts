/** A string, left alone, or a number as RFC 8259 has it. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Found in any array or object that holds a number which JavaScript would write in another way: one that ends in a zero
 * behind its point, is long, very small, negative and zero, or has an exponent. Found in some others too, as in a string
 * that reads like a piece of JSON.
 */
const maybeInexact =
  /[:,[]\s*(?:-0|-?(?:\d+\.\d*0|[\d.]{16,}|0\.0{6}\d*|\d+(?:\.\d+)?[eE][+-]?\d+))\s*[,\]}]/

/** Puts another text in place of each number whose digits JavaScript would not give back as they were sent. */
function replaceInexact(text: string, replace: (digits: string) => string): string {
  return text.replace(token, (found) =>
    found.startsWith('"') || String(Number(found)) === found ? found : replace(found),
  )
}

/**
 * Parses JSON without losing a digit: a number that JavaScript would write in another way (5.10, 1.50E3, one of more
 * than seventeen digits) is given as the text of its digits, any other as a number. FHIR R4 decimal: "the precision of
 * the decimal value has significance", which `JSON.parse` alone does not keep.
 *
 * @throws {SyntaxError} where the text isn't JSON
 */
export function parseExact(text: string): unknown {
  // Whether it is JSON, is decided before anything is put into quotes.
  const parsed: unknown = JSON.parse(text)
  // Most resources hold none, and looking at each number costs more than all other reading.
  if (typeof parsed === 'object' && !maybeInexact.test(text)) return parsed
  const exact = replaceInexact(text, (digits) => `"${digits}"`)
  return exact === text ? parsed : JSON.parse(exact)
}

/**
 * Indents JSON for reading, every number with its digits as sent.
 *
 * @throws {SyntaxError} where the text isn't JSON
 */
export function indentExact(text: string): string {
  JSON.parse(text)
  let mark = 'exact:'
  while (text.includes(mark)) mark = `_${mark}`
  const marked: unknown = JSON.parse(replaceInexact(text, (digits) => `"${mark}${digits}"`))
  return JSON.stringify(marked, null, 2).replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1')
}
