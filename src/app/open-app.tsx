import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { loadConfig } from '../config/load-config.ts'
import { App } from './app.tsx'
import { ProblemPage } from './lazy-pages.ts'
import '../ui/base.css'
import './app.css'

/** Shows the app, with the configuration as it is now; a configuration that can't be used becomes a page that says so. */
export async function openApp(root: URL): Promise<void> {
  try {
    const config = await loadConfig(root)
    mount(<App config={config} root={root} />)
  } catch (error) {
    showProblem(error, root)
  }
}

/** Shows what went wrong as a page of its own. */
export function showProblem(error: unknown, root: URL): void {
  mount(
    <Suspense>
      <ProblemPage error={error} root={root} />
    </Suspense>,
  )
}

function mount(content: React.ReactNode): void {
  const element = document.getElementById('root')
  if (element) createRoot(element).render(<StrictMode>{content}</StrictMode>)
}
