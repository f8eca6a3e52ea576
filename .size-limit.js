import { readFileSync } from 'node:fs'
import { laterLimits } from './tools/later-limits.mjs'

const manifest = JSON.parse(readFileSync('node_modules/.chartside/manifest.json', 'utf8'))

/** A source that the build has put together with others has no entry of its own, but its chunk knows it. */
function chunkOf(key) {
  const isNamed = ({ name }) => name !== undefined && name === groupOf[key]
  const chunk = manifest[key] ?? Object.values(manifest).find(isNamed)
  if (!chunk) throw new Error(`The build has no chunk for ${key}.`)
  return chunk
}

/** Files that the given sources load at once: themselves, what they import statically, and their styles. */
function filesOf(...sources) {
  const found = new Set()
  const visit = (key) => {
    const { file, css = [], imports = [] } = chunkOf(key)
    if (found.has(file)) return
    for (const each of [file, ...css]) found.add(each)
    imports.forEach(visit)
  }
  sources.forEach(visit)
  return [...found].map((file) => `dist/${file}`)
}

const entry = 'src/main.tsx'
const plainScript = `dist/${/assets\/early-[^"]+/.exec(readFileSync('dist/index.html', 'utf8'))[0]}`
const groupOf = {
  'src/main.tsx': 'base',
  'src/app/open-launch.ts': 'sign-in',
  'src/app/record-routes.tsx': 'record',
  'src/app/results-page.tsx': 'results',
  'src/app/overview-page.tsx': 'overview',
  'src/patient/read-patient.ts': 'patient',
  'src/app/open-app.tsx': 'app',
  'src/views/results/detail-content.tsx': 'detail',
  'src/observations/search-results.ts': 'search-results',
  'src/ui/data-table.tsx': 'table',
  'src/smart/token-endpoint.ts': 'token',
}
const home = [entry, 'src/app/open-app.tsx', 'src/app/home-page.tsx']
const record = [entry, 'src/app/open-app.tsx', 'src/app/record-routes.tsx']
const overview = 'src/app/overview-page.tsx'
const results = ['src/app/results-page.tsx']

/** Files that come on top of those of a record. */
function more(...sources) {
  const there = new Set(filesOf(...record))
  return filesOf(...sources).filter((file) => !there.has(file))
}

/** Files that come on top of those of the results. */
function moreThanResults(...sources) {
  const there = new Set(filesOf(...record, ...results))
  return filesOf(...sources).filter((file) => !there.has(file))
}

/** Files that come on top of those of the home page. */
function moreThanHome(...sources) {
  const there = new Set(filesOf(...home))
  return filesOf(...sources).filter((file) => !there.has(file))
}

/** A budget for each file that none of the pages above begins with; none goes without. */
function laterBudgets() {
  const begun = new Set([
    plainScript,
    ...filesOf(entry, 'src/app/open-launch.ts', 'src/app/open-callback.ts', ...home, ...record),
    ...filesOf(overview, ...results, 'src/smart/token-endpoint.ts', 'src/patient/read-patient.ts'),
  ])
  const later = Object.values(manifest).filter(
    ({ file }) => file.endsWith('.js') && !begun.has(`dist/${file}`),
  )
  const names = later.map(({ name }) => name)
  const wrong = [...names, ...Object.keys(laterLimits)].filter(
    (name) => !names.includes(name) || laterLimits[name] === undefined,
  )
  if (wrong.length > 0)
    throw new Error(`.size-limit.js and the build disagree about what is loaded later: ${wrong}.`)
  return later.map(({ name, file, css = [] }) => ({
    name: `later: ${name}`,
    path: [file, ...css].map((each) => `dist/${each}`),
    limit: `${laterLimits[name]} kB`,
    gzip: true,
  }))
}

export default [
  {
    name: 'launch page, whole',
    path: ['dist/launch/index.html', plainScript, ...filesOf(entry, 'src/app/open-launch.ts')],
    limit: '21 kB',
    gzip: true,
  },
  {
    name: 'first load: home page, whole',
    path: ['dist/index.html', ...filesOf(...home)],
    limit: '104.5 kB',
    gzip: true,
  },
  {
    name: 'a record opened again, to its first row, whole',
    path: ['dist/index.html', ...filesOf(...record, overview)],
    limit: '165 kB',
    gzip: true,
  },
  {
    name: 'from the callback to the first row, whole',
    path: ['dist/callback/index.html', ...filesOf('src/app/open-callback.ts', ...record, overview)],
    limit: '185 kB',
    gzip: true,
  },
  {
    name: 'a table, beside the record',
    path: more('src/ui/data-table.tsx'),
    limit: '13.1 kB',
    gzip: true,
  },
  {
    name: 'trend with its chart, beside the record',
    path: more('src/app/trend-page.tsx', 'src/ui/chart-stack.tsx'),
    limit: '141 kB',
    gzip: true,
  },
  {
    name: 'all results, beside the record',
    path: more(...results),
    limit: '23.6 kB',
    gzip: true,
  },
  {
    name: 'results opened at once, to their first row, whole',
    path: ['dist/index.html', ...filesOf(...record, ...results)],
    limit: '180.5 kB',
    gzip: true,
  },
  {
    name: 'detail of a result, beside the results',
    path: moreThanResults('src/views/results/detail-content.tsx'),
    limit: '8.3 kB',
    gzip: true,
  },
  {
    name: 'search by text with plain names, beside the results',
    path: moreThanResults('src/observations/search-results.ts'),
    limit: '3.7 kB',
    gzip: true,
  },
  {
    name: 'who the patient is, beside the record',
    path: more('src/patient/read-patient.ts'),
    limit: '7.5 kB',
    gzip: true,
  },
  {
    name: 'flowsheet with its grid, beside the record',
    path: more('src/app/flowsheet-page.tsx'),
    limit: '48 kB',
    gzip: true,
  },
  {
    name: 'waveforms, beside the results',
    path: moreThanResults('src/views/results/drawn-samples.tsx'),
    limit: '16.8 kB',
    gzip: true,
  },
  {
    name: 'Patient view, beside the record',
    path: more('src/app/patient-page.tsx'),
    limit: '3.1 kB',
    gzip: true,
  },
  {
    name: 'check page, beside the home page',
    path: moreThanHome('src/app/check-page.tsx'),
    limit: '32.9 kB',
    gzip: true,
  },
  {
    name: 'problem page, beside the home page',
    path: more('src/app/problem-page.tsx'),
    limit: '5.7 kB',
    gzip: true,
  },
  ...laterBudgets(),
]
