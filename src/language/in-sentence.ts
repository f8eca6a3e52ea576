import { currentSpeech } from './language.ts'

/** Words that stand alone, as a label does, made fit for the middle of a sentence: German writes nouns as they are, and all write "MRN". */
export function inSentence(words: string): string {
  const { language } = currentSpeech()
  return language === 'de'
    ? words
    : words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
}
