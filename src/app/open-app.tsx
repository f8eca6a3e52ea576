import { StrictMode, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadConfig } from '../config/load-config.ts'
import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import type { PendingSession } from '../smart/pending-session.ts'
import { Loading } from '../ui/loading.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FindPatientPage, ProblemPage } from './lazy-pages.ts'
import { connectForPage, openAhead, preloadPage } from './page-ahead.ts'
import { startLanguage } from './page-language.ts'
import '../ui/styles.ts'
import './app.css'

export { prepareFormats } from '../ui/format-moment.ts'

/** Shows the app, with the configuration as it is now; a configuration that can't be used becomes a page that says so. */
export async function openApp(root: URL, language: Promise<void>): Promise<void> {
  try {
    connectForPage(window.location.hash)
    void preloadPage(window.location.hash)
    const [config] = await Promise.all([loadConfig(root), language])
    await startLanguage(config.languages)
    await openAhead(window.location.hash, config)
    await showApp(config, root)
  } catch (error) {
    await language
    mount(<App config={undefined} error={error} root={root} />)
  }
}

/** Shows the app with a configuration that has been read already, once the code of its page is there or can't be had. */
export async function showApp(config: AppConfig, root: URL): Promise<void> {
  await Promise.all([preloadPage(window.location.hash), styled()])
  mount(<App config={config} root={root} />)
}

/** Asks whose record is meant, and goes on as the app. */
export function showChoice(pending: PendingSession, config: AppConfig, root: URL): void {
  const app = <App config={config} root={root} />
  mount(<FindPatientPage pending={pending} config={config} root={root} app={app} />)
}

/** Shows what went wrong as a page of its own. */
export function showProblem(error: unknown, root: URL): void {
  mount(<ProblemPage error={error} root={root} />)
}

/** Resolves when the style sheets of the page are there, or can't be had: what is measured without them would be wrong. */
async function styled(): Promise<void> {
  if (document.readyState === 'complete') return
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')
  const awaited = [...links].filter(({ sheet }) => sheet === null)
  const loaded = (target: EventTarget) =>
    new Promise((resolve) => target.addEventListener('load', resolve, { once: true }))
  // One that fails tells of no load; the whole page does, after it.
  await Promise.race([loaded(window), Promise.all(awaited.map(loaded))])
}

function mount(content: ReactNode): void {
  const element = document.getElementById('root')
  if (!element) return
  // React's own report of an error would put it on the console.
  const onError = () => {}
  createRoot(element, { onCaughtError: onError, onUncaughtError: onError }).render(
    <StrictMode>
      <ErrorBoundary>
        <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>{content}</Suspense>
      </ErrorBoundary>
    </StrictMode>,
  )
}
