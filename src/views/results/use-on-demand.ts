import { useRef, useState } from 'react'
import type { Observation } from '../../observations/observation.ts'

/** What was read, and for which reading of the result: another has perhaps replaced it since. */
type OnDemand<Read> = {
  readonly of: Observation
  readonly read: Read
  /** Whether the button that asked for it had the focus, which goes away with it. */
  readonly hadFocus: boolean
}

/**
 * Reads more of a result when a button is pressed, once at a time. `isOld` tells that the result was loaded again since.
 */
export function useOnDemand<Read>(observation: Observation, read: (id: string) => Promise<Read>) {
  const button = useRef<HTMLButtonElement>(null)
  const [reading, setReading] = useState<OnDemand<Read>>()
  const [isReading, setIsReading] = useState(false)

  async function show(): Promise<void> {
    if (isReading) return
    setIsReading(true)
    const result = await read(observation.id)
    const hadFocus = button.current !== null && document.activeElement === button.current
    setIsReading(false)
    setReading({ of: observation, read: result, hadFocus })
  }

  const isOld = reading !== undefined && reading.of !== observation
  return { button, reading, isReading, isOld, show }
}
