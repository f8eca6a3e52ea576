import { readPage } from './page.ts'
import { startLanguage } from './page-language.ts'
import { showLook } from './preferences.ts'

/**
 * Starts the app: launch and callback run here, once a document and outside React, so that neither a second mount
 * nor StrictMode can repeat them (CB-07), and the launch page loads no React at all.
 */
export async function openPage(): Promise<void> {
  const page = readPage()
  showLook()
  const language = startLanguage()
  switch (page.kind) {
    case 'launch':
      // It leaves as soon as it can, and waits for no sentence.
      return (await import('./open-launch.ts')).openLaunch(page, language)
    case 'callback':
      return (await import('./open-callback.ts')).openCallback(page, language)
    case 'app':
      // Beside the app's own; the page's head has asked for both.
      import('./page-code.ts').then(
        ({ fetchPageCode }) => fetchPageCode(location.hash),
        () => {}, // it comes later then
      )
      return (await import('./open-app.tsx')).openApp(page.root, language)
  }
}
