import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundleHeadersTool } from './headers.ts'
import { toLicenses } from './licenses.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartside-parts-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('bundleHeadersTool', () => {
  it('refuses to leave the headers out where their tool is missing', async () => {
    await expect(bundleHeadersTool(root)).rejects.toThrow('There is no tools/headers.ts')
  })

  it('puts the tool and what it imports into one module without the path of the machine', async () => {
    write('tools/headers.ts', "import { words } from './words.ts'\nexport const main = words\n")
    write('tools/words.ts', "export const words = async () => 'said' as unknown as number\n")
    const code = await bundleHeadersTool(root)
    expect(code).toContain('said')
    expect(code).not.toMatch(/\bimport\b|as unknown/)
    expect(code).not.toContain(root)
  })

  it('refuses a tool that needs a package, which a hospital does not have', async () => {
    write('node_modules/left/package.json', '{ "name": "left", "main": "left.js" }')
    write('node_modules/left/left.js', 'exports.left = 1')
    write('tools/headers.ts', "import { left } from 'left'\nexport const main = () => left\n")
    await expect(bundleHeadersTool(root)).rejects.toThrow(/needs .*left/)
  })
})

describe('toLicenses', () => {
  const one = { name: '@a/one', version: '1.0.0', identifier: 'MIT', text: 'May be used.' }

  it('writes name, version, licence and text', async () => {
    write('package-lock.json', '{ "packages": {} }')
    await expect(toLicenses(root, [one])).resolves.toContain(
      '\n\n## @a/one 1.0.0 (MIT)\n\nMay be used.\n',
    )
  })

  it('adds the notice of the very version that is bundled', async () => {
    const packages = {
      'node_modules/@a/one': { version: '2.0.0' },
      'node_modules/b/node_modules/@a/one': { version: '1.0.0' },
    }
    write('package-lock.json', JSON.stringify({ packages }))
    write('node_modules/@a/one/NOTICE', 'Of the second.')
    write('node_modules/b/node_modules/@a/one/NOTICE', 'Of the first.')
    const text = await toLicenses(root, [one])
    expect(text).toContain('May be used.\n\nOf the first.')
    expect(text).not.toContain('Of the second.')
  })

  it('refuses a package without a licence file', async () => {
    await expect(toLicenses(root, [{ ...one, text: '' }])).rejects.toThrow('@a/one')
  })
})
