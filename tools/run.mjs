// Runs a tool written in TypeScript, which Node 20 can't: `node tools/run.mjs check-server https://…` calls `main` of
// tools/check-server.ts with what follows, and exits with the number it gives.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRunnableDevEnvironment, resolveConfig } from 'vite'

const [name = '', ...args] = process.argv.slice(2)
const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
if (!/^[a-z-]+$/.test(name) || !existsSync(path)) {
  console.error(`There is no tool called "${name}".`)
  process.exit(2)
}
// As Vite's `runnerImport`, which closes before `main` is called: what the app imports only where it is needed, a tool
// couldn't import any more.
const config = await resolveConfig(
  {
    configFile: false,
    envDir: false,
    cacheDir: process.cwd(),
    logLevel: 'error',
    environments: {
      tools: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        resolve: { external: true, mainFields: [], conditions: ['node'] },
      },
    },
  },
  'serve',
)
const environment = createRunnableDevEnvironment('tools', config, {
  runnerOptions: { hmr: { logger: false } },
  hot: false,
})
await environment.init()
try {
  const { main } = await environment.runner.import(path)
  process.exitCode = await main(args)
} finally {
  await environment.close()
}
