import { parseJson } from '../fhir/json.ts'
import { SmartError } from './smart-error.ts'

/**
 * Records of this browser tab in sessionStorage (STO-01), each under `chartside:<id>:<kind>` (STO-02), so that
 * two charts which share one storage, as in EHR shells, never meet (LAUNCH-08).
 *
 * Every call throws {@link SmartError} `storage-blocked` where the browser denies storage (EMB-04).
 */
export type RecordKind = 'transaction' | 'session' | 'recent'

const prefix = 'chartside'
const keyOf = (id: string, kind: RecordKind) => `${prefix}:${id}:${kind}`

/** Writes a record. */
export function writeRecord(id: string, kind: RecordKind, record: unknown): void {
  guard(() => sessionStorage.setItem(keyOf(id, kind), JSON.stringify(record)))
}

/** Gives a record as parsed JSON of untrusted shape; undefined when there is none or it isn't JSON. */
export function readRecord(id: string, kind: RecordKind): unknown {
  return guard(() => parseJson(sessionStorage.getItem(keyOf(id, kind)) ?? ''))
}

/** Removes a record, if it is there. */
export function removeRecord(id: string, kind: RecordKind): void {
  guard(() => sessionStorage.removeItem(keyOf(id, kind)))
}

/** Ids of all records of one kind. */
export function listRecords(kind: RecordKind): string[] {
  return guard(() =>
    Object.keys(sessionStorage).flatMap((key) => {
      const [owner, id, itsKind] = key.split(':')
      return owner === prefix && itsKind === kind && id ? [id] : []
    }),
  )
}

/** Whether there is any storage: frames with a sandbox, and some privacy settings, throw at the mere mention of it. */
export function hasStorage(): boolean {
  try {
    return sessionStorage.length >= 0
  } catch {
    return false
  }
}

function guard<T>(access: () => T): T {
  try {
    return access()
  } catch (cause) {
    throw new SmartError('storage-blocked', {}, { cause })
  }
}
