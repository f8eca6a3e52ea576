/** One fact for whoever helps: what it is and what it says, both in words. */
export type Fact = { readonly label: string; readonly value: string }

/** What the page knows of itself and of the browser it runs in. */
export type Environment = {
  readonly version: string
  readonly origin: string
  readonly userAgent: string
  readonly isFramed: boolean
  readonly hasStorage: boolean
  readonly timeZone: string
  /** Epoch milliseconds. */
  readonly now: number
}

const firstLine = 'Chartside support code 1'
const mostCharacters = 4_000

/**
 * Writes facts as a block of text to be sent to whoever helps: a first line with the version of this form, then one
 * `label: value` a line. What would break a line, or turn its direction, becomes a space, so that no value can pass for
 * another fact.
 */
export function toSupportCode(facts: readonly Fact[]): string {
  const lines = facts.map(
    ({ label, value }) => `${label}: ${oneLine(value).slice(0, mostCharacters)}`,
  )
  return [firstLine, ...lines].join('\n')
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
}

/** The page and the browser, as facts. */
export function describeEnvironment(environment: Environment): Fact[] {
  return [
    { label: 'App version', value: environment.version },
    { label: 'App address', value: environment.origin },
    { label: 'In a frame', value: environment.isFramed ? 'yes' : 'no' },
    { label: 'Tab storage', value: environment.hasStorage ? 'works' : 'blocked' },
    { label: 'Browser', value: environment.userAgent },
    { label: 'Time', value: `${toTime(environment.now)}, browser in ${environment.timeZone}` },
  ]
}

/** UTC, to the second. */
export function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}
