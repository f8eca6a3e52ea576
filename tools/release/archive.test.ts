import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toZip } from './archive.ts'
import { toChecksums } from './checksums.ts'
import { toBytes } from './files.ts'

const time = new Date('2026-03-08T02:30:07Z')
const files = new Map([
  ['b/c.txt', toBytes('c')],
  ['a.txt', toBytes('a')],
])

afterEach(() => vi.unstubAllEnvs())

describe('toZip', () => {
  it('gives back what went in, below one folder and sorted by path', () => {
    const read = unzipSync(toZip(files, 'top', time))
    expect(Object.keys(read)).toEqual(['top/a.txt', 'top/b/c.txt'])
    expect(new TextDecoder().decode(read['top/b/c.txt'])).toBe('c')
  })

  it('CSP-04 gives the same bytes whatever the order of the files and the zone of the machine', () => {
    const zip = toZip(files, 'top', time)
    // At that hour, that zone's clocks jump from two to three.
    for (const zone of ['America/Los_Angeles', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone)
      expect(toZip(new Map([...files].toReversed()), 'top', time)).toEqual(zip)
    }
  })

  it('says the time to the second, and another time in other bytes', () => {
    const zip = toZip(files, 'top', time)
    expect(Buffer.from(zip).includes(timestamp(time))).toBe(true)
    expect(toZip(files, 'top', new Date(time.getTime() + 1000))).not.toEqual(zip)
  })
})

/** Info-ZIP's extended timestamp: id, length, flag and seconds. */
function timestamp(date: Date): Buffer {
  const bytes = Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0])
  bytes.writeUInt32LE(date.getTime() / 1000, 5)
  return bytes
}

describe('toChecksums', () => {
  it('writes one line a file, as sha256sum does', () => {
    expect(new TextDecoder().decode(toChecksums(new Map([['x/y.txt', toBytes('abc')]])))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  x/y.txt\n',
    )
  })
})
