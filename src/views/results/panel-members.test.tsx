import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import {
  aPressure,
  aQuantity,
  aQuantityValue,
  aRange,
  anObservation,
} from '../test-observations.ts'
import { PanelMembers } from './panel-members.tsx'

const coded = (text: string) => ({ kind: 'coded', text }) as const
const high = { level: 'abnormal', direction: 'high', text: 'High' } as const
const panelOf = (ids: readonly string[], part: Partial<Observation> = {}) =>
  anObservation({
    id: 'p',
    name: 'Panel',
    value: { kind: 'panel' },
    members: ids.map((id) => `Observation/${id}`),
    ...part,
  })

function show(
  panel: Observation,
  others: readonly Observation[] = [],
  more: { readonly inError?: ReadonlySet<string>; readonly isLoading?: boolean } = {},
) {
  const byId = new Map([panel, ...others].map((one) => [one.id, one]))
  render(<PanelMembers observation={panel} byId={byId} {...more} />)
  return screen.getAllByRole('listitem')
}
const wordsOf = (item: HTMLElement | undefined) =>
  [...(item?.children ?? [])].map((one) => one.textContent)

describe('PanelMembers', () => {
  it('D5 D7 says name, value, flag, range and status of each, in the order of the panel', () => {
    const sodium = anObservation({
      id: 's',
      name: 'Sodium',
      value: aQuantityValue('150', 'mmol/L'),
      flags: [high],
      ranges: [aRange({ low: aQuantity('135', 'mmol/L'), high: aQuantity('145', 'mmol/L') })],
      status: 'corrected',
    })
    const chloride = anObservation({ id: 'c', name: 'Chloride', value: coded('see note') })
    const items = show(panelOf(['s', 'c']), [chloride, sodium])
    expect(items.map(wordsOf)).toEqual([
      ['Sodium', '150 mmol/L', '▲ High', 'Range 135–145 mmol/L', 'Corrected'],
      ['Chloride', 'see note', '', '', 'Final'],
    ])
    expect(items[0]?.querySelector('[aria-hidden]')).toHaveTextContent('▲')
    expect(within(items[0] as HTMLElement).getByText('Corrected')).toHaveClass('result-status')
  })

  it.each([
    ['by what the panel calls it', ['Sodium'], {}, 'Sodium', 'Not included in the response'],
    ['by its reference', undefined, {}, 'Observation/s', 'Not included in the response'],
    ['while more may come', ['Sodium'], { isLoading: true }, 'Sodium', 'Not received so far'],
    [
      'that was in error',
      ['Sodium'],
      { inError: new Set(['s']) },
      'Sodium',
      'Left out: marked by the hospital as entered in error',
    ],
  ])('D5 says that a member is missing, %s', (_, memberNames, more, name, words) => {
    const panel = panelOf(['s'], memberNames === undefined ? {} : { memberNames })
    expect(show(panel, [], more).map(wordsOf)).toEqual([[name, words]])
  })

  it('D5 lists the members of a member below it', () => {
    const inner = panelOf(['s'], { id: 'i', name: 'Inner' })
    show(panelOf(['i']), [inner, anObservation({ id: 's', name: 'Sodium' })])
    expect(within(screen.getByRole('list', { name: 'In Inner' })).getByText('Sodium')).toBeVisible()
  })

  it('D5 says where a panel contains itself', () => {
    show(panelOf(['p']))
    expect(screen.getByText(/Contains this panel itself/)).toBeVisible()
    expect(screen.getAllByRole('list')).toHaveLength(1)
  })

  it('D5 says where it goes deeper than three levels', () => {
    const chain = ['b', 'c', 'd'].map((id, index) =>
      panelOf([['c', 'd', 'e'][index] ?? ''], { id, name: `Level ${id}` }),
    )
    show(panelOf(['b']), [...chain, anObservation({ id: 'e', name: 'Deepest' })])
    expect(screen.getByText(/Has more results within it/)).toBeVisible()
    expect(screen.queryByText('Deepest')).not.toBeInTheDocument()
  })

  it('D5 lists components, with what was flagged of each, and a blood pressure as one value', () => {
    const component = { name: 'Rate', codings: [], value: coded('fast'), flags: [high], ranges: [] }
    const pressure = anObservation({
      id: 'b',
      name: 'Pressure',
      value: { kind: 'panel' },
      components: [
        aPressure('systolic', aQuantityValue('120', 'mmHg')),
        aPressure('diastolic', aQuantityValue('80', 'mmHg')),
        component,
      ],
    })
    const [outer, inner] = show(panelOf(['b']), [pressure])
    expect(wordsOf(outer).slice(0, 2)).toEqual(['Pressure', '120 / 80 mmHg'])
    expect(wordsOf(inner)).toEqual(['Rate', 'fast', '▲ High', '', 'Final'])
  })

  it('D5 puts the score of a survey before its answers, and of nothing else', () => {
    const answer = anObservation({ id: 's', name: 'Trouble sleeping', value: coded('Never') })
    const score = { value: aQuantityValue('3', 'score'), categories: ['survey'], name: 'Survey' }
    expect(
      show(panelOf(['s'], score), [answer])
        .map(wordsOf)
        .map(([name, value]) => [name, value]),
    ).toEqual([
      ['Survey', '3 score'],
      ['Trouble sleeping', 'Never'],
    ])
  })

  it('D6 D8 says when and about whom a member is, where that is not as of the panel', () => {
    const member = anObservation({
      id: 's',
      name: 'Pulse',
      focus: 'Fetus',
      effective: { kind: 'not-recorded', reason: undefined },
      details: [{ label: 'Body site', text: 'Scalp' }],
    })
    const [item] = show(panelOf(['s']), [member])
    expect(wordsOf(item)[0]).toBe('PulseAbout: FetusBody site: ScalpDate not recorded')
  })
})
