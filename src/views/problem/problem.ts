/** Something that keeps the app from going on, in words for the person who meets it. */
export type Problem = {
  readonly title: string
  /** What happened. */
  readonly explanation: string
  /** What the person can do now. */
  readonly whatToDo: string
  /** For support: error class, status, host; never a body, a token or an identifier (LOG-02). */
  readonly details?: readonly { readonly label: string; readonly value: string }[]
}
