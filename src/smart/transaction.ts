import { isFhirId } from '../fhir/fhir-id.ts'
import { toObject, toText, type JsonObject } from '../fhir/json.ts'
import type { ServerEndpoints } from './discovery.ts'
import { isReturnRoute } from './return-route.ts'
import { isWarnings, type SignInWarning } from './sign-in-report.ts'
import { listRecords, readRecord, removeRecord, writeRecord } from './tab-storage.ts'

/** A sign-in between the redirect to the server and its answer (AUTHZ-12); lives in this tab, ten minutes at most. */
export type Transaction = ServerEndpoints & {
  /** Also its name in storage. */
  readonly state: string
  readonly serverId: string
  readonly launch: 'ehr' | 'standalone'
  readonly iss: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly nonce: string
  readonly codeVerifier: string
  /** What was unusual so far. */
  readonly warnings: readonly SignInWarning[]
  /** How long discovery took, in milliseconds. */
  readonly discoveryMs: number
  /** The view to come back to, where a session is begun again from one. */
  readonly returnTo: ReturnTo | undefined
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** A view of a record: its route below the session, and whose it was. For another patient it means nothing. */
export type ReturnTo = { readonly route: string; readonly patientId: string }

const maxAgeMs = 10 * 60_000
// A clock that is set right during a sign-in.
const clockSkewMs = 120_000

/** Keeps a transaction for the answer, and drops those that are over. */
export function keepTransaction(transaction: Transaction): void {
  for (const state of listRecords('transaction')) {
    const kept = readTransaction(readRecord(state, 'transaction'))
    if (!kept || isOver(kept, transaction.createdAt)) removeRecord(state, 'transaction')
  }
  writeRecord(transaction.state, 'transaction', transaction)
}

/**
 * Takes the transaction of `state` out of storage, for good (CB-02): the second call gives undefined, as do an
 * unknown state, one begun in another browser (CB-09), and one that is over.
 */
export function takeTransaction(state: string, now: number): Transaction | undefined {
  const transaction = readTransaction(readRecord(state, 'transaction'))
  removeRecord(state, 'transaction')
  return transaction && transaction.state === state && !isOver(transaction, now)
    ? transaction
    : undefined
}

function isOver(transaction: Transaction, now: number): boolean {
  const age = now - transaction.createdAt
  return !(age >= -clockSkewMs && age <= maxAgeMs)
}

/** Storage is checked like any other input (STO-02). */
function readTransaction(json: unknown): Transaction | undefined {
  const record = toObject(json)
  const isComplete =
    record !== undefined &&
    required.every((name) => toText(record[name]) !== undefined) &&
    optional.every((name) => record[name] === undefined || toText(record[name]) !== undefined) &&
    (record['launch'] === 'ehr' || record['launch'] === 'standalone') &&
    typeof record['sendsIss'] === 'boolean' &&
    isWarnings(record['warnings']) &&
    typeof record['discoveryMs'] === 'number' &&
    isReturnTo(record['returnTo']) &&
    (record['source'] === 'smart-configuration' || record['source'] === 'capability-statement') &&
    typeof record['createdAt'] === 'number'
  return isComplete ? (record as JsonObject & Transaction) : undefined
}

function isReturnTo(json: unknown): boolean {
  const returnTo = toObject(json)
  return (
    json === undefined ||
    (isReturnRoute(toText(returnTo?.['route']) ?? '') &&
      isFhirId(toText(returnTo?.['patientId']) ?? ''))
  )
}

const required = [
  'state',
  'serverId',
  'iss',
  'clientId',
  'redirectUri',
  'scope',
  'nonce',
  'codeVerifier',
  'authorizationEndpoint',
  'tokenEndpoint',
] as const satisfies readonly (keyof Transaction)[]

const optional = [
  'issuer',
  'jwksUri',
  'revocationEndpoint',
  'managementEndpoint',
] as const satisfies readonly (keyof Transaction)[]
