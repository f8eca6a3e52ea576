const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const isOpening = (code: number) => code === 0x7b || code === 0x5b
const isClosing = (code: number) => code === 0x7d || code === 0x5d

/**
 * Cuts the value of a member out of the text of a JSON object, as it was written, so that its digits stay. Of two members
 * with one name the last counts, as for `JSON.parse`. The text has to be JSON; undefined where there is no such member.
 */
export function cutMember(text: string, name: string): string | undefined {
  const place = findMember(text, name)
  return place && text.slice(place.from, place.to).trim()
}

/** Where the value of a member stands, with the white space around it. */
function findMember(
  text: string,
  name: string,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = JSON.stringify(name)
  let depth = 0
  let lastString = ''
  let from: number | undefined
  let found: { readonly from: number; readonly to: number } | undefined

  function end(at: number): void {
    if (from !== undefined) found = { from, to: at }
    from = undefined
    lastString = ''
  }

  let isInValue = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      const stop = endOfString(text, at)
      if (depth === 1 && !isInValue) lastString = text.slice(at, stop)
      at = stop - 1
    } else if (isOpening(code)) depth += 1
    else if (isClosing(code)) {
      if (depth === 1) end(at)
      depth -= 1
    } else if (depth === 1 && code === colon && !isInValue) {
      isInValue = true
      if (isSameName(lastString, wanted)) from = at + 1
    } else if (depth === 1 && code === comma) {
      isInValue = false
      end(at)
    }
  }
  return found
}

/** Where the string that begins here has ended, after its quote; the end of the text where it hasn't. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = at
    while (text.charCodeAt(slashes - 1) === backslash) slashes -= 1
    if ((at - slashes) % 2 === 0) return at + 1
  }
  return text.length
}

function isSameName(written: string, wanted: string): boolean {
  return written === wanted || (written.includes('\\') && unescape(written) === wanted)
}

/** A name may be written with escapes: "\u0069d". */
function unescape(written: string): string {
  try {
    return JSON.stringify(JSON.parse(written))
  } catch {
    return written
  }
}

/** Puts a member into the text of a JSON object that has others, in place of one of that name; all else stays as written. */
export function putMember(text: string, name: string, value: unknown): string {
  const json = JSON.stringify(value)
  const place = findMember(text, name)
  return place
    ? `${text.slice(0, place.from)}${json}${text.slice(place.to)}`
    : `${text.slice(0, text.lastIndexOf('}'))},${JSON.stringify(name)}:${json}}`
}
