import { HashRouter, Route, Routes } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { AppError } from './app-error.ts'
import { checkPath } from './check-path.ts'
import {
  CheckPage,
  HelpOutside,
  HomePage,
  ProblemPage,
  RecordRoutes,
  SignedOutPage,
} from './lazy-pages.ts'
import { routes } from './paths.ts'

type Props = {
  /** Undefined where `config.json` can't be used; then `error` says why, and only the check is left beside that. */
  readonly config: AppConfig | undefined
  readonly error?: unknown
  readonly root: URL
}

/** The whole app: home, the pages of a session, and the check. */
export function App({ config, error = new AppError('not-found'), root }: Props) {
  return (
    <HashRouter>
      <Routes>
        {config && (
          <>
            <Route path={routes.home} element={<HomePage config={config} root={root} />} />
            <Route path={routes.record} element={<RecordRoutes config={config} root={root} />} />
            <Route path={routes.signedOut} element={<SignedOutPage root={root} />} />
          </>
        )}
        <Route path={routes.help} element={<HelpOutside config={config} root={root} />} />
        <Route path={checkPath} element={<CheckPage config={config} error={error} root={root} />} />
        <Route path="*" element={<ProblemPage error={error} root={root} />} />
      </Routes>
    </HashRouter>
  )
}
