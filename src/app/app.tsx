import { HashRouter, Route, Routes } from 'react-router-dom'
import type { ConfigError } from '../config/load-config.ts'
import type { AppConfig } from '../config/server-config.ts'
import { AppError } from './app-error.ts'
import { checkPath } from './check-path.ts'
import { HomePage } from './home-page.tsx'
import { CheckPage, ProblemPage, RecordRoutes, SignedOutPage } from './lazy-pages.ts'
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
        <Route path={checkPath} element={<CheckPage config={config} root={root} />} />
        <Route path="*" element={notFound} />
      </Routes>
    </HashRouter>
  )
}

/** What is left of the app where `config.json` can't be used: a page that says so, and the check that names each fault. */
export function UnsetApp({ error, root }: { error: ConfigError; root: URL }) {
  const check = <CheckPage config={undefined} faults={error.faults} root={root} />
  return (
    <HashRouter>
      <Routes>
        <Route path={checkPath} element={check} />
        <Route path="*" element={<ProblemPage error={error} root={root} />} />
      </Routes>
    </HashRouter>
  )
}
