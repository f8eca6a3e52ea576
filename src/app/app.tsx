import { HashRouter, Route, Routes } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { AppError } from './app-error.ts'
import { HomePage } from './home-page.tsx'
import { ProblemPage, RecordRoutes, SignedOutPage } from './lazy-pages.ts'
import { routes } from './paths.ts'

/** The whole app: home, and the pages of a session. */
export function App({ config, root }: { config: AppConfig; root: URL }) {
  const notFound = <ProblemPage error={new AppError('not-found')} root={root} />
  return (
    <HashRouter>
      <Routes>
        <Route path={routes.home} element={<HomePage config={config} root={root} />} />
        <Route path={routes.record} element={<RecordRoutes config={config} root={root} />} />
        <Route path={routes.signedOut} element={<SignedOutPage root={root} />} />
        <Route path="*" element={notFound} />
      </Routes>
    </HashRouter>
  )
}
