import type { AppConfig } from '../config/server-config.ts'
import { AppError } from './app-error.ts'
import { checkPath } from './check-path.ts'
import { HashRouter, Routes, type Route } from './hash-router.tsx'
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
      <Routes
        routes={[
          ...(config ? pagesOf(config, root) : []),
          [routes.help, () => <HelpOutside config={config} root={root} />],
          [checkPath, () => <CheckPage config={config} error={error} root={root} />],
        ]}
        otherwise={<ProblemPage error={error} root={root} />}
      />
    </HashRouter>
  )
}

/** What there is only with a configuration. */
const pagesOf = (config: AppConfig, root: URL): readonly Route[] => [
  [routes.home, () => <HomePage config={config} root={root} />],
  [
    routes.record,
    ({ session = '' }) => <RecordRoutes session={session} config={config} root={root} />,
  ],
  [routes.signedOut, ({ launch }) => <SignedOutPage launch={launch} root={root} />],
]
