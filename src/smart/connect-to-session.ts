import { toObject, toText } from '../fhir/json.ts'
import { connectAhead } from './connect-ahead.ts'
import { readRecord } from './tab-storage.ts'

/**
 * Connects to the server of a session that this tab's storage may hold, before its record is opened. Whether it may be
 * shown is decided later (`openSession`); until then nothing of it but the server's address is used. Never throws.
 */
export function connectToSession(id: string): void {
  try {
    const stored = toObject(readRecord(id, 'session'))
    connectAhead(toText(toObject(stored?.['session'])?.['iss']) ?? '')
  } catch {
    // Without storage there is no session; the page will say so.
  }
}
