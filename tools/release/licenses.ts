import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A package of which something is in the build, as Vite's `build.license` tells it. */
export type BundledPackage = {
  readonly name: string
  readonly version: string
  /** What its `package.json` calls its licence. */
  readonly identifier?: string
  /** Its licence file. */
  readonly text?: string
}

/**
 * Writes the licences of what is bundled, and the notices that some ask to pass on beside them.
 *
 * @param root the project's folder, whose `node_modules` holds the packages
 * @throws {Error} naming a package that has no licence file: someone has to look
 */
export async function toLicenses(
  root: string,
  packages: readonly BundledPackage[],
): Promise<string> {
  const bare = packages.filter(({ text }) => !text).map(({ name }) => name)
  if (bare.length > 0) throw new Error(`No licence file is in ${bare.join(', ')}.`)
  const sections = packages.map(async (one) => {
    const { name, version, identifier = 'see below', text = '' } = one
    return [`## ${name} ${version} (${identifier})`, text, ...(await noticesOf(root, one))]
  })
  return `${[introduction, ...(await Promise.all(sections)).flat()].join('\n\n')}\n`
}

const introduction = `# Licences of what is bundled

The app holds code of these packages, each under its own licence. Chartside's own is in \`LICENSE\`.

This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the LOINC Committee and is available at no cost under the license at http://loinc.org/license.

What tests are is explained after pages of MedlinePlus that are in the public domain. Source: MedlinePlus, National Library of Medicine.`

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> }

async function noticesOf(root: string, { name, version }: BundledPackage): Promise<string[]> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock
  const folders = Object.keys(lock.packages).filter(
    (path) => path.endsWith(`node_modules/${name}`) && lock.packages[path]?.version === version,
  )
  const found = folders.flatMap((folder) =>
    ['NOTICE', 'NOTICE.md', 'NOTICE.txt']
      .map((file) => join(root, folder, file))
      .filter(existsSync),
  )
  return found.slice(0, 1).map((file) => readFileSync(file, 'utf8').trim())
}
