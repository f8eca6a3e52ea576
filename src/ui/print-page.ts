/** Some browsers open their dialog a little after they were asked for it. */
const patienceMs = 1_000

/**
 * Prints the page as it is, and waits until that is over. Gives `blocked` where the browser doesn't let the page print, as
 * in many frames (EMB-05): then nothing happens at all.
 */
export function printPage(): Promise<'printed' | 'blocked'> {
  return new Promise((resolve) => {
    const listening = new AbortController()
    const { signal } = listening
    let hasBegun = false
    const end = (outcome: 'printed' | 'blocked') => {
      listening.abort()
      resolve(outcome)
    }
    addEventListener('beforeprint', () => (hasBegun = true), { signal })
    addEventListener('afterprint', () => end('printed'), { signal })
    print()
    setTimeout(() => {
      if (!hasBegun) end('blocked')
    }, patienceMs)
  })
}

/** Waits until what was just rendered is laid out. */
export function afterNextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}
