import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

/** Files that the given sources load at once: themselves, what they import statically, and their styles. */
function filesOf(...sources) {
  const found = new Set()
  const visit = (key) => {
    const { file, css = [], imports = [] } = manifest[key]
    if (found.has(file)) return
    for (const each of [file, ...css]) found.add(each)
    imports.forEach(visit)
  }
  sources.forEach(visit)
  return [...found].map((file) => `dist/${file}`)
}

const entry = 'index.html'

export default [
  {
    name: 'launch page, whole',
    path: ['dist/launch/index.html', ...filesOf(entry, 'src/app/open-launch.ts')],
    limit: '16 kB',
    gzip: true,
  },
  {
    name: 'first load: home page, whole',
    path: ['dist/index.html', ...filesOf(entry, 'src/app/open-app.tsx')],
    limit: '110 kB',
    gzip: true,
  },
  {
    name: 'a record opened again, to its first row, whole',
    path: [
      'dist/index.html',
      ...filesOf(entry, 'src/app/open-app.tsx', 'src/app/record-routes.tsx'),
    ],
    limit: '120 kB',
    gzip: true,
  },
  {
    name: 'from the callback to the first row, whole',
    path: [
      'dist/callback/index.html',
      ...filesOf(
        entry,
        'src/app/open-callback.ts',
        'src/app/open-app.tsx',
        'src/app/record-routes.tsx',
      ),
    ],
    limit: '136 kB',
    gzip: true,
  },
  {
    name: 'chart, when a trend is opened',
    path: filesOf('src/ui/line-chart.tsx').filter((file) => file.endsWith('.js')),
    limit: '240 kB',
    gzip: true,
  },
]
