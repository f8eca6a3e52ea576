import type { Ask, StrictAnswer } from '../strict-fetch.ts'

/** Sends requests as `ask` does, and keeps what was answered last at each address, to be looked at more closely. */
export function keepAnswers(ask: Ask): {
  readonly ask: Ask
  readonly answerOf: (url: string) => StrictAnswer | undefined
} {
  const answers = new Map<string, StrictAnswer>()
  return {
    ask: async (url, init, timeoutMs) => {
      const answer = await ask(url, init, timeoutMs)
      answers.set(url, answer)
      return answer
    },
    answerOf: (url) => answers.get(url),
  }
}
