import { loadConfig } from '../config/load-config.ts'
import { completeSignIn } from '../smart/complete-sign-in.ts'
import { readForm } from '../smart/query.ts'
import type { Page } from './page.ts'
import { startLanguage } from './page-language.ts'
import { recordPath } from './paths.ts'

/**
 * Completes a sign-in and goes on as the app, in this same document. The code of the app loads meanwhile, and the
 * record begins to load before the first view is drawn. Where no patient came and one may be looked for, it asks first.
 */
export async function openCallback(
  { search, root, address }: Page,
  language: Promise<void>,
): Promise<void> {
  const app = import('./open-app.tsx')
  const sessions = import('./open-sessions.ts')
  // Whoever awaits them hears of a failure; until then it must not count as unhandled.
  const reading = loadConfig(root)
  const servers = reading.then((read) => read.servers)
  for (const part of [app, sessions, servers, import('./record-routes.tsx')]) part.catch(() => {})
  try {
    const signedIn = await completeSignIn({ address, query: readForm(search) }, servers, root)
    const config = await reading
    // What is read from a record holds sentences already.
    await language.then(() => startLanguage(config.languages))
    if (signedIn.kind === 'choice') {
      ;(await app).showChoice(signedIn.pending, config, root)
      return
    }
    const { stored, route } = signedIn
    ;(await sessions).keepOpen(stored, config)
    history.replaceState(null, '', new URL(`#${recordPath(stored.session.id, route)}`, root))
    ;(await app).showApp(config, root)
  } catch (error) {
    const offered = await reading.then(
      ({ languages }) => languages,
      () => undefined,
    )
    await language.then(() => offered && startLanguage(offered))
    ;(await app).showProblem(error, root)
  }
}
