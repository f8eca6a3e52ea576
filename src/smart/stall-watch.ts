/** Notices when nothing more arrives. */
export type StallWatch = {
  /** Aborts, with a `TimeoutError`, once nothing has arrived for too long. */
  readonly signal: AbortSignal
  /** Something has arrived: the time begins anew. */
  readonly alive: () => void
  readonly stop: () => void
}

/**
 * Watches an answer that may take long as long as it moves: a large page over a slow line is no failure, a line that is
 * dead is one.
 */
export function watchStall(milliseconds: number): StallWatch {
  const controller = new AbortController()
  const begin = () =>
    setTimeout(
      () => controller.abort(new DOMException('nothing more arrives', 'TimeoutError')),
      milliseconds,
    )
  let timer = begin()
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer)
      timer = begin()
    },
    stop: () => clearTimeout(timer),
  }
}
