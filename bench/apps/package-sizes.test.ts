import { expect, it } from 'vitest'
import { toPackage } from './package-sizes.ts'

it.each([
  ['../../node_modules/react-dom/cjs/react-dom-client.production.js', 'react-dom'],
  ['../../node_modules/@tanstack/virtual-core/dist/esm/index.js', '@tanstack/virtual-core'],
  ['/home/node_modules/a/node_modules/@b/c/index.js', '@b/c'],
  ['../../src/fhir/json.ts', 'src/fhir'],
  ['/project/src/language/catalogues/de.json', 'src/language'],
  ['src/main.tsx', 'src/main.tsx'],
  ['\0vite/preload-helper.js', 'the build’s own'],
])('counts %s to %s', (source, owner) => {
  expect(toPackage(source)).toBe(owner)
})
