/** Words that stay as they are in every language. */
export type Allowed = {
  /** A file; a folder, with a slash at its end, for all in it. */
  readonly path: string
  /** Undefined for whatever looks like a sentence there. */
  readonly text?: string
  /** The name of the variable or function that it is in, where only that is meant. */
  readonly within?: string
  readonly why: string
}

/** What the search for forgotten words would complain of, and why it stays. */
export const allowed: readonly Allowed[] = [
  { path: 'src/app/plan-checks.ts', text: 'config.json', why: 'The name of a file.' },
  ...['wordsLabel', 'addressLabel', 'toDetails'].map((within) => ({
    path: 'src/app/problems.ts',
    within,
    why: 'Details for IT support; shown as English.',
  })),
  { path: 'src/app/problems.ts', text: 'Kind', why: 'Part of the same.' },
  { path: 'src/app/problem-page.tsx', text: 'Problem', why: 'A line of the support code.' },
  {
    path: 'src/config/',
    why: 'Faults of config.json are for who installs the app, and known before the language is, which the file has a word in.',
  },
  {
    path: 'src/smart/diagnostics.ts',
    why: 'For IT support, which may not read the language of the page; shown as English.',
  },
  { path: 'src/smart/support-code.ts', why: 'Part of the same.' },
  {
    path: 'src/smart/check/check-fhir.ts',
    text: 'Bearer chartside-check-no-real-token',
    why: 'A header.',
  },
  { path: 'src/smart/check/judge-browser.ts', text: 'Web Locks', why: 'The name of an API.' },
  {
    path: 'src/app/problems.ts',
    text: 'Words from the server, unchecked',
    why: 'A label of the details for support.',
  },
  {
    path: 'src/app/problems.ts',
    text: 'More from the server, unchecked, at',
    why: 'A label of the details for support.',
  },
  {
    path: 'src/app/problems.ts',
    text: 'Error code from the server',
    why: 'A label of the details for support.',
  },
  {
    path: 'src/observations/export/csv-columns.ts',
    why: 'Names of columns, which programs go by: the same in every language.',
  },
  {
    path: 'src/observations/interpretation.ts',
    within: 'OLD_WORDS',
    why: 'Words of servers, to be compared with.',
  },
  {
    path: 'src/observations/sample-observation.ts',
    text: 'Hemoglobin A1c',
    why: 'What a server might send.',
  },
  { path: 'src/views/home/home-view.tsx', text: 'Chartside', why: 'The name of the app.' },
]
