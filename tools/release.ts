import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toZip } from './release/archive.ts'
import { buildApp } from './release/build-app.ts'
import { toChecksums, toSha256 } from './release/checksums.ts'
import { readFolder, sortFiles, type ReleaseFiles } from './release/files.ts'
import { bundleHeadersTool, makeHeaders } from './release/headers.ts'
import { listUncommitted, readReleaseTime } from './release/release-time.ts'
import { toSbom } from './release/sbom.ts'

/**
 * `npm run release` makes `release/chartside-<version>.zip`, and its checksum beside it. The same sources and lock file
 * give the same bytes (docs/release.md).
 *
 * @param args none, or `--uncommitted`: also what is in no commit, so that nobody else can make it again
 * @returns 0; 1 where something isn't committed; 2 where it was called with other arguments
 * @throws {Error} if any part of a release can't be made: there is none that lacks a part
 */
export async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--uncommitted')) {
    process.stderr.write('npm run release takes no argument but --uncommitted.\n')
    return 2
  }
  const root = process.cwd()
  const time = readReleaseTime(root)
  const uncommitted = listUncommitted(root)
  if (uncommitted.length > 0 && args.length === 0) {
    process.stderr.write(
      `This is in no commit, and would be in the zip:\n${uncommitted.join('\n')}\nCommit it or take it away; with -- --uncommitted it goes in, and nobody else can make the same zip.\n`,
    )
    return 1
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const name = `chartside-${version}`
  const zip = toZip(withChecksums(await gather(root)), name, time)
  const file = `${name}.zip`
  const sum = toSha256(zip)
  await mkdir(join(root, 'release'), { recursive: true })
  await writeFile(join(root, 'release', file), zip)
  await writeFile(join(root, 'release', `${file}.sha256`), `${sum}  ${file}\n`)
  process.stdout.write(`release/${file}\n${sum}\n`)
  return 0
}

/** Makes every part of a release, in a folder that is gone afterwards. */
async function gather(root: string): Promise<ReleaseFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-release-'))
  const part = (path: string) => join(folder, path)
  try {
    await buildApp(root, part('app'))
    await writeFile(part('make-headers.mjs'), await bundleHeadersTool(root))
    makeHeaders(part('make-headers.mjs'), part('app/config.json'), part('HEADERS'))
    await writeFile(part('sbom.cdx.json'), await toSbom(root))
    await writeFile(part('LICENSE'), await readFile(join(root, 'LICENSE')))
    await copyDocs(root, part('docs'))
    await writeFile(part('INSTALL.md'), await readFile(join(root, 'tools/release/INSTALL.md')))
    return await readFolder(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What to read while putting it up, without the pictures, which are most of it. */
async function copyDocs(root: string, folder: string): Promise<void> {
  const docs = join(root, 'docs')
  const images = join(docs, 'images')
  await cp(docs, folder, { recursive: true, filter: (path) => !path.startsWith(images) })
}

/** Adds the sums of all files but their own. */
function withChecksums(files: ReleaseFiles): ReleaseFiles {
  return sortFiles([...files, ['SHA256SUMS', toChecksums(files)]])
}
