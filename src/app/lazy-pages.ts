import { lazy } from 'react'
import { partFrom } from '../ui/part-from.tsx'

// Each page by itself: none waits for another's code.

/** The first page, and what fetches its code. */
export const [HomePage, preloadHome] = partFrom(
  async () => (await import('./home-page.tsx')).HomePage,
)

/** The pages of a session, and what fetches their code. */
export const [RecordRoutes, preloadRecord] = partFrom(
  async () => (await import('./record-routes.tsx')).RecordRoutes,
)

/** The first screen of the session, and what fetches its code. */
export const [OverviewPage, preloadOverview] = partFrom(
  async () => (await import('./overview-page.tsx')).OverviewPage,
)

/** The results of the session as a table, and what fetches its code: most who open a record go on to it. */
export const [ResultsPage, preloadResults] = partFrom(
  async () => (await import('./results-page.tsx')).ResultsPage,
)

/** The flowsheet of the session. */
export const FlowsheetPage = lazy(async () => ({
  default: (await import('./flowsheet-page.tsx')).FlowsheetPage,
}))

/** The Patient view of the session. */
export const PatientPage = lazy(async () => ({
  default: (await import('./patient-page.tsx')).PatientPage,
}))

/** Help, within a session. */
export const HelpPage = lazy(async () => ({ default: (await import('./help-page.tsx')).HelpPage }))

/** Help, outside a session. */
export const HelpOutside = lazy(async () => ({
  default: (await import('./help-page.tsx')).HelpOutside,
}))

const importTrend = () => import('./trend-page.tsx')

/** The trend of one test. */
export const TrendPage = lazy(async () => ({ default: (await importTrend()).TrendPage }))

/** Fetches the code of a trend, and of its chart, before it is asked for. */
export const preloadTrend = (): void =>
  void importTrend().then(
    ({ preloadChart }) => preloadChart(),
    () => {},
  )

/** Facts about the connection of the session. */
export const ConnectionDetails = lazy(async () => ({
  default: (await import('./connection-details.tsx')).ConnectionDetails,
}))

/** Whose record is meant, where a sign-in brought no patient. */
export const FindPatientPage = lazy(async () => ({
  default: (await import('./find-patient-page.tsx')).FindPatientPage,
}))

/** Whether this installation can work, for whoever looks after it. */
export const CheckPage = lazy(async () => ({
  default: (await import('./check-page.tsx')).CheckPage,
}))

/** The search of the home page, where there is more to choose from than fits a list. */
export const HomeDirectory = lazy(async () => ({
  default: (await import('./home-directory.tsx')).HomeDirectory,
}))

/** A record that no server gave, and that isn't open any more. */
export const ReopenLocal = lazy(async () => ({
  default: (await import('./reopen-local.tsx')).ReopenLocal,
}))

/** What came of files that somebody opened. */
export const FileOutcome = lazy(async () => ({
  default: (await import('./file-outcome.tsx')).FileOutcome,
}))

/** Language, look and words. */
export const SettingsPanel = lazy(async () => ({
  default: (await import('../views/settings/settings-panel.tsx')).SettingsPanel,
}))

/** What went wrong, as a page of its own. */
export const ProblemPage = lazy(async () => ({
  default: (await import('./problem-page.tsx')).ProblemPage,
}))

/** What is shown after signing out. */
export const SignedOutPage = lazy(async () => ({
  default: (await import('./signed-out-page.tsx')).SignedOutPage,
}))
