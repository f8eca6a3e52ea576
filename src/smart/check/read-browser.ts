import { isFramed } from '../frame.ts'
import { randomToken } from '../random.ts'
import { locks } from '../session-lock.ts'
import { readRecord, removeRecord, writeRecord } from '../tab-storage.ts'
import type { BrowserFacts } from './judge-browser.ts'

/** Looks what this browser lets this page do. Leaves nothing behind, and never rejects. */
export async function readBrowser(): Promise<BrowserFacts> {
  return {
    isFramed: isFramed(),
    canStore: canStore(),
    hasCookies: await hasCookies(),
    isSecureContext: globalThis.isSecureContext,
    hasCrypto: 'subtle' in crypto,
    hasLocks: locks() !== undefined,
    hasChannel: 'BroadcastChannel' in globalThis,
  }
}

/** Tried for real: some browsers offer storage and then refuse to keep anything. */
function canStore(): boolean {
  const id = `check-${randomToken()}`
  try {
    writeRecord(id, 'transaction', 'check')
    const isKept = readRecord(id, 'transaction') === 'check'
    removeRecord(id, 'transaction')
    return isKept
  } catch {
    return false
  }
}

/** Speaks of cookies alone (Storage Access API): a tab's storage may be kept apart in either case. */
async function hasCookies(): Promise<boolean | undefined> {
  if (!('hasStorageAccess' in document)) return undefined
  return document.hasStorageAccess().catch(() => undefined)
}
