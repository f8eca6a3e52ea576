import { Suspense, useState, useSyncExternalStore } from 'react'
import { useParams } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { AppError } from './app-error.ts'
import { ProblemPage, ReopenLocal } from './lazy-pages.ts'
import { isLocalId } from './local-id.ts'
import { findLocal, findOpen, type OpenSession } from './open-sessions.ts'
import { RecordLayout } from './record-layout.tsx'
import { canSignInAgain, toEndError } from './session-ends.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

/** Finds the session that the address names; without one, says why there is none. */
export function SessionLayout({ config, root }: { config: AppConfig; root: URL }) {
  const { session: id = '' } = useParams()
  const [, lookAgain] = useState(0)
  if (config.withoutSignIn && isLocalId(id) && !findLocal(id))
    return (
      <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
        <ReopenLocal id={id} root={root} onOpened={() => lookAgain((times) => times + 1)} />
      </Suspense>
    )
  const opened = tryOpen(id, config)
  return 'error' in opened ? (
    <ProblemPage error={opened.error} root={root} />
  ) : (
    <LiveLayout key={id} opened={opened} config={config} root={root} />
  )
}

function tryOpen(id: string, config: AppConfig): OpenSession | { error: unknown } {
  try {
    return findOpen(id, config)
  } catch (error) {
    return { error }
  }
}

type Props = { readonly opened: OpenSession; readonly config: AppConfig; readonly root: URL }

/** The record while its session lives and nothing forbids to show it; else a page that says why it is covered. */
function LiveLayout({ opened, config, root }: Props) {
  const { live, record: store, launch, local } = opened
  const state = useSyncExternalStore(live.subscribe, live.getState)
  // No more of the record than that: this is drawn at once for each change of it.
  const patient = useSyncExternalStore(store.subscribe, () => store.getSnapshot().patient.kind)
  const isForeign = useSyncExternalStore(
    store.subscribe,
    () => store.getSnapshot().status.foreignSubject,
  )
  const again = useSignInAgain(state.session, config, root)
  if (state.end !== undefined) {
    const error = again.failure?.error ?? toEndError(state)
    const isSame = canSignInAgain(state.end)
    return <ProblemPage error={error} root={root} again={isSame ? again : undefined} />
  }
  if (isForeign || patient === 'mismatch')
    return <ProblemPage error={new AppError('wrong-patient')} root={root} />
  if (patient === 'merged') return <ProblemPage error={new AppError('record-merged')} root={root} />
  return (
    <RecordLayout
      live={live}
      state={state}
      store={store}
      launch={launch}
      local={local}
      again={again}
      languages={config.languages}
      root={root}
    />
  )
}
