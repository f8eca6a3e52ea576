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
  register,
  isLostOnReload,
  onLanguage,
  onLook,
  onRegister,
}: {
  readonly languages: readonly OfferedLanguage[]
  readonly language: string | undefined
  readonly look: Look | undefined
  readonly register: Register | undefined
  /** Whether what is open can't be opened again without the person, as a file of theirs. */
  readonly isLostOnReload: boolean
  readonly onLanguage: (language: string | undefined) => void
  readonly onLook: (look: Look | undefined) => void
  readonly onRegister: (register: Register | undefined) => void
}) {
  return (
    <>
      {languages.length > 1 && (
        <LanguageChoice
          languages={languages}
          language={language}
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
      <Choice<Register>
        legend={t('Words')}
        chosen={register}
        options={[
          { value: undefined, words: t('As opened|words') },
          { value: 'patient', words: t('Plain words') },
          { value: 'clinician', words: t('Clinical words') },
        ]}
        onChoose={onRegister}
      />
      <p className="quiet">
        {t('These settings are kept in this browser. Nothing of a record is among them.')}
      </p>
    </>
  )
}
