import { useState } from 'react'
import { t } from '../../language/t.ts'

/** A language with its own name for itself. */
export type OfferedLanguage = { readonly id: string; readonly name: string }

/** The language to speak from the next document on; chosen first, changed by the button. */
export function LanguageChoice({
  languages,
  language,
  isKept,
  isLostOnReload,
  onLanguage,
}: {
  readonly languages: readonly OfferedLanguage[]
  readonly language: string | undefined
  /** Whether the page would still know the language when it is opened anew. */
  readonly isKept: boolean
  readonly isLostOnReload: boolean
  readonly onLanguage: (language: string | undefined) => void
}) {
  const [wanted, setWanted] = useState(language ?? '')
  return (
    <form
      className="settings-language"
      onSubmit={(event) => {
        event.preventDefault()
        onLanguage(wanted === '' ? undefined : wanted)
      }}
    >
      <label>
        {t('Language')}
        <select value={wanted} onChange={(event) => setWanted(event.target.value)}>
          <option value="">{t('As the browser|language')}</option>
          {languages.map(({ id, name }) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('Change language')}</button>
      <p className="quiet" role="status">
        {!isKept
          ? t(
              'The language can’t be changed here, as the browser keeps nothing for this page. The page speaks the first language of the browser that it knows.',
            )
          : isLostOnReload
            ? t('The page opens anew for that, and what is open here has to be opened again.')
            : t('The page opens anew for that.')}
      </p>
    </form>
  )
}
