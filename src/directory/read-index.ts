import type { DirectoryIndex } from './shard-plan.ts'

/** Reads the index of a directory; undefined where it is none, or of another format. */
export function readIndex(json: unknown): DirectoryIndex | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { format, folder, count, words, starts, organizations } = json as Record<string, unknown>
  const isRead =
    format === 2 &&
    typeof folder === 'string' &&
    /^[\da-f]+$/.test(folder) &&
    typeof count === 'number' &&
    isList(words, 'string') &&
    isList(starts, 'string') &&
    isList(organizations, 'number')
  return isRead ? (json as DirectoryIndex) : undefined
}

const isList = (json: unknown, type: 'string' | 'number') =>
  Array.isArray(json) && json.every((one) => typeof one === type)
