import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const places = (wanted) =>
  (process.env.PATH ?? '').split(delimiter).flatMap((dir) => wanted.map((name) => join(dir, name)))

const usualPlaces = [
  ...places(names),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Gives the path of a Chrome or Chromium: CHROME_PATH, the usual places, Playwright's own; else installs one,
 * Playwright's or Debian's. Throws one line that says what to install when nothing of that works.
 */
export async function findBrowser() {
  return (
    findInstalled() ??
    (await playwrightBrowser()) ??
    installPlaywrights() ??
    (installDebians('chromium') ? findInstalled() : undefined) ??
    fail()
  )
}

/**
 * Gives the path of Chromium's headless shell, which draws the same pages in a third less time, or undefined where
 * there is none and none can be installed. CHROME_PATH stands for every browser, so with it there is none either.
 */
export async function findHeadlessShell() {
  if (process.env.CHROME_PATH) return undefined
  return findShell() ?? (installDebians('chromium-headless-shell') ? findShell() : undefined)
}

const findShell = () =>
  places(['chromium-headless-shell', 'chrome-headless-shell']).find((path) => existsSync(path))

function findInstalled() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH && !existsSync(CHROME_PATH))
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, which does not exist.`)
  return CHROME_PATH || usualPlaces.find((path) => existsSync(path))
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath()].find((path) => existsSync(path))
}

function installPlaywrights() {
  console.log('No Chrome or Chromium found; installing one with Playwright…')
  spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], {
    stdio: 'inherit',
    timeout: 180_000,
    shell: process.platform === 'win32',
  })
  const path = spawnSync(
    process.execPath,
    [
      '-e',
      "import('@playwright/test').then(({chromium}) => console.log(chromium.executablePath()))",
    ],
    { encoding: 'utf8' },
  ).stdout.trim()
  return path && existsSync(path) ? path : undefined
}

function installDebians(name) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing Debian’s package ${name}…`)
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]])
      execFileSync([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1), {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    return true
  } catch {
    return false
  }
}

function fail() {
  throw new Error(
    'No Chrome or Chromium found and none could be installed: install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.',
  )
}
