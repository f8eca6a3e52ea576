import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { RecordStatusPanel } from './record-status-panel.tsx'

function show(status: RecordStatus, loadedCount?: number) {
  render(<RecordStatusPanel status={status} loadedCount={loadedCount} onRetry={() => {}} />)
  return { panel: screen.getByRole('region', { name: 'Record status' }) }
}

const lines = () =>
  within(screen.getByRole('list', { name: 'Categories' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('p')?.textContent)

describe('RecordStatusPanel with notices of the server', () => {
  it("OBS-08 keeps the server's notices in sight, each once, with the categories it came with", () => {
    const state = { kind: 'loaded', count: 1 } as const
    show(
      aRecordStatus([
        aCategory('vital-signs', state, ['Some results are withheld from this app.']),
        aCategory('laboratory', state, [
          'Some results are withheld from this app.',
          'This may not be the complete record.',
        ]),
        aCategory('survey', state),
      ]),
    )
    const list = screen.getByRole('list', { name: 'Notices' })
    expect(list).toBeVisible()
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent?.replace(/^\W+/, '')),
    ).toEqual([
      'Some results are withheld from this app: Vital signs, Laboratory',
      'This may not be the complete record: Laboratory',
    ])
  })

  it('OBS-08 OBS-12 marks a category with a notice as maybe incomplete, in words too', () => {
    const notice = 'The server sent only a part of these results.'
    show(
      aRecordStatus([
        aCategory('vital-signs', { kind: 'loaded', count: 1 }, [notice]),
        aCategory('laboratory', { kind: 'empty' }, [notice]),
        aCategory('survey', { kind: 'loaded', count: 1 }),
      ]),
    )
    expect(lines().map((line) => line?.replace(/ \W+ ,/, ','))).toEqual([
      'Vital signs: 1 loaded, may be incomplete',
      'Laboratory: none found, may be incomplete',
      'Surveys: 1 loaded',
    ])
  })

  it('OBS-08 says of a category that some of it is withheld', () => {
    const notice = 'Some results are withheld from this app.'
    show(
      aRecordStatus([
        aCategory('vital-signs', { kind: 'loaded', count: 1 }, [notice]),
        aCategory('laboratory', { kind: 'empty' }, [notice]),
      ]),
    )
    expect(lines().map((line) => line?.replace(/ \W+$/, ''))).toEqual([
      'Vital signs: 1 loaded, some withheld',
      'Laboratory: none found, some withheld',
    ])
  })

  it('OBS-08 sums up how many categories may be incomplete, and says it when loading ends', () => {
    const failed = { kind: 'failed', failure: 'server', count: 0, issues: [] } as const
    const { panel } = show(
      aRecordStatus([
        aCategory('vital-signs', { kind: 'loaded', count: 1 }, ['Some are withheld.']),
        aCategory('laboratory', { kind: 'empty' }, ['Some are withheld.']),
        aCategory('survey', failed, ['Some are withheld.']),
        aCategory('exam', { kind: 'empty' }),
      ]),
      1,
    )
    expect(panel.querySelector('.record-status-summary')).toHaveTextContent(
      '1 result loaded · 1 category failed · 2 categories may be incomplete',
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading is done. 1 result loaded. 1 category failed. 2 categories may be incomplete.',
    )
  })

  it('OBS-08 has no list of notices when there are none', () => {
    show(aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 1 })]))
    expect(screen.queryByRole('list', { name: 'Notices' })).not.toBeInTheDocument()
  })
})

describe('RecordStatusPanel of a sign-in that released less than all', () => {
  const loaded = { kind: 'loaded', count: 1 } as const

  it('SCOPE-05 names the one category that was released', () => {
    const { panel } = show(aRecordStatus([aCategory('laboratory', loaded)], { release: 'listed' }))
    expect(panel).toHaveTextContent('Only laboratory results were released to this app.')
  })

  it('SCOPE-05 names several', () => {
    const categories = [aCategory('vital-signs', loaded), aCategory('laboratory', loaded)]
    const { panel } = show(aRecordStatus(categories, { release: 'listed' }))
    expect(panel).toHaveTextContent(
      'Only results in these categories were released to this app: Vital signs, Laboratory.',
    )
  })

  it('SCOPE-05 says that it is a part when not even those came in full', () => {
    const { panel } = show(aRecordStatus([aCategory('laboratory', loaded)], { release: 'part' }))
    expect(panel).toHaveTextContent('Only a part of the results was released to this app')
  })

  it("SCOPE-01 says that the sign-in doesn't allow results, and claims nothing of categories", () => {
    const { panel } = show(aRecordStatus([], { release: 'none' }), 0)
    expect(panel).toHaveTextContent("This sign-in doesn't allow results")
    expect(panel).not.toHaveTextContent('these categories')
  })

  it('SCOPE-05 says nothing of the kind when nothing is known to be held back', () => {
    const { panel } = show(aRecordStatus([aCategory('laboratory', loaded)]))
    expect(panel).not.toHaveTextContent('released')
  })
})
