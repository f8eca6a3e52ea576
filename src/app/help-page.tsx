import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import { HelpView } from '../views/help/help-view.tsx'
import { PageTools } from './page-tools.tsx'

/** Help, within a session. */
export function HelpPage() {
  return <HelpView />
}

/** Help as a page of its own, for whoever has no record open. `config` is undefined where it can't be used. */
export function HelpOutside({ config, root }: { config: AppConfig | undefined; root: URL }) {
  return (
    <div className="page-frame">
      <PageTools root={root} languages={config?.languages} isHelp />
      <main className="view">
        <HelpView />
        <p>
          <a href={root.href}>{t('Back to the first page')}</a>
        </p>
      </main>
    </div>
  )
}
