/** A string, a bracket, a comma or a colon; all else between them is white space, a number or a word. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]/g

/**
 * Gives the value of a member of a JSON object as it stands in the text, so that it can be kept character by character:
 * every digit of its numbers, the order of its members. Of several by one name it is the last, as for `JSON.parse`. The
 * text must be JSON; undefined where it is no object, or has no such member.
 */
export function memberText(json: string, name: string): string | undefined {
  let depth = 0
  let from: number | undefined
  let isWanted = false
  let found: string | undefined
  let last = ''
  for (const { 0: part, index } of json.matchAll(token)) {
    if (depth === 1 && part === ':' && from === undefined) {
      isWanted = JSON.parse(last) === name
      from = index + 1
    }
    if (part === '}' || part === ']') depth -= 1
    const isEnd = (depth === 1 && part === ',') || (depth === 0 && part === '}')
    if (isEnd && from !== undefined) {
      if (isWanted) found = json.slice(from, index).trim()
      from = undefined
    }
    if (depth === 0 && part === '[') return undefined
    if (part === '{' || part === '[') depth += 1
    last = part
  }
  return found
}
