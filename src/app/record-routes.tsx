import { Navigate, Route, Routes, useParams } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import {
  FlowsheetPage,
  HelpPage,
  OverviewPage,
  PatientPage,
  ResultsPage,
  TrendPage,
} from './lazy-pages.ts'
import { overviewPath, recordRoutes } from './paths.ts'
import { SessionLayout } from './session-layout.tsx'

/** The pages of the session that the address names. */
export function RecordRoutes({ config, root }: { config: AppConfig; root: URL }) {
  const { session = '' } = useParams()
  // Absolute: relative to an unknown path it would lead ever deeper.
  const toOverview = <Navigate to={overviewPath(session)} replace />
  return (
    <Routes>
      <Route element={<SessionLayout config={config} root={root} />}>
        <Route path={recordRoutes.overview} element={<OverviewPage />} />
        <Route path={recordRoutes.flowsheet} element={<FlowsheetPage />} />
        <Route path={recordRoutes.help} element={<HelpPage />} />
        <Route path={recordRoutes.patient} element={<PatientPage />} />
        <Route path={recordRoutes.results} element={<ResultsPage />} />
        <Route path={recordRoutes.trend} element={<TrendPage />} />
        <Route path="*" element={toOverview} />
      </Route>
    </Routes>
  )
}
