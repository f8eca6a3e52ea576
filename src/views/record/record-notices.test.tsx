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
