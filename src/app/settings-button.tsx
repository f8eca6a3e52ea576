import { Suspense, useSyncExternalStore } from 'react'
import { isOffered, languageNames, type OfferedLanguage } from '../language/language.ts'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { SettingsDialog } from '../views/settings/settings-dialog.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { SettingsPanel } from './lazy-pages.ts'
import { getPreferences, setPreferences, subscribePreferences } from './preferences.ts'

/**
 * Opens the settings over the page. `languages` are those that the site offers. `isLostOnReload` says whether what is
 * open would not come back by itself in a new document, which another language needs.
 */
export function SettingsButton({
  languages,
  isLostOnReload = false,
}: {
  readonly languages: readonly OfferedLanguage[]
  readonly isLostOnReload?: boolean
}) {
  const { language, look, register } = useSyncExternalStore(subscribePreferences, getPreferences)
  return (
    <SettingsDialog>
      <ErrorBoundary>
        <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
          <SettingsPanel
            languages={languages.map((id) => ({ id, name: languageNames[id] }))}
            language={isOffered(language) && languages.includes(language) ? language : undefined}
            look={look}
            register={register}
            isLostOnReload={isLostOnReload}
            onLanguage={(next) => {
              setPreferences({ language: next })
              location.reload()
            }}
            onLook={(next) => setPreferences({ look: next })}
            onRegister={(next) => setPreferences({ register: next })}
          />
        </Suspense>
      </ErrorBoundary>
    </SettingsDialog>
  )
}
