import { randomBytes } from 'node:crypto'

import type { Query } from './fhir-search.ts'

/** A place in the results of a search: the search, the first result to give, and how many a page holds. */
export type SearchPosition = {
  readonly query: Query
  readonly offset: number
  readonly count: number
}

/** The page a position is on, from 1. */
export function toPageNumber({ offset, count }: SearchPosition): number {
  return count === 0 ? 1 : Math.floor(offset / count) + 1
}

/** Writes a position into a token that needs no memory on the server. */
export function toPageToken(position: SearchPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Reads a token of {@link toPageToken}; undefined for anything else. */
export function readPageToken(token: string): SearchPosition | undefined {
  try {
    const position = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    ) as Partial<SearchPosition>
    const { query, offset, count } = position
    const isPosition = Array.isArray(query) && Number.isInteger(offset) && Number.isInteger(count)
    return isPosition ? (position as SearchPosition) : undefined
  } catch {
    return undefined
  }
}

/** The paging sessions of a server that keeps them (Epic's `sessionID`): each is one next page, for a while. */
export class PagingSessions {
  readonly #sessions = new Map<string, { position: SearchPosition; type: string; until: number }>()

  /** Remembers the next page of a search for `seconds`, and gives its session id. */
  open(
    type: string,
    position: SearchPosition,
    seconds: number,
    id = `16-${randomBytes(16).toString('hex').toUpperCase()}`,
  ): string {
    this.#sessions.set(id, { position, type, until: Date.now() + seconds * 1000 })
    return id
  }

  /** The page of a session, or undefined when there is none, or no longer. */
  read(type: string, id: string): SearchPosition | undefined {
    const session = this.#sessions.get(id)
    if (session === undefined || session.type !== type) return undefined
    if (session.until > Date.now()) return session.position
    this.#sessions.delete(id)
    return undefined
  }
}
