import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { filesOf } from '../../tools/page-preloads.ts'

/** How many bytes of scripts, shortened but not compressed, come of each package, and of each folder of our own. */
export type PackageSizes = Readonly<Record<string, number>>

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the app once more, in memory and with source maps, and counts for each set of files, and for all of them, what
 * comes from where: every byte belongs to the source that its map names, as `jose`, `@scope/name` or `src/folder`; what no
 * map names is the build's own.
 *
 * @param wanted names of chunks or paths of sources by whose chunks the files begin, with all that these import statically
 */
export async function measurePackages<Name extends string>(
  wanted: Readonly<Record<Name, readonly string[]>>,
): Promise<Readonly<Record<Name | 'whole', PackageSizes>>> {
  // As in `buildOwn`: React for development weighs twice as much.
  process.env['NODE_ENV'] = 'production'
  const output = (await build({
    root,
    logLevel: 'error',
    build: { write: false, sourcemap: 'hidden' },
  })) as Rolldown.RolldownOutput
  const bundle = Object.fromEntries(output.output.map((file) => [file.fileName, file]))
  const chunks = output.output.filter((file) => file.type === 'chunk')
  const counted = new Map(chunks.map((chunk) => [chunk.fileName, countChunk(chunk)]))
  const entries = Object.entries<readonly string[]>(wanted).map(([name, starts]) => {
    // Styles are no scripts, and count nothing.
    const sizes = filesOf(bundle, starts).map((file) => counted.get(file) ?? {})
    return [name, sumOf(sizes)] as const
  })
  const whole = ['whole', sumOf([...counted.values()])] as const
  return Object.fromEntries([...entries, whole]) as Record<Name | 'whole', PackageSizes>
}

function countChunk({ code, map, modules }: Rolldown.OutputChunk): PackageSizes {
  // Of data and of what only the build itself adds, no map says where they are from. Where there are data, they are most
  // of their file.
  const ids = Object.keys(modules)
  const lengthOf = (id: string) => modules[id]?.renderedLength ?? 0
  const [largest = ''] = ids.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const unmapped = /\.json$|\?raw$/.test(largest) ? toPackage(largest) : rest
  if (!map) return { [unmapped]: code.length }
  const sources = new SourceMap({ ...map, file: map.file ?? '', sourceRoot: '' })
  const ownerAt = (line: number, column: number) => {
    const found = sources.findEntry(line, column)
    const owner = 'originalSource' in found ? toPackage(found.originalSource) : rest
    return owner === rest ? unmapped : owner
  }
  const sizes: Record<string, number> = {}
  for (const [line, text] of code.split('\n').entries())
    for (let column = 0; column < text.length; column += 1) {
      const owner = ownerAt(line, column)
      sizes[owner] = (sizes[owner] ?? 0) + 1
    }
  return sizes
}

const rest = 'the build’s own'

/** Whose a source is, by its path. */
export function toPackage(source: string): string {
  const [, inPackage] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? []
  const [, folder] = /(?:^|\/)(src\/[^/]+)/.exec(source) ?? []
  return inPackage ?? folder ?? rest
}

function sumOf(all: readonly PackageSizes[]): PackageSizes {
  const sum: Record<string, number> = {}
  for (const sizes of all)
    for (const [name, bytes] of Object.entries(sizes)) sum[name] = (sum[name] ?? 0) + bytes
  return sum
}
