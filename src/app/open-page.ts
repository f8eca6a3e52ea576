import { readPage } from './page.ts'

/**
 * Starts the app: launch and callback run here, once a document and outside React, so that neither a second mount
 * nor StrictMode can repeat them (CB-07), and the launch page loads no React at all.
 */
export async function openPage(): Promise<void> {
  const page = readPage()
  switch (page.kind) {
    case 'launch':
      return (await import('./open-launch.ts')).openLaunch(page)
    case 'callback':
      return (await import('./open-callback.ts')).openCallback(page)
    case 'app':
      return (await import('./open-app.tsx')).openApp(page.root)
  }
}
