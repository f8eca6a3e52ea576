import { Navigate, Route, Routes, useParams } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { PatientPage, TrendPage } from './lazy-pages.ts'
import { recordRoutes, resultsPath } from './paths.ts'
import { ResultsPage } from './results-page.tsx'
import { SessionLayout } from './session-layout.tsx'

/** The pages of the session that the address names. */
export function RecordRoutes({ config, root }: { config: AppConfig; root: URL }) {
  const { session = '' } = useParams()
  // Absolute: relative to an unknown path it would lead ever deeper.
  const toResults = <Navigate to={resultsPath(session)} replace />
  return (
    <Routes>
      <Route element={<SessionLayout config={config} root={root} />}>
        <Route path={recordRoutes.patient} element={<PatientPage />} />
        <Route path={recordRoutes.results} element={<ResultsPage />} />
        <Route path={recordRoutes.trend} element={<TrendPage />} />
        <Route path="*" element={toResults} />
      </Route>
    </Routes>
  )
}
