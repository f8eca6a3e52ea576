import { describe, expect, it } from 'vitest'
import type { CategoryState } from '../../fhir/record-status.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { partState, wholeState } from './overview-words.ts'

const failed = { kind: 'failed', failure: 'busy', count: 0, issues: [] } as const
const refused = { kind: 'refused', count: 0, issues: [] } as const

const wordsOf = (state: CategoryState, isEmpty: boolean, notices: readonly string[] = []) =>
  partState(aRecordStatus([aCategory('vital-signs', state, notices)]), 'vital-signs', isEmpty).words

describe('partState', () => {
  it.each<readonly [CategoryState, boolean, RegExp]>([
    [{ kind: 'waiting' }, true, /^Vital signs are loading/],
    [{ kind: 'loading', count: 3 }, false, /^More vital signs are loading/],
    [{ kind: 'loaded', count: 3 }, false, /^$/],
    [{ kind: 'loaded', count: 3 }, true, /^None of the vital signs loaded can be shown here/],
    [{ kind: 'empty' }, true, /^No vital signs were found in this category/],
    [refused, true, /^Vital signs could not be loaded; .*does not mean that there are none/],
    [failed, true, /^Vital signs could not be loaded; .*does not mean that there are none/],
    [{ ...failed, count: 2 }, false, /^Not all vital signs could be loaded/],
    [{ kind: 'stopped', count: 2, why: 'loop' }, false, /^Not all vital signs could be loaded/],
  ])('PAT-07 says of %o (empty: %s): %s', (state, isEmpty, words) => {
    expect(wordsOf(state, isEmpty)).toMatch(words)
  })

  it('OBS-08 says that a category with a notice may be incomplete', () => {
    expect(wordsOf({ kind: 'loaded', count: 3 }, false, ['Withheld.'])).toMatch(/may be incomplete/)
  })

  it.each([
    ['was released in part', { release: 'part' }],
    ['came without a patient', { withoutSubject: 1 }],
    ['can not be read', { unreadable: [{ reason: 'it has no id', count: 1 }] }],
  ] as const)('SCOPE-05 D8 says that what %s may be incomplete', (_, part) => {
    const status = aRecordStatus([aCategory('vital-signs', { kind: 'empty' })], part)
    expect(partState(status, 'vital-signs', true).words).toMatch(/may be incomplete/)
  })

  it('SCOPE-05 says that a category was not asked for', () => {
    const status = aRecordStatus([aCategory('survey', { kind: 'empty' })])
    expect(partState(status, 'vital-signs', true).words).toMatch(/^Vital signs were not asked for/)
  })
})

describe('wholeState', () => {
  const loaded = aCategory('survey', { kind: 'loaded', count: 1 })

  it.each([
    ['is loading', [aCategory('exam', { kind: 'waiting' })], {}, /still loading/],
    ['could not be loaded', [aCategory('exam', failed)], {}, /^Not every category/],
    ['has a notice', [aCategory('exam', { kind: 'empty' }, ['Withheld.'])], {}, /may be missing/],
    ['was not released', [], { release: 'listed' }, /may be missing/],
    ['came in part', [], { withoutSubject: 1 }, /may be missing/],
    ['can not be read', [], { unreadable: [{ reason: 'x', count: 1 }] }, /may be missing/],
    ['is there', [], {}, /^$/],
  ] as const)('PAT-07 says where a category %s', (_, others, part, words) => {
    expect(wholeState(aRecordStatus([loaded, ...others], part)).words).toMatch(words)
  })
})
