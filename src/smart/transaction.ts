import { toObject, toText, type JsonObject } from '../fhir/json.ts'
import type { ServerMetadata } from './discovery.ts'
import { listRecords, readRecord, removeRecord, writeRecord } from './tab-storage.ts'

/** A sign-in between the redirect to the server and its answer (AUTHZ-12); lives in this tab, ten minutes at most. */
export type Transaction = ServerMetadata & {
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
  /** Epoch milliseconds. */
  readonly createdAt: number
}

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
    typeof record['createdAt'] === 'number'
  return isComplete ? (record as JsonObject & Transaction) : undefined
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
] as const satisfies readonly (keyof Transaction)[]
