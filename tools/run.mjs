// Runs a tool written in TypeScript, which Node 20 can't: `node tools/run.mjs check-server https://…` calls `main` of
// tools/check-server.ts with what follows, and exits with the number it gives.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [name = '', ...args] = process.argv.slice(2)
const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
if (!/^[a-z-]+$/.test(name) || !existsSync(path)) {
  console.error(`There is no tool called "${name}".`)
  process.exit(2)
}
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
process.exitCode = await module.main(args)
