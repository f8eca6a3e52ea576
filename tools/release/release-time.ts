import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const earliest = Date.UTC(1980, 0, 2) / 1000
const latest = Date.UTC(2099, 11, 30) / 1000

/**
 * The time that all files of a release carry: `SOURCE_DATE_EPOCH`, else that of the last commit.
 *
 * It is never the clock's, or no two builds were alike; nor is it one time for ever: hosts tell browsers by time and
 * size whether `index.html` has changed, and one of a new version is as long as that of the old.
 *
 * @param root the project's folder
 * @throws {Error} where there is neither, or the former is no whole number of seconds between 1980 and 2099
 */
export function readReleaseTime(root: string, given = process.env['SOURCE_DATE_EPOCH']): Date {
  const seconds = Number(given ?? commitTime(root))
  if (!Number.isInteger(seconds) || seconds < earliest || seconds > latest)
    throw new Error('SOURCE_DATE_EPOCH must be a whole number of seconds, of a time since 1980.')
  return new Date(seconds * 1000)
}

/**
 * Gives what would be in a release and isn't in the last commit, a line for each, as git writes it: what was changed, and
 * what git ignores in `public/`, which is copied whole. Empty where there is no commit to differ from.
 */
export function listUncommitted(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return []
  const lines = [
    ...git(root, 'status', '--porcelain').split('\n'),
    ...git(root, 'status', '--porcelain', '--ignored', '--', 'public').split('\n'),
  ]
  return [...new Set(lines)].filter((line) => line !== '')
}

function commitTime(root: string): string {
  // A copy of the sources within another repository has nothing to do with that one's commits.
  if (!existsSync(join(root, '.git')))
    throw new Error(
      'A release takes its time from the last commit. Make it in a clone, or set SOURCE_DATE_EPOCH.',
    )
  return git(root, 'log', '-1', '--format=%ct')
}

const git = (root: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trimEnd()
