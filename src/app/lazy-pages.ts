import { lazy } from 'react'

// The home page needs none of these, and a problem, a trend or the Patient view stands in no one's way to the first
// result.

/** The pages of a session. */
export const RecordRoutes = lazy(async () => ({
  default: (await import('./record-routes.tsx')).RecordRoutes,
}))

/** The Patient view of the session. */
export const PatientPage = lazy(async () => ({
  default: (await import('./patient-page.tsx')).PatientPage,
}))

/** The trend of one test. */
export const TrendPage = lazy(async () => ({
  default: (await import('./trend-page.tsx')).TrendPage,
}))

/** Facts about the connection of the session. */
export const ConnectionDetails = lazy(async () => ({
  default: (await import('./connection-details.tsx')).ConnectionDetails,
}))

/** What went wrong, as a page of its own. */
export const ProblemPage = lazy(async () => ({
  default: (await import('./problem-page.tsx')).ProblemPage,
}))

/** What is shown after signing out. */
export const SignedOutPage = lazy(async () => ({
  default: (await import('./signed-out-page.tsx')).SignedOutPage,
}))
