/** Cuts the text of a Bundle into its entries while it is still arriving. */
export type BundleReader = {
  /** Takes the next piece of the text; gives the entries that it completes, as JSON texts in their order. */
  push(text: string): readonly string[]
  /**
   * The `link` member as JSON text, as soon as it has arrived: it mostly stands before the entries, so that the next
   * page can be asked for while this one is still on its way.
   */
  readonly link: string | undefined
  /**
   * The whole JSON with a 0 in place of each entry, once the text has ended.
   *
   * @throws {SyntaxError} where it isn't JSON, as after a connection that broke off
   */
  end(): unknown
}

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const backslash = 0x5c
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const isOpening = (code: number) => code === 0x7b || code === 0x5b
const isClosing = (code: number) => code === 0x7d || code === 0x5d

/**
 * Reads the text of a Bundle piece by piece (FHIR R4 Bundle.entry, RFC 8259). Entries are cut out by their brackets
 * alone; whether each is JSON, `JSON.parse` decides, and of all the rest `end`. A text that is no Bundle has no entries.
 */
export function createBundleReader(): BundleReader {
  let buffer = ''
  let at = 0
  let depth = 0
  let stringFrom = -1
  let entryFrom = -1
  let restFrom = 0
  let rest = ''
  let isInEntries = false
  let lastString: string | undefined
  let member: { readonly name: string | undefined; readonly from: number } | undefined
  let link: string | undefined
  let found: string[] = []

  function endEntry(end: number): void {
    if (entryFrom < 0) return
    found.push(buffer.slice(entryFrom, end))
    rest += `${buffer.slice(restFrom, entryFrom)}0`
    restFrom = end
    entryFrom = -1
  }

  function endMember(end: number): void {
    if (member?.name === 'link' && link === undefined) link = buffer.slice(member.from, end)
    member = undefined
  }

  /** Goes to the end of a string; false where it lies in text that hasn't arrived. */
  function skipString(): boolean {
    const end = endOfString(buffer, at)
    at = end < 0 ? buffer.length : end + 1
    if (end < 0) return false
    if (depth === 1 && member === undefined) lastString = buffer.slice(stringFrom, end + 1)
    stringFrom = -1
    return true
  }

  function step(code: number): void {
    const isEntryLevel = isInEntries && depth === 2
    if (isEntryLevel && entryFrom < 0 && code !== comma && !isClosing(code) && !isSpace(code))
      entryFrom = at
    if (code === quote) stringFrom = at
    else if (isOpening(code)) {
      if (depth === 1 && code === 0x5b && member?.name === 'entry') isInEntries = true
      depth += 1
    } else if (isClosing(code)) {
      if (isEntryLevel) {
        endEntry(at)
        isInEntries = false
      }
      depth -= 1
      if (isInEntries && depth === 2) endEntry(at + 1)
      if (depth === 0) endMember(at)
    } else if (code === colon && depth === 1 && member === undefined) {
      member = { name: toName(lastString), from: at + 1 }
    } else if (code === comma) {
      if (isEntryLevel) endEntry(at)
      else if (depth === 1) endMember(at)
    }
    at += 1
  }

  /**
   * Goes through what lies inside an entry, of which nothing but brackets and strings counts: nine tenths of the text.
   * Stops before the bracket that ends the entry, before a string that hasn't arrived, and at the end of the text.
   */
  function skipInside(): void {
    const text = buffer
    const { length } = text
    let here = at
    let level = depth
    for (; here < length; here += 1) {
      const code = text.charCodeAt(here)
      if (code === quote) {
        const end = endOfString(text, here + 1)
        if (end < 0) break
        here = end
      } else if (isOpening(code)) level += 1
      else if (isClosing(code)) {
        if (level === 3) break
        level -= 1
      }
    }
    at = here
    depth = level
  }

  return {
    push(text) {
      found = []
      buffer += text
      while (at < buffer.length) {
        if (entryFrom >= 0 && depth >= 3 && stringFrom < 0) {
          skipInside()
          if (at === buffer.length) break
        }
        if (stringFrom < 0) step(buffer.charCodeAt(at))
        else if (!skipString()) break
      }
      if (isInEntries) dropRead()
      return found
    },
    get link() {
      return link
    },
    end() {
      rest += buffer.slice(restFrom)
      restFrom = buffer.length
      return JSON.parse(rest) as unknown
    },
  }

  /** What lies before the entry that is arriving is not needed any more. */
  function dropRead(): void {
    const cut = restFrom
    buffer = buffer.slice(cut)
    restFrom = 0
    at -= cut
    if (entryFrom >= 0) entryFrom -= cut
    if (stringFrom >= 0) stringFrom -= cut
    if (member) member = { ...member, from: member.from - cut }
  }
}

/** Where the quotation mark is that ends a string of JSON, looked for from inside it; -1 where the text ends before. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = end
    while (text.charCodeAt(slashes - 1) === backslash) slashes -= 1
    if ((end - slashes) % 2 === 0) return end
  }
  return -1
}

function toName(text: string | undefined): string | undefined {
  try {
    const name: unknown = JSON.parse(text ?? '')
    return typeof name === 'string' ? name : undefined
  } catch {
    return undefined
  }
}
