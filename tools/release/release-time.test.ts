import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listUncommitted, readReleaseTime } from './release-time.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartside-time-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const identity = [
  '-c',
  'user.name=A',
  '-c',
  'user.email=a@example.org',
  '-c',
  'commit.gpgsign=false',
]

function commit(date: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' },
    })
  git('init', '--quiet')
  writeFileSync(join(folder, 'a.txt'), 'a')
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
}

describe('readReleaseTime', () => {
  it('is the time of the last commit', () => {
    commit('2026-05-04T03:02:01+02:00')
    expect(readReleaseTime(folder, undefined)).toEqual(new Date('2026-05-04T01:02:01Z'))
  })

  it('is SOURCE_DATE_EPOCH where that is set', () => {
    commit('2026-05-04T03:02:01+02:00')
    expect(readReleaseTime(folder, '1700000000')).toEqual(new Date(1_700_000_000_000))
  })

  it('is refused where nothing says it, rather than taken from the clock', () => {
    expect(() => readReleaseTime(folder, undefined)).toThrow('Make it in a clone')
  })

  it.each(['', 'today', '1700000000.5', '0', '-1', '5000000000'])('refuses "%s"', (given) => {
    expect(() => readReleaseTime(folder, given)).toThrow('whole number of seconds')
  })
})

describe('listUncommitted', () => {
  it('names what differs from the last commit', () => {
    expect(listUncommitted(folder)).toEqual([])
    commit('2026-05-04T03:02:01+02:00')
    expect(listUncommitted(folder)).toEqual([])
    writeFileSync(join(folder, 'a.txt'), 'b')
    writeFileSync(join(folder, 'c.txt'), 'c')
    expect(listUncommitted(folder)).toEqual([' M a.txt', '?? c.txt'])
  })

  it('names what git ignores where it would be copied', () => {
    writeFileSync(join(folder, '.gitignore'), 'brands\n.DS_Store\n')
    commit('2026-05-04T03:02:01+02:00')
    mkdirSync(join(folder, 'public/brands'), { recursive: true })
    writeFileSync(join(folder, 'public/brands/index.json'), '{}')
    writeFileSync(join(folder, '.DS_Store'), '')
    // As git has it: of a folder that holds nothing else, the folder.
    expect(listUncommitted(folder)).toEqual(['!! public/'])
  })
})
