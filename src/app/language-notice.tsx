import { isOffered, languageNames } from '../language/language.ts'
import { missingLanguage } from '../language/load-language.ts'
import { tx } from '../ui/tx.tsx'
import { Message } from '../ui/message.tsx'

/** Says that the page speaks English because its language could not be loaded; nothing otherwise. */
export function LanguageNotice() {
  const missing = missingLanguage()
  if (!isOffered(missing)) return null
  return (
    <Message kind="note">
      {tx('The texts of this page could not be loaded in {language}. Reload it to try again.', {
        language: <bdi lang={missing}>{languageNames[missing]}</bdi>,
      })}
    </Message>
  )
}
