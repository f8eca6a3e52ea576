import { Suspense, useEffect, useState } from 'react'
import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { HomeView } from '../views/home/home-view.tsx'
import { toCheckHref } from './check-path.ts'
import { HomeDirectory, ProblemPage } from './lazy-pages.ts'
import { sampleId } from './local-id.ts'
import { OpenFile } from './open-file.tsx'
import { PageTools } from './page-tools.tsx'
import { overviewPath } from './paths.ts'

/** Above so many servers the page is a search. */
const mostListed = 8

/** The first page; signing in leaves for the server's own page. */
export function HomePage({ config, root }: { config: AppConfig; root: URL }) {
  const [busyServerId, setBusyServerId] = useState<string>()
  const [failure, setFailure] = useState<{ error: unknown }>()

  // Back from the server's page may bring this page as it was, waiting.
  useEffect(() => {
    const show = () => setBusyServerId(undefined)
    window.addEventListener('pageshow', show)
    return () => window.removeEventListener('pageshow', show)
  }, [])

  async function signIn(id: string): Promise<void> {
    const server = config.servers.find((one) => one.id === id)
    if (!server) return
    setBusyServerId(id)
    try {
      const { startStandalone } = await import('../smart/start-standalone.ts')
      location.assign(await startStandalone(server, root))
    } catch (error) {
      setBusyServerId(undefined)
      setFailure({ error })
    }
  }

  const isSearched = config.directory || config.servers.length > mostListed
  if (failure) return <ProblemPage error={failure.error} root={root} />
  return (
    <div className="page-frame">
      <PageTools root={root} languages={config.languages} />
      <HomeView
        servers={config.servers}
        onSignIn={(id) => void signIn(id)}
        busyServerId={busyServerId}
        checkHref={toCheckHref(root)}
        withoutSignIn={
          config.withoutSignIn && <OpenFile sampleHref={`#${overviewPath(sampleId)}`} />
        }
        search={
          isSearched ? (
            <Suspense fallback={<Loading>{t('Opening the list of hospitals…')}</Loading>}>
              <HomeDirectory
                config={config}
                root={root}
                onSignIn={(id) => void signIn(id)}
                busyServerId={busyServerId}
              />
            </Suspense>
          ) : undefined
        }
      />
    </div>
  )
}
