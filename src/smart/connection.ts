import { toObject, toText, type JsonObject } from '../fhir/json.ts'
import { randomToken } from './random.ts'

/** Who an id_token is about: `sub` means something at its issuer alone. */
export type Subject = { readonly issuer: string; readonly sub: string }

/** A refresh token, with a random name of ours by which pages agree which of them uses it (REF-05). */
export type RefreshGrant = { readonly token: string; readonly name: string }

/** Names a refresh token as it was received; undefined where there is none. */
export function nameGrant(token: string | undefined): RefreshGrant | undefined {
  return token === undefined ? undefined : { token, name: randomToken() }
}

/** What a session needs to go on and to end: stays inside `src/smart`, like the token. */
export type Connection = {
  readonly clientId: string
  readonly tokenEndpoint: string
  readonly revocationEndpoint: string | undefined
  readonly jwksUri: string | undefined
  /** Undefined where none was granted, and in a copy of the tab that has lost it to another (REF-05). */
  readonly refresh: RefreshGrant | undefined
  /** When the access token came, epoch milliseconds. */
  readonly receivedAt: number
  /** Whom the id_token named; undefined where none was asked for. */
  readonly subject: Subject | undefined
}

/** Reads a stored connection; storage is checked like any other input (STO-02). */
export function readConnection(json: unknown): Connection | undefined {
  const connection = toObject(json)
  if (!connection) return undefined
  const isComplete =
    required.every((name) => toText(connection[name]) !== undefined) &&
    optional.every((name) => connection[name] === undefined || toText(connection[name])) &&
    typeof connection['receivedAt'] === 'number' &&
    isAbsentOrOf(connection['refresh'], ['token', 'name']) &&
    isAbsentOrOf(connection['subject'], ['issuer', 'sub'])
  return isComplete ? (connection as JsonObject & Connection) : undefined
}

/** Whether a member is left out, or an object with these texts. */
function isAbsentOrOf(json: unknown, texts: readonly string[]): boolean {
  const object = toObject(json)
  return json === undefined || texts.every((name) => toText(object?.[name]) !== undefined)
}

const required = ['clientId', 'tokenEndpoint'] as const satisfies readonly (keyof Connection)[]

const optional = ['revocationEndpoint', 'jwksUri'] as const satisfies readonly (keyof Connection)[]
