import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildFlowsheet } from '../../observations/flowsheet.ts'
import { aPressure, aQuantityValue, anObservation } from '../test-observations.ts'
import { plainSheet } from './flowsheet-query.ts'
import { useTakenSheet } from './take-flowsheet.ts'

const titles = new Map([['laboratory', 'Laboratory']])

describe('useTakenSheet', () => {
  it('takes the results in the cells, each once, and says what was chosen', () => {
    const parts = ['systolic', 'diastolic'] as const
    const pressure = anObservation({
      id: 'o2',
      seriesId: 'loinc-85354-9',
      value: { kind: 'panel' },
      components: parts.map((side) => aPressure(side, aQuantityValue('80', 'mm[Hg]'))),
    })
    const testData = anObservation({ id: 'o3', isTestData: true })
    const sheet = buildFlowsheet([anObservation(), pressure, testData], {
      by: 'day',
      order: 'newest',
      categories: [],
    })
    const query = { ...plainSheet, category: 'laboratory', from: '2024-01-02', isOutOfRange: true }
    const { observations, words } = renderHook(() => useTakenSheet(sheet, query, 'a1c', titles))
      .result.current
    expect(
      observations()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['o1', 'o2'])
    expect(words).toEqual([
      'Category: Laboratory',
      'From: Jan 2, 2024',
      'Only tests out of range',
      'Search: a1c',
      'The results in the cells of the flowsheet, newest first',
    ])
  })
})
