// Runs every check and ends with one line, `N passed, N failed`, the sum over all of them: each test of the test
// runners, and one for each other check. `node tools/check.mjs types unit` runs only those named.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, findHeadlessShell } from './browser.mjs'

const reports = mkdtempSync(join(tmpdir(), 'chartside-check-'))
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')

/** Checks of the files as they stand, side by side: the slowest of them keeps one core busy, and one alone. */
const sideBySide = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  types: ['tsc'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  unused: ['knip'],
}
const begun = new Map()
/** What is said once more at the end, as a log is often read from there. */
const sayAgain = []

const checks = [
  ...Object.keys(sideBySide).map((name) => ({ name, run: () => begun.get(name) })),
  { name: 'unit', run: unitTests },
  { name: 'build', run: () => single('vite', ['build', '--logLevel', 'warn']) },
  { name: 'size', run: () => single('size-limit', []) },
  { name: 'e2e', run: endToEndTests },
]

/** Runs a tool of node_modules; gives whether it ended well. */
function tool(name, args, env = {}) {
  const { status } = spawnSync('npx', ['--no-install', name, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

function single(name, args) {
  return tool(name, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The same, beside others; what it prints comes when it has ended, so that two never mix. */
function startSingle(name, ...args) {
  const child = spawn('npx', ['--no-install', name, ...args], {
    shell: process.platform === 'win32',
  })
  const printed = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => printed.push(part))
  return new Promise((resolve) => {
    child.once('error', () => resolve({ passed: 0, failed: 1 }))
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(printed))
      resolve(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
    })
  })
}

/** A runner that failed without a failed test, as when a file can't be loaded, counts as one failure. */
function sum(isWell, passed = 0, failed = 0) {
  return { passed, failed: isWell && passed > 0 ? failed : Math.max(failed, 1) }
}

function unitTests() {
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]
  const isWell = tool('vitest', args)
  const report = readReport(unitReport)
  // A test that is skipped or still to be written proves nothing, so it counts as failed.
  const { numPassedTests, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report ?? {}
  sayAgain.push(...unitFailures(report))
  return sum(isWell, numPassedTests, numFailedTests + numPendingTests + numTodoTests)
}

/** A line for each test that failed, and for each file that could not be run. */
function unitFailures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`  ${name}: ${message}`]
    return failed.map((test) => `  ${name} › ${test.fullName}: ${test.failureMessages[0] ?? ''}`)
  })
}

async function endToEndTests() {
  let browser, shell
  try {
    browser = await findBrowser()
    shell = findHeadlessShell() ?? browser
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
  console.log(`Browsers: ${shell}, ${browser}`)
  const isWell = tool('playwright', ['test', '--reporter=list,json'], {
    CHROME_PATH: browser,
    HEADLESS_SHELL_PATH: shell,
    PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport,
  })
  const stats = readReport(e2eReport)?.stats
  const { expected, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {}
  return sum(isWell, expected, unexpected + flaky + skipped)
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}: ${checks.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
for (const [name, command] of Object.entries(sideBySide))
  if (isWanted(name)) begun.set(name, startSingle(...command))
const totals = { passed: 0, failed: 0 }
for (const { name, run } of checks) {
  if (!isWanted(name)) continue
  const started = Date.now()
  const { passed, failed } = await run()
  totals.passed += passed
  totals.failed += failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const line = `— ${name}: ${failed === 0 ? 'well' : 'FAILED'}, ${passed} passed, ${failed} failed (${seconds} s)`
  console.log(line)
  if (failed > 0) sayAgain.push(line)
}
for (const line of sayAgain) console.log(line.slice(0, 1_000))
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1
