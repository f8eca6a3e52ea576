import { spawnSync } from 'node:child_process'
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
    installDebians() ??
    fail()
  )
}

/**
 * Gives the path of Chromium's headless shell, which draws the same pages in a third less time, or undefined where
 * there is none: whoever has a browser is asked for no other. CHROME_PATH stands for every browser.
 */
export function findHeadlessShell() {
  if (process.env.CHROME_PATH) return undefined
  return places(['chromium-headless-shell', 'chrome-headless-shell']).find((path) =>
    existsSync(path),
  )
}

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

/** The headless shell comes along where Debian has it. */
function installDebians() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  console.log('Installing Debian’s packages chromium and chromium-headless-shell…')
  if (!runApt('update')) return undefined
  const install = (...names) => runApt('install', '-y', '--no-install-recommends', ...names)
  return install('chromium', 'chromium-headless-shell') || install('chromium')
    ? findInstalled()
    : undefined
}

function runApt(...args) {
  const [command, ...rest] = [
    ...(process.getuid?.() === 0 ? [] : ['sudo', '-n']),
    'apt-get',
    ...args,
  ]
  const { status } = spawnSync(command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
  })
  return status === 0
}

function fail() {
  throw new Error(
    'No Chrome or Chromium found and none could be installed: install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.',
  )
}
