// Writes the Observations or the Patients of a FHIR R4 example package to standard output, one a line:
// node tools/extract-corpus.mjs FOLDER > src/observations/corpus/hl7-examples.ndjson
// node tools/extract-corpus.mjs FOLDER Patient > src/patient/corpus/hl7-examples.ndjson
// FOLDER is the unpacked npm package hl7.fhir.r4.examples. The README.md beside each file says what is left out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON string, or a number: found in this order, digits within strings are passed over. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
/** Stands before the digits of a number while it is kept as a string; no JSON text holds it unescaped. */
const MARK = '\u0001'

/** Parses JSON with every number as a marked string: JavaScript would write 6.30 as 6.3. */
function parseKeepingDigits(text) {
  const marked = text.replace(STRING_OR_NUMBER, (found) =>
    found.startsWith('"') ? found : JSON.stringify(MARK + found),
  )
  return JSON.parse(marked)
}

function writeWithDigits(json) {
  return JSON.stringify(json).replace(/"\\u0001([^"]+)"/g, '$1')
}

function resourcesIn(resource) {
  if (resource.resourceType === type) return [resource]
  if (resource.resourceType !== 'Bundle') return []
  return (resource.entry ?? []).flatMap((entry) => resourcesIn(entry.resource ?? {}))
}

/** Without its narrative, and without the pictures of a photo. */
function withoutNarrative({ text: _narrative, photo, ...resource }) {
  return photo === undefined ? resource : { ...resource, photo: photo.map(withoutData) }
}

function withoutData({ data: _data, ...photo }) {
  return photo
}

/** By code unit, so that every machine writes the same file. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}

const [folder, type = 'Observation'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node tools/extract-corpus.mjs FOLDER [Patient]')
  process.exit(1)
}
const lines = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => resourcesIn(parseKeepingDigits(readFileSync(join(folder, file), 'utf8'))))
  .map(withoutNarrative)
  .map((resource) => ({ id: resource.id ?? '', line: writeWithDigits(resource) }))
  .toSorted((a, b) => compare(a.id, b.id) || compare(a.line, b.line))
  .map(({ line }) => line)
process.stdout.write([...new Set(lines)].map((line) => `${line}\n`).join(''))
