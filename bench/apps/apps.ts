/** An app that is measured beside ours in the browser; `name` is its folder in `bench/.built/`. */
export type MeasuredApp = {
  readonly name: 'tutorial' | 'medplum'
  /** CSS selector of the first row's value, which matches once that row can be read. */
  readonly firstRow: string
  /** A JavaScript expression, true in the page once as many rows as `count` says are in the document. */
  readonly allRows: (count: string) => string
}

/** A row for each result: `rows` is a live list, so that asking for its length again costs next to nothing. */
const bodyRows = (count: string) => `document.querySelector('tbody')?.rows.length >= ${count}`

/** All take `index.html?base=<FHIR base>&patient=<id>&token=<access token>&count=<page size>`. */
export const apps: readonly MeasuredApp[] = [
  {
    name: 'tutorial',
    firstRow: 'tbody tr:first-child td:nth-child(3):not(:empty)',
    allRows: bodyRows,
  },
  {
    name: 'medplum',
    firstRow: 'tbody tr:first-child td:nth-child(2):not(:empty)',
    allRows: bodyRows,
  },
]
