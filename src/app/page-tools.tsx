import type { OfferedLanguage } from '../language/language.ts'
import { t } from '../language/t.ts'
import { routes } from './paths.ts'
import { SettingsButton } from './settings-button.tsx'

/**
 * The head of a page outside a record: help, always first (WCAG 3.2.6), then the settings where `languages` are known. The
 * link works outside the router, too.
 */
export function PageTools({
  root,
  languages,
  isHelp = false,
}: {
  readonly root: URL
  readonly languages?: readonly OfferedLanguage[] | undefined
  /** Whether this is the help itself. */
  readonly isHelp?: boolean
}) {
  return (
    <header className="page-tools">
      <a href={`${root.href}#${routes.help}`} aria-current={isHelp ? 'page' : undefined}>
        {t('Help')}
      </a>
      {languages && <SettingsButton languages={languages} />}
    </header>
  )
}
