import { expect, it } from 'vitest'

/** Which folders of src each folder may import. What a row leaves out is forbidden. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  config: ['language'],
  directory: ['language'],
  fhir: ['language'],
  language: [],
  ui: ['language'],
  observations: ['fhir', 'language'],
  'local-record': ['fhir', 'language'],
  patient: ['fhir', 'language'],
  smart: ['config', 'fhir', 'language'],
  views: [
    'config',
    'directory',
    'fhir',
    'language',
    'local-record',
    'observations',
    'patient',
    'smart',
    'ui',
  ],
  app: [
    'config',
    'directory',
    'fhir',
    'language',
    'local-record',
    'observations',
    'patient',
    'smart',
    'ui',
    'views',
  ],
  'main.tsx': ['app'],
}

/** The only folders that may import a package. */
const importersOf: Readonly<Record<string, readonly string[]>> = {
  '@lhncbc': ['observations'],
  '@tanstack': ['ui'],
  fhirclient: ['smart'],
  jose: ['smart'],
  react: ['app', 'ui', 'views'],
  'react-dom': ['app', 'ui', 'views'],
  'react-router-dom': ['app'],
  recharts: ['ui'],
}

/** Domain folders are pure: nothing of the browser's, so that they run anywhere. */
const pureFolders = ['directory', 'fhir', 'language', 'local-record', 'observations', 'patient']
const browserNames =
  /\b(?:document|window|sessionStorage|localStorage|navigator|location|fetch)\s*[.(]/

const sources = Object.entries(
  import.meta.glob<string>('./**/*.{ts,tsx,cjs}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).filter(([path]) => !/\/test-[\w-]+\.tsx?$|\.test\.tsx?$/.test(path))

type Import = { readonly path: string; readonly target: string }

function importsOf([path, source]: [string, string]): Import[] {
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^'\n]+)'/g)].map(
    ([, target = '']) => ({
      path,
      target,
    }),
  )
}

/** `./views/trend/figures.ts` is in folder views, area views/trend; every other folder is one area. */
function placeOf(path: string): { folder: string; area: string } {
  const [, folder = '', inner = ''] = path.split('/')
  return { folder, area: folder === 'views' ? `views/${inner}` : folder }
}

function isAllowed({ path, target }: Import): boolean {
  const from = placeOf(path)
  if (!target.startsWith('.')) {
    const [name = ''] = target.split('/')
    return importersOf[name]?.includes(from.folder) ?? false
  }
  const to = placeOf(`.${new URL(target, `file:///${path.slice(2)}`).pathname}`)
  const isShared = from.folder === 'views' && to.area === 'views/shared'
  return to.area === from.area || isShared || (mayImport[from.folder]?.includes(to.folder) ?? false)
}

const forbidden = (all: [string, string][]) =>
  all.flatMap(importsOf).filter((each) => !isAllowed(each))

it('sees imports', () => {
  expect(sources.flatMap(importsOf)).toContainEqual({
    path: './smart/begin-sign-in.ts',
    target: 'fhirclient/lib/smart.js',
  })
})

it('lets each folder import only what the tables allow', () => {
  expect(forbidden(sources)).toEqual([])
})

it.each([
  ['a domain folder that imports React', './fhir/x.ts', "import { useState } from 'react'"],
  ['a view that imports another', './views/trend/x.tsx', "import { x } from '../home/x.tsx'"],
  ['a shared part that imports a view', './views/shared/x.tsx', "import '../home/x.tsx'"],
  ['a view that imports the app', './views/trend/x.tsx', "import type { x } from '../../app/x.ts'"],
  ['fhirclient outside smart', './app/x.ts', "const x = import('fhirclient/lib/smart.js')"],
  ['recharts outside ui', './views/trend/x.tsx', "import { Line } from 'recharts'"],
  ['smart that imports a view', './smart/x.ts', "import { x } from '../views/home/x.tsx'"],
  ['a package nobody has let in', './fhir/x.ts', "import x from 'left-pad'"],
])('finds %s', (_name, path, source) => {
  expect(forbidden([[path, source]])).toHaveLength(1)
})

it('finds no browser in the domain folders', () => {
  const impure = sources.filter(
    ([path, source]) =>
      pureFolders.includes(placeOf(path).folder) &&
      browserNames.test(source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  )
  expect(impure.map(([path]) => path)).toEqual([])
})

it('keeps every file under 250 lines', () => {
  const long = sources.filter(([, source]) => source.split('\n').length > 250)
  expect(long.map(([path]) => path)).toEqual([])
})
