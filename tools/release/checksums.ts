import { createHash } from 'node:crypto'
import { toBytes, type ReleaseFiles } from './files.ts'

/** The SHA-256 of some bytes, in hexadecimal. */
export const toSha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Writes the sums of files as `sha256sum -c` reads them, in the order of the files. */
export function toChecksums(files: ReleaseFiles): Uint8Array {
  return toBytes([...files].map(([path, bytes]) => `${toSha256(bytes)}  ${path}\n`).join(''))
}
