import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const entry = 'make-headers'

/** Where the app will be is known to whoever puts it up, who makes the headers again. */
const exampleRoot = 'https://chartside.example.org/'

/**
 * Puts `tools/headers.ts` and all it needs into one module that runs on Node 20 as it is, without packages, so that
 * headers can be made anew from a release alone, once `config.json` names the hospital's servers.
 *
 * @param root the project's folder
 * @throws {Error} if the tool isn't there, needs a package, or can't be built
 */
export async function bundleHeadersTool(root: string): Promise<string> {
  const tool = join(root, 'tools/headers.ts')
  if (!existsSync(tool)) throw new Error('There is no tools/headers.ts, which makes the headers.')
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    plugins: [
      {
        name: 'headers-entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) =>
          id === `\0${entry}`
            ? `import { main } from ${JSON.stringify(tool)}\nprocess.exitCode = await main(process.argv.slice(2))`
            : undefined,
      },
    ],
    build: {
      ssr: true,
      write: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: entry,
        output: { codeSplitting: false },
        // Else each module's path stands in a comment, from wherever this was started.
        experimental: { attachDebugInfo: 'none' },
      },
    },
  })
  if (Array.isArray(result) || !('output' in result))
    throw new Error('The headers tool has no one build.')
  const [{ code, imports, moduleIds }] = result.output
  const foreign = [
    ...imports.filter((name) => !name.startsWith('node:')),
    ...moduleIds.filter((id) => id.includes('/node_modules/')),
  ]
  if (foreign.length > 0) throw new Error(`The headers tool needs ${foreign.join(', ')}.`)
  return code
}

/**
 * Makes the sample headers of a release with the very module that it holds, offline.
 *
 * @param module path of the module that `bundleHeadersTool` gave
 * @param config path of the release's `config.json`
 * @param folder where the headers go
 * @throws {Error} if the module ends badly; what it says is printed
 */
export function makeHeaders(module: string, config: string, folder: string): void {
  execFileSync(
    process.execPath,
    [module, '--config', config, '--root', exampleRoot, '--out', folder, '--offline'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
}
