import { vi } from 'vitest'

/** Puts the clock forward, for a server in this process too; `vi.useRealTimers()` puts it back. */
export function passSeconds(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}
