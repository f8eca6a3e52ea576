import { afterEach, expect, it } from 'vitest'
import { speak } from '../language/language.ts'
import { startLanguage } from './page-language.ts'
import { setPreferences } from './preferences.ts'
import { waitingWords } from './waiting-words.ts'

const { lang, dir } = document.documentElement

afterEach(() => {
  setPreferences({ language: undefined })
  localStorage.clear()
  speak('en', 'en-US')
  Object.assign(document.documentElement, { lang, dir })
  document.body.replaceChildren()
})

/** A page as the build makes it. */
function showWaiting() {
  document.body.innerHTML = `<p role="status" data-words>${waitingWords.launch}</p><p data-words>${waitingWords.hint}</p>`
  return () => [...document.querySelectorAll('p')].map(({ textContent }) => textContent)
}

it('says the words of waiting in the language of the page, once that is there', async () => {
  const getWords = showWaiting()
  setPreferences({ language: 'ar-XB' })
  await startLanguage()
  expect(getWords()).toEqual([
    expect.stringMatching(/^⟦Ópéñíñg thé récórd…·+⟧$/),
    expect.stringMatching(/^⟦Íf ñóthíñg .* ágáíñ\.·+⟧$/),
  ])
  expect(document.documentElement).toMatchObject({ lang: 'ar-XB', dir: 'rtl' })
  setPreferences({ language: 'en' })
  await startLanguage()
  expect(getWords()).toEqual([waitingWords.launch, waitingWords.hint])
})
