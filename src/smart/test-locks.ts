import { vi } from 'vitest'

type Held = { readonly name: string; readonly mode: LockMode }
type Callback = (lock: Held | null) => unknown

/** Puts Web Locks into the page under test, which jsdom lacks: as much of them as the app uses. */
export function stubLocks(): void {
  const held: Held[] = []
  const request = async (name: string, options: LockOptions, callback: Callback) => {
    const lock: Held = { name, mode: options.mode ?? 'exclusive' }
    const isTaken = held.some(
      (other) => other.name === name && [other.mode, lock.mode].includes('exclusive'),
    )
    if (isTaken) {
      if (options.ifAvailable !== true) throw new Error('the stub lets nobody wait')
      return callback(null)
    }
    held.push(lock)
    try {
      return await callback(lock)
    } finally {
      held.splice(held.indexOf(lock), 1)
    }
  }
  const query = () => Promise.resolve({ held: [...held], pending: [] })
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: { request, query } }))
}
