import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject, lockedAtRunTime, project, release } from './test-clone.ts'

const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  version: string
}
const top = `chartside-${version}`
const file = `${top}.zip`

/** Two builds and a copy of all that they need. */
const patience = 600_000

const folder = mkdtempSync(join(tmpdir(), 'chartside-clone-'))
const first = join(folder, 'a')
const second = join(folder, 'src/fhir/fhirclient and more')
afterAll(() => rmSync(folder, { recursive: true }), patience)

/** What the first and the second run made, and the files of it by their path, each byte a character. */
let zips: readonly [Uint8Array, Uint8Array]
let files: ReadonlyMap<string, string>
const text = (path: string) => files.get(path) ?? ''

beforeAll(async () => {
  const time = { SOURCE_DATE_EPOCH: '1767225599' }
  const read = (root: string) => new Uint8Array(readFileSync(join(root, 'release', file)))
  copyProject(first)
  await release(first, { umask: '022', env: { ...time, TZ: 'America/Los_Angeles', LANG: 'C' } })
  const zip = read(first)
  mkdirSync(dirname(second), { recursive: true })
  renameSync(first, second)
  rmSync(join(second, 'release'), { recursive: true })
  await release(second, {
    umask: '077',
    env: { ...time, TZ: 'Pacific/Kiritimati', LANG: 'sv_SE.UTF-8', NODE_ENV: 'development' },
  })
  zips = [zip, read(second)]
  const unpacked = Object.entries(unzipSync(zip))
  files = new Map(
    unpacked.map(([path, bytes]) => [
      path.replace(`${top}/`, ''),
      Buffer.from(bytes).toString('latin1'),
    ]),
  )
}, patience)

describe('npm run release', () => {
  it('CSP-04 makes the same bytes in a folder of any name, another zone and language', () => {
    expect(Buffer.compare(...zips)).toBe(0)
  })

  it('puts the sum of the zip beside it, as sha256sum reads it', () => {
    const sum = readFileSync(join(second, 'release', `${file}.sha256`), 'utf8')
    expect(sum).toBe(`${sha256(zips[1])}  ${file}\n`)
  })

  it('puts everything that is promised in one folder, sorted', () => {
    const paths = Object.keys(unzipSync(zips[0]))
    expect(paths).toEqual(paths.toSorted())
    expect(paths.filter((path) => !path.startsWith(`${top}/`))).toEqual([])
    const kinds = new Set([...files.keys()].map((path) => path.replace(/\/.*/, '/')))
    expect([...kinds]).toEqual([
      'HEADERS/',
      'INSTALL.md',
      'LICENSE',
      'SHA256SUMS',
      'app/',
      'docs/',
      'make-headers.mjs',
      'sbom.cdx.json',
    ])
    const site = [...files.keys()].filter((path) => /^app\/(?!assets\/)/.test(path))
    expect(site).toEqual([
      'app/404.html',
      'app/THIRD-PARTY-LICENSES.md',
      'app/callback/epic/index.html',
      'app/callback/index.html',
      'app/config.json',
      'app/index.html',
      'app/launch/index.html',
    ])
    for (const name of ['hosting', 'configuration', 'checking', 'guides/epic'])
      expect(files.has(`docs/${name}.md`)).toBe(true)
    expect(text('app/config.json')).toBe(
      readFileSync(join(project, 'public/config.json'), 'latin1'),
    )
  })

  it('names each of its files in the guide that goes with it and in docs/release.md', () => {
    const guides = [text('INSTALL.md'), readFileSync(join(project, 'docs/release.md'), 'utf8')]
    const parts = [...files.keys()].map((path) => path.replace(/\/.*/, '/'))
    const unsaid = parts.filter((part) => !guides.every((guide) => guide.includes(`\`${part}\``)))
    expect(new Set(unsaid)).toEqual(new Set(['INSTALL.md']))
  })

  it('CSP-04 holds the sum of every file but that of the sums, as sha256sum reads them', () => {
    const others = [...files].filter(([path]) => path !== 'SHA256SUMS')
    const lines = others.map(([path, content]) => `${sha256(toBytes(content))}  ${path}\n`)
    expect(text('SHA256SUMS')).toBe(lines.join(''))
  })

  it('makes headers anew with what is unpacked alone', () => {
    const root = unpack()
    const run = () =>
      execFileSync(
        process.execPath,
        'make-headers.mjs --config app/config.json --root https://chartside.example.org/ --out again --offline'.split(
          ' ',
        ),
        { cwd: root, stdio: 'pipe' },
      )
    run()
    const made = [...files.keys()].filter((path) => path.startsWith('HEADERS/'))
    expect(made.length).toBeGreaterThan(0)
    for (const path of made)
      expect(readFileSync(join(root, path.replace('HEADERS', 'again')), 'latin1')).toBe(text(path))
  })

  it('CSP-04 lists exactly what the lock file has for run time, with its hashes', () => {
    const { components } = JSON.parse(text('sbom.cdx.json')) as { components: Component[] }
    const listed = components
      .flatMap(flatten)
      .map(({ group, name, version: one }) => [group, `${name}@${one}`].filter(Boolean).join('/'))
    const locked = lockedAtRunTime().map(({ name, version: one }) => `${name}@${one}`)
    expect(listed.toSorted()).toEqual(locked.toSorted())
    expect(text('sbom.cdx.json').match(/"SHA-512"/g)).toHaveLength(locked.length)
    expect(text('sbom.cdx.json')).not.toMatch(/"timestamp"|"serialNumber"/)
  })

  it.each([
    'react',
    'react-dom',
    'react-router',
    'scheduler',
    'recharts',
    'victory-vendor',
    'd3-scale',
    'd3-shape',
    'es-toolkit',
    'jose',
    'fhirclient',
    '@tanstack/react-virtual',
    '@tanstack/virtual-core',
    '@lhncbc/ucum-lhc',
  ])('has the licence of %s', (name) => {
    const sections = text('app/THIRD-PARTY-LICENSES.md').split(/^## /m)
    const section = sections.find((one) => one.startsWith(`${name} `)) ?? ''
    expect(section).toMatch(/copyright/i)
    expect(section.length).toBeGreaterThan(400)
  })

  it('has licences of nothing that the lock file does not have for run time', () => {
    const headings = text('app/THIRD-PARTY-LICENSES.md').match(/^## \S+ \d+\.\S+/gm) ?? []
    const locked = new Set(lockedAtRunTime().map(({ name, version: one }) => `## ${name} ${one}`))
    expect(headings.filter((heading) => !locked.has(heading))).toEqual([])
  })

  it('CSP-06 holds no source map', () => {
    expect([...files.keys()].filter((path) => path.endsWith('.map'))).toEqual([])
    expect(filesWith('sourceMappingURL')).toEqual([])
    expect(filesWith('sourcesContent')).toEqual([])
  })

  it('CSP-06 holds no path and no name of the machine', () => {
    const folders = [folder, project, 'chartside-clone-', 'chartside-release-', 'chartside-sbom-']
    // A short name, such as "mac", is a word like others.
    const machine = [hostname()].filter((name) => name.length > 5)
    expect([...folders, ...machine, 'file:///'].flatMap(filesWith)).toEqual([])
  })

  it('holds React as built for production, and nothing of the pretend hospital', () => {
    expect(filesWith('Each child in a list should have a unique')).toEqual([])
    expect(filesWith('oidc-provider').filter((path) => !path.startsWith('docs/'))).toEqual([])
  })
})

type Component = { group?: string; name: string; version: string; components?: Component[] }

const flatten = (one: Component): Component[] => [one, ...(one.components ?? []).flatMap(flatten)]

const filesWith = (words: string) =>
  [...files].filter(([, content]) => content.includes(words)).map(([path]) => path)

function unpack(): string {
  const root = mkdtempSync(join(folder, 'unpacked-'))
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), toBytes(content))
  }
  return root
}

const toBytes = (content: string) => Buffer.from(content, 'latin1')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
