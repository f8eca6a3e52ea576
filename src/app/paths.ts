// Routes of the app, all in the hash, so that a reload works on any host and no server sees a session id.

export const routes = {
  home: '/',
  record: '/s/:session/*',
  signedOut: '/signed-out/:launch',
  help: '/help',
} as const

/** Routes of a record, below its session. */
export const recordRoutes = {
  overview: 'overview',
  flowsheet: 'flowsheet',
  help: 'help',
  patient: 'patient',
  results: 'results',
  trend: 'results/:series',
} as const

/** A view of a session by its route below it; the overview where none is named. */
export const recordPath = (session: string, route: string = recordRoutes.overview) =>
  `/s/${session}/${route}`

/** The first screen of a session. */
export const overviewPath = (session: string) => `/s/${session}/overview`

/** The flowsheet of a session. */
export const flowsheetPath = (session: string) => `/s/${session}/flowsheet`

/** The Patient view of a session. */
export const patientPath = (session: string) => `/s/${session}/patient`

/** The help of a session. */
export const helpPath = (session: string) => `/s/${session}/help`

/** The results of a session. */
export const resultsPath = (session: string) => `/s/${session}/results`

/** The trend of one test; `series` is made of letters, digits and `-` only. */
export const trendPath = (session: string, series: string) => `/s/${session}/results/${series}`

/** What is shown after signing out. */
export const signedOutPath = (launch: 'ehr' | 'standalone') => `/signed-out/${launch}`
