import { currentSpeech } from './language.ts'

/** Words that stand alone, as a label does, made fit for the middle of a sentence: German writes nouns as they are. */
export function inSentence(words: string): string {
  const { language } = currentSpeech()
  return language === 'de' ? words : words.charAt(0).toLowerCase() + words.slice(1)
}
