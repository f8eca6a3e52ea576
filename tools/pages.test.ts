import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitingWords } from '../src/app/waiting-words.ts'
import { requireDirectory } from './pages.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-pages-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('requireDirectory', () => {
  const configure = (config: object) =>
    writeFile(join(folder, 'config.json'), JSON.stringify(config))

  it('refuses a build that says there is a directory, until there is one', async () => {
    await configure({ servers: [], directory: true })
    await expect(requireDirectory(folder)).rejects.toThrow('Run npm run brands before the build')
    await mkdir(join(folder, 'brands'))
    await writeFile(join(folder, 'brands/index.json'), '{}')
    await expect(requireDirectory(folder)).resolves.toBeUndefined()
  })

  it.each([{}, { directory: false }])('asks for none with %j', async (config) => {
    await configure(config)
    await expect(requireDirectory(folder)).resolves.toBeUndefined()
  })
})

it('marks every word of waiting in index.html, so that it can be said in another language', async () => {
  const html = await readFile(join(import.meta.dirname, '../index.html'), 'utf8')
  const marked = [...html.matchAll(/ data-words>([^<]*)</g)].map(([, words]) => words?.trim())
  expect(marked).toEqual([waitingWords.app, waitingWords.hint])
})
