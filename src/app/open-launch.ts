import { loadConfig } from '../config/load-config.ts'
import type { AppConfig } from '../config/server-config.ts'
import { readQuery } from '../smart/query.ts'
import { startLaunch } from '../smart/start-launch.ts'
import { startLanguage } from './page-language.ts'
import type { Page } from './page.ts'

/**
 * Begins an EHR launch and leaves for the server. The page keeps its words until the server answers: nothing tells
 * it when a server shows an error of its own instead (ERR-03, EMB-02).
 */
export async function openLaunch({ search, root }: Page, language: Promise<void>): Promise<void> {
  let offered: AppConfig['languages'] | undefined
  try {
    const servers = async () => {
      const config = await loadConfig(root)
      offered = config.languages
      return config.servers
    }
    const request = await startLaunch(readQuery(search), servers, root)
    if (request?.method === 'post')
      (await import('./post-request.ts')).postRequest(request.address, request.form)
    // Replaced, so that Back does not run a spent launch again.
    else if (request) location.replace(request.address)
    else await (await import('./open-app.tsx')).openApp(root, language)
  } catch (error) {
    await language.then(() => offered && startLanguage(offered))
    ;(await import('./open-app.tsx')).showProblem(error, root)
  }
}
