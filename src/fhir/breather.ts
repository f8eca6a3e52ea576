/** Ends the task that is running, if it has lasted long enough, so that the page can draw and answer. */
export type Breathe = () => Promise<void>

/** A task of a third of what counts as long leaves room for whatever comes to it: rendering, garbage. */
const sliceMs = 16

/**
 * Gives a function to be awaited between small pieces of work. It lets the piece go on at once, until the pieces of one
 * task have taken `sliceMs` together: then it goes on in a task of its own, which it shares with no one who waited too, and
 * which is asked for only when it is its turn, so that whatever else the page has to do comes in between. A message is used,
 * not a timer, since browsers hold timers back.
 *
 * @param now the time in milliseconds
 */
export function createBreather(now: () => number, pause: Breathe = nextTask): Breathe {
  let since = -Infinity
  let turn = Promise.resolve()
  return async () => {
    if (since === -Infinity) since = now()
    if (now() - since < sliceMs) return
    turn = turn.then(pause)
    await turn
    since = now()
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
