import { Suspense, useSyncExternalStore } from 'react'
import { isOffered, languageNames, type OfferedLanguage } from '../language/language.ts'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { SettingsDialog } from '../views/settings/settings-dialog.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { SettingsPanel } from './lazy-pages.ts'
import {
  arePreferencesKept,
  getPreferences,
  registerChoices,
  setPreferences,
  subscribePreferences,
  type Register,
} from './preferences.ts'

/**
 * Opens the settings over the page. `languages` are those that the site offers. `isLostOnReload` says whether what is
 * open would not come back by itself in a new document, which another language needs. `asOpened` are the words that the
 * open record would be put into by itself: a choice of others holds wherever those would (undefined: no record is open).
 */
export function SettingsButton({
  languages,
  isLostOnReload = false,
  asOpened,
}: {
  readonly languages: readonly OfferedLanguage[]
  readonly isLostOnReload?: boolean
  readonly asOpened?: Register | undefined
}) {
  const preferences = useSyncExternalStore(subscribePreferences, getPreferences)
  const { language, look } = preferences
  const choice = asOpened && registerChoices[asOpened]
  return (
    <SettingsDialog>
      <ErrorBoundary>
        <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
          <SettingsPanel
            languages={languages.map((id) => ({ id, name: languageNames[id] }))}
            language={isOffered(language) && languages.includes(language) ? language : undefined}
            look={look}
            words={
              choice && {
                chosen: preferences[choice],
                onChoose: (next) => setPreferences({ [choice]: next }),
              }
            }
            isKept={arePreferencesKept()}
            isLostOnReload={isLostOnReload}
            onLanguage={(next) => {
              if (setPreferences({ language: next })) location.reload()
            }}
            onLook={(next) => setPreferences({ look: next })}
          />
        </Suspense>
      </ErrorBoundary>
    </SettingsDialog>
  )
}
