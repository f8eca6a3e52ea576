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
  await parsed()
  const language = startLanguage()
  switch (page.kind) {
    case 'launch':
      // It leaves as soon as it can, and waits for no sentence.
      return (await import('./open-launch.ts')).openLaunch(page, language)
    case 'callback':
      return (await import('./open-callback.ts')).openCallback(page, language)
    case 'app':
      return (await import('./open-app.tsx')).openApp(page.root, language)
  }
}

/** Waits until the page is read to its end: out of the browser's cache this script may be there before. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return
  await new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', resolve, { once: true }),
  )
}
