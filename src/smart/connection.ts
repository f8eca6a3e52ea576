import { toObject, toText, type JsonObject } from '../fhir/json.ts'

/** Who an id_token is about: `sub` means something at its issuer alone. */
export type Subject = { readonly issuer: string; readonly sub: string }

/** What a session needs to go on and to end: stays inside `src/smart`, like the token. */
export type Connection = {
  readonly clientId: string
  readonly tokenEndpoint: string
  readonly revocationEndpoint: string | undefined
  readonly jwksUri: string | undefined
  /** Undefined where none was granted, and in a copy of the tab that has lost it to another (REF-05). */
  readonly refreshToken: string | undefined
  /** Whom the id_token named; undefined where none was asked for. */
  readonly subject: Subject | undefined
}

/** Reads a stored connection; storage is checked like any other input (STO-02). */
export function readConnection(json: unknown): Connection | undefined {
  const connection = toObject(json)
  if (!connection) return undefined
  const subject = toObject(connection['subject'])
  const isComplete =
    required.every((name) => toText(connection[name]) !== undefined) &&
    optional.every((name) => connection[name] === undefined || toText(connection[name])) &&
    (connection['subject'] === undefined ||
      (toText(subject?.['issuer']) !== undefined && toText(subject?.['sub']) !== undefined))
  return isComplete ? (connection as JsonObject & Connection) : undefined
}

const required = ['clientId', 'tokenEndpoint'] as const satisfies readonly (keyof Connection)[]

const optional = [
  'revocationEndpoint',
  'jwksUri',
  'refreshToken',
] as const satisfies readonly (keyof Connection)[]
