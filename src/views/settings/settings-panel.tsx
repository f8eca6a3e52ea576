import { t } from '../../language/t.ts'
import { Choice } from './choice.tsx'
import { LanguageChoice, type OfferedLanguage } from './language-choice.tsx'

type Look = 'light' | 'dark' | 'contrast'
type Register = 'patient' | 'clinician'

/**
 * How somebody wants the app to be. Look and words change at once; a language only when the button beside it is pressed,
 * as that opens the page anew (WCAG 2.2, 3.2.2). Undefined leaves a choice to the system, or to how the app was opened.
 */
export function SettingsPanel({
  languages,
  language,
  look,
  words,
  isKept,
  isLostOnReload,
  onLanguage,
  onLook,
}: {
  readonly languages: readonly OfferedLanguage[]
  readonly language: string | undefined
  readonly look: Look | undefined
  /** The words chosen for whoever opens the app like this; undefined where there is nothing to put into words. */
  readonly words:
    | {
        readonly chosen: Register | undefined
        readonly onChoose: (register: Register | undefined) => void
      }
    | undefined
  /** Whether the browser lets the page keep what is chosen. */
  readonly isKept: boolean
  /** Whether what is open can't be opened again without the person, as a file of theirs. */
  readonly isLostOnReload: boolean
  readonly onLanguage: (language: string | undefined) => void
  readonly onLook: (look: Look | undefined) => void
}) {
  return (
    <>
      {languages.length > 1 && (
        <LanguageChoice
          languages={languages}
          language={language}
          isKept={isKept}
          isLostOnReload={isLostOnReload}
          onLanguage={onLanguage}
        />
      )}
      <Choice<Look>
        legend={t('Look')}
        chosen={look}
        options={[
          { value: undefined, words: t('As the system|look') },
          { value: 'light', words: t('Light|look') },
          { value: 'dark', words: t('Dark|look') },
          { value: 'contrast', words: t('High contrast|look') },
        ]}
        onChoose={onLook}
      />
      {words && (
        <Choice<Register>
          legend={t('Words')}
          options={[
            { value: undefined, words: t('As opened|words') },
            { value: 'patient', words: t('Plain words') },
            { value: 'clinician', words: t('Clinical words') },
          ]}
          {...words}
        />
      )}
      <p className="quiet">
        {isKept
          ? t('These settings are kept in this browser. Nothing of a record is among them.')
          : t(
              'The browser keeps nothing for this page: these settings last until it is closed or opened anew.',
            )}
      </p>
    </>
  )
}
