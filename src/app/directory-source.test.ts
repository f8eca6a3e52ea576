import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildShards } from '../directory/build-shards.ts'
import { listed } from '../directory/test-organizations.ts'
import { createShardSource, type DirectorySource } from './directory-source.ts'

const root = new URL('https://app.example/')
/** What the host has, by path; and what is waited for before it answers. */
const files = new Map<string, string>()
const gates = new Map<string, Promise<void>>()

/** Puts a directory in the place of the one that is there, as `npm run brands` does, long after its folder is gone. */
function put(folder: string, names: readonly string[]): void {
  files.clear()
  const { index, shards } = buildShards(names.map((name) => listed({ name })))
  files.set('index', JSON.stringify({ ...index, folder }))
  for (const [name, text] of shards) files.set(`${folder}/${name}`, text)
}

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: URL) => {
    const path = url.pathname.replace(/^\/brands\/|\.json$/g, '')
    const text = files.get(path)
    await gates.get(path)
    return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  files.clear()
  gates.clear()
})

/** Searches as the page does; rejects where something can't be had. */
async function find(source: DirectorySource, word: string): Promise<string[]> {
  for (;;) {
    const answer = source.search([word], 10)
    if (answer.kind === 'found') return answer.organizations.map(({ name }) => name)
    await source.load(answer.shards)
  }
}

describe('createShardSource', () => {
  it('lets no shard of an old directory into the one that took its place', async () => {
    put('aa', ['Alder Hospital', 'Birch Hospital'])
    const source = createShardSource(root)
    await source.prepare()
    let open = () => {}
    gates.set('aa/w-0', new Promise((done) => (open = done)))
    const late = find(source, 'birch')
    const failing = source.load(['o-9'])
    await expect(failing).rejects.toThrow('404')
    put('bb', ['Cedar Hospital', 'Alder Hospital', 'Dune Clinic', 'Birch Hospital'])
    const found = find(source, 'dune')
    await vi.waitFor(() => expect(source.search(['dune'], 10).kind).toBe('found'))
    open()
    expect(await found).toEqual(['Dune Clinic'])
    expect(await late).toEqual(['Birch Hospital'])
    expect(await find(source, 'cedar')).toEqual(['Cedar Hospital'])
  })

  it('keeps a new directory when something of the old one fails late', async () => {
    put('aa', ['Alder Hospital'])
    const source = createShardSource(root)
    await source.prepare()
    let open = () => {}
    gates.set('aa/gone', new Promise((done) => (open = done)))
    const late = source.load(['gone'])
    await expect(source.load(['o-9'])).rejects.toThrow('404')
    put('bb', ['Birch Hospital'])
    expect(await find(source, 'birch')).toEqual(['Birch Hospital'])
    open()
    await expect(late).rejects.toThrow('404')
    expect(source.search(['birch'], 10).kind).toBe('found')
  })

  it('finds again in a directory that was replaced while the page was open', async () => {
    put('aa', ['Alder Hospital'])
    const source = createShardSource(root)
    await source.prepare()
    put('bb', ['Birch Hospital'])
    await expect(find(source, 'birch')).rejects.toThrow('404')
    expect(await find(source, 'birch')).toEqual(['Birch Hospital'])
  })

  it.each(['w-0', 'o-0'])('fetches %s anew where the host gave something else', async (name) => {
    put('aa', ['Alder Hospital'])
    const right = files.get(`aa/${name}`) ?? ''
    files.set(`aa/${name}`, '{"error":"busy"}')
    const source = createShardSource(root)
    await expect(find(source, 'alder')).rejects.toThrow('cannot be read')
    files.set(`aa/${name}`, right)
    expect(await find(source, 'alder')).toEqual(['Alder Hospital'])
  })
})
