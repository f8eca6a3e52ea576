import { Navigate, Route, Routes } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { PatientPage, TrendPage } from './lazy-pages.ts'
import { recordRoutes } from './paths.ts'
import { ResultsPage } from './results-page.tsx'
import { SessionLayout } from './session-layout.tsx'

/** The pages of the session that the address names. */
export function RecordRoutes({ config, root }: { config: AppConfig; root: URL }) {
  return (
    <Routes>
      <Route element={<SessionLayout config={config} root={root} />}>
        <Route path={recordRoutes.patient} element={<PatientPage />} />
        <Route path={recordRoutes.results} element={<ResultsPage />} />
        <Route path={recordRoutes.trend} element={<TrendPage />} />
        <Route path="*" element={<Navigate to={recordRoutes.results} replace />} />
      </Route>
    </Routes>
  )
}
