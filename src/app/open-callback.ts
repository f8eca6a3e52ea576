import { loadConfig } from '../config/load-config.ts'
import { completeSignIn } from '../smart/complete-sign-in.ts'
import { readForm } from '../smart/query.ts'
import type { Page } from './page.ts'
import { startLanguage } from './page-language.ts'
import { recordPath } from './paths.ts'

/** The code of the app, which the page waits for only once somebody has signed in. */
function loadApp() {
  const missing: unknown[] = []
  const parts = { app: import('./open-app.tsx'), sessions: import('./open-sessions.ts'), missing }
  const pages = [import('./record-routes.tsx'), import('./overview-page.tsx')]
  // Whoever awaits them hears of a failure; until then it must not count as unhandled.
  for (const part of [parts.app, parts.sessions, ...pages])
    part.catch((cause: unknown) => missing.push(cause))
  return parts
}

/**
 * Completes a sign-in and goes on as the app, in this same document. The code of the app is worked on while the server
 * exchanges the code, and the record begins to load before the first view is drawn. Where no patient came and one may be
 * looked for, it asks first.
 */
export async function openCallback(
  { search, root, address }: Page,
  language: Promise<void>,
): Promise<void> {
  let parts: ReturnType<typeof loadApp> | undefined
  const load = () => (parts ??= loadApp())
  const reading = loadConfig(root)
  const servers = reading.then((read) => read.servers)
  servers.catch(() => {})
  try {
    const callback = { address, query: readForm(search) }
    const prepare = async () => {
      const [{ prepareFormats }] = await Promise.all([load().app, language])
      prepareFormats()
    }
    // Whoever needs the code, or the sentences, hears of a failure.
    const onExchange = () => void prepare().catch(() => {})
    const signedIn = await completeSignIn(callback, servers, root, onExchange)
    const config = await reading
    // What is read from a record holds sentences already.
    await language.then(() => startLanguage(config.languages))
    const { app, sessions } = load()
    if (signedIn.kind === 'choice') {
      ;(await app).showChoice(signedIn.pending, config, root)
      return
    }
    const { stored, route } = signedIn
    // First of all: whoever reloads the page from here on finds the session.
    history.replaceState(null, '', new URL(`#${recordPath(stored.session.id, route)}`, root))
    ;(await sessions).keepOpen(stored, config)
    await (await app).showApp(config, root)
  } catch (error) {
    const { app, missing } = load()
    // No fault of the sign-in: whoever opened this page says that a part of it is missing.
    if (missing.includes(error)) throw error
    const offered = await reading.then(
      ({ languages }) => languages,
      () => undefined,
    )
    await language.then(() => offered && startLanguage(offered))
    ;(await app).showProblem(error, root)
  }
}
