import { zipSync, type ZipOptions, type Zippable } from 'fflate'
import { sortFiles, type ReleaseFiles } from './files.ts'

/** A plain file that its owner may write and everyone may read, as a zip from Unix says it. */
const unix = 3
const plainFile = 0o100644 << 16

/** The extra field that holds the time in seconds of UTC: Info-ZIP's "extended timestamp". */
const extendedTimestamp = 0x5455

/**
 * Puts files into one zip, each below `folder`, all with one time. The same files, folder and time give the same
 * bytes, whatever the machine: the order is that of the paths, the modes are fixed, and the compression is written in
 * JavaScript, since Node's own differs between its versions.
 *
 * @param time between 1980 and 2099, which is what a zip can say
 */
export function toZip(files: ReleaseFiles, folder: string, time: Date): Uint8Array {
  const options: ZipOptions = {
    level: 9,
    os: unix,
    attrs: plainFile,
    mtime: toNoon(time),
    extra: { [extendedTimestamp]: toTimestamp(time) },
  }
  const zippable: Zippable = {}
  for (const [path, bytes] of sortFiles(files)) zippable[`${folder}/${path}`] = [bytes, options]
  return zipSync(zippable)
}

/**
 * A zip's own time has no zone, so it is the same only if it is read off one clock. Noon of the day in UTC, since every
 * zone has a noon while some miss an hour in spring; the extra field says the second.
 */
function toNoon(time: Date): Date {
  return new Date(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate(), 12)
}

/** A flag that says "time of the last change", and that time in four bytes. */
function toTimestamp(time: Date): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(5))
  bytes.setUint8(0, 1)
  bytes.setUint32(1, time.getTime() / 1000, true)
  return new Uint8Array(bytes.buffer)
}
