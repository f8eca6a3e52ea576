import { expect, it } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import { anObservation, aRange } from '../test-observations.ts'
import { critical, on, part, show } from './test-overview.tsx'

const note = { level: 'other', direction: undefined, text: 'Ver nota' } as const

const spanish = (given: Partial<Observation>) =>
  anObservation({
    name: 'Color',
    seriesId: 'x',
    codings: [],
    language: 'es',
    value: { kind: 'coded', text: 'Amarillo' },
    flags: [{ ...critical, code: 'LL' }, note],
    ...given,
  })

it('marks the words of the hospital with their language, and no number', () => {
  const ranges = [aRange({ text: 'según el color' })]
  show([spanish({ focus: undefined, ranges }), anObservation({ id: 'b', flags: [critical] })])
  const list = part('Out of range or abnormal')
  for (const words of ['Color', 'Amarillo', 'Ver nota', 'según el color'])
    expect(list.getByText(words)).toHaveAttribute('lang', 'es')
  expect(list.getByText('5.1 %')).not.toHaveAttribute('lang')
})

it('marks them on a card, with what was said before', () => {
  const categories = ['vital-signs']
  const before = { kind: 'coded', text: 'Rojizo' } as const
  show([
    spanish({
      categories,
      effective: on('2024-05-01'),
      value: { kind: 'absent', reason: 'Unknown' },
    }),
    spanish({ id: 'b', categories, effective: on('2024-04-01'), value: before }),
  ])
  const cards = part('Latest vital signs')
  for (const words of ['Color', 'Rojizo'])
    expect(cards.getByText(words)).toHaveAttribute('lang', 'es')
})
