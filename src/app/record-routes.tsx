import type { AppConfig } from '../config/server-config.ts'
import { Redirect, Routes } from './hash-router.tsx'
import {
  FlowsheetPage,
  HelpPage,
  OverviewPage,
  PatientPage,
  ResultsPage,
  TrendPage,
} from './lazy-pages.ts'
import { overviewPath, recordPath, recordRoutes } from './paths.ts'
import { SessionLayout } from './session-layout.tsx'

type Props = { readonly session: string; readonly config: AppConfig; readonly root: URL }

/** The pages of the session that the address names. */
export function RecordRoutes({ session, config, root }: Props) {
  const at = (route: string) => recordPath(':session', route)
  return (
    <SessionLayout id={session} config={config} root={root}>
      <Routes
        routes={[
          [at(recordRoutes.overview), () => <OverviewPage />],
          [at(recordRoutes.flowsheet), () => <FlowsheetPage />],
          [at(recordRoutes.help), () => <HelpPage />],
          [at(recordRoutes.patient), () => <PatientPage />],
          [at(recordRoutes.results), () => <ResultsPage />],
          [at(recordRoutes.trend), ({ series = '' }) => <TrendPage id={series} />],
        ]}
        otherwise={<Redirect to={overviewPath(session)} />}
      />
    </SessionLayout>
  )
}
