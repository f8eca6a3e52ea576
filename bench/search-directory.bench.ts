import { bench, describe } from 'vitest'
import { makeBrandBundle } from '../sandbox/brands/made-bundle.ts'
import { buildShards } from '../src/directory/build-shards.ts'
import { searchShards } from '../src/directory/search-shards.ts'
import { wordsOf } from '../src/directory/words.ts'
import { listOrganizations } from '../tools/brands/list-organizations.ts'
import { readBundle } from '../tools/brands/read-bundle.ts'

const reading = readBundle(JSON.stringify(makeBrandBundle(5_000, 60)))
const servers = reading.endpoints.map(({ address }, index) => ({
  id: `s${index}`,
  name: `Server ${index}`,
  iss: address,
}))
const { listed } = listOrganizations([{ reading }], servers)
const { index, shards } = buildShards(listed)
const parsed = new Map([...shards].map(([name, text]) => [name, JSON.parse(text) as unknown]))

const search = (query: string) =>
  searchShards({ ...index, folder: 'f' }, wordsOf(query), 10, (name) => parsed.get(name))

// A keystroke may take 16 ms; the figures are of one each, with the shards in memory.
describe('one keystroke among 5,000 organizations', () => {
  for (const query of ['h', 'ho', 'hospital', 'cal', 'st elo', '1', '021', 'hospital ma clinic'])
    bench(query, () => void search(query))
})
