import { use } from 'react'

/**
 * Code that comes when it is wanted: a hook that gives it, which waits for it if it `isWanted` and gives what is there
 * otherwise; and what fetches it beforehand and never rejects.
 */
export function codeFrom<Code>(
  load: () => Promise<Code>,
): readonly [useCode: (isWanted: boolean) => Code | undefined, preload: () => Promise<void>] {
  let there: Code | undefined
  let coming: Promise<Code> | undefined

  /** One promise for all who wait; another where that failed. */
  function fetchCode(): Promise<Code> {
    coming ??= load().then(
      (code) => (there = code),
      (error: unknown) => {
        coming = undefined
        throw error
      },
    )
    return coming
  }
  function useCode(isWanted: boolean): Code | undefined {
    return there ?? (isWanted ? use(fetchCode()) : undefined)
  }
  const preload = () =>
    fetchCode().then(
      () => {},
      () => {}, // whoever wants it hears of that
    )
  return [useCode, preload]
}
