import { describe, expect, it } from 'vitest'
import { chooseNewest } from './newest-results.ts'
import { atOnce, bundle, contentsOf, observation } from './test-files.ts'

/** How many of these results clash, and the text of the one that is shown. */
async function choose(...entry: object[]) {
  const { results } = await contentsOf(bundle(...entry))
  const { newest, clashing } = await chooseNewest(results, atOnce)
  return [clashing, newest.get('o')?.text.match(/"valueString":"(\w+)"/)?.[1]]
}

const version = (valueString: string, more: object = {}) => ({
  resource: observation('o', 'Patient/p', { valueString, ...more }),
})
const of = (versionId: string) => ({ meta: { versionId } })

describe('chooseNewest', () => {
  it('OBS-03 PAT-07 counts what gives way without being older', async () => {
    expect(await choose(version('a'), version('b'))).toEqual([1, 'a'])
    expect(await choose(version('a', of('1')), version('b', of('1')))).toEqual([1, 'a'])
  })

  it('counts none that is older, or the same', async () => {
    expect(await choose(version('a', of('2')), version('b', of('1')))).toEqual([0, 'a'])
    expect(await choose(version('a', of('1')), version('b', of('2')))).toEqual([0, 'b'])
    expect(await choose(version('a'), version('a'))).toEqual([0, 'a'])
    expect(await choose(version('a'), version('a', { status: 'entered-in-error' }))).toEqual([
      0,
      'a',
    ])
    const clash = [version('a', of('1')), version('b', of('1'))]
    expect(await choose(...clash, version('c', of('2')))).toEqual([0, 'c'])
  })

  it('counts one of another server, whose versions can’t be compared', async () => {
    const on = (server: string, entry: object) => ({
      fullUrl: `https://${server}.example/Observation/o`,
      ...entry,
    })
    const two = [on('one', version('a', of('1'))), on('two', version('b', of('2')))]
    expect(await choose(...two)).toEqual([1, 'b'])
  })
})
