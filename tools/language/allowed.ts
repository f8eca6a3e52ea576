/** Words that stay as they are in every language. */
export type Allowed = {
  readonly path: string
  readonly text: string
  readonly why: string
}

/** What the search for forgotten words would complain of, and why it stays. */
export const allowed: readonly Allowed[] = []
