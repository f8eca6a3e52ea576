import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { observationCategories } from '../../fhir/observation-categories.ts'
import { loadLanguage } from '../../language/load-language.ts'
import { formatStatus } from '../../observations/words.ts'
import { anObservation, aQuantity, aQuantityValue, aRange } from '../test-observations.ts'
import { plainWords } from '../test-plain-words.ts'
import { statuses } from './result-query.ts'
import { loaded, show } from './test-results-page.tsx'

afterEach(() => loadLanguage('en', 'en-US'))

const coded = { kind: 'coded', text: 'Positivo' } as const

describe('the results in another language', () => {
  it('says all the words of the view in it, and marks those of the hospital with theirs', async () => {
    await loadLanguage('ar-XB', 'ar-u-nu-latn-ca-gregory')
    show(
      [
        anObservation({ id: 'a', name: 'Glucosa', language: 'es', value: coded, notes: ['Nota'] }),
        anObservation({ id: 'b', name: 'Sodium', value: aQuantityValue('140', 'mmol/L') }),
      ],
      loaded,
    )
    fireEvent.click(screen.getByRole('button', { name: /Glucosa/ }))
    const detail = within(screen.getByRole('region', { name: /Glucosa/ }))
    expect(detail.getByText('Positivo')).toHaveAttribute('lang', 'es')
    expect(detail.getByText('Nota')).toHaveAttribute('lang', 'es')
    expect(screen.getByText('Sodium')).toHaveAttribute('lang', '')
    const ofOthers = [
      ...statuses.map(formatStatus),
      ...observationCategories.map((one) => one.title),
    ]
    expect(
      plainWords(document.body).filter((text) => !ofOthers.some((one) => text.startsWith(one))),
    ).toEqual([])
  })

  it('marks a range and a flag in the words of the laboratory, and none in those of the app', () => {
    const theirs = { level: 'other', direction: undefined, text: 'Ver nota' } as const
    const high = { code: 'H', level: 'abnormal', direction: 'high', text: 'High' } as const
    show(
      [
        anObservation({
          id: 'a',
          name: 'Glucosa',
          language: 'es',
          flags: [theirs, high],
          ranges: [aRange({ text: 'en ayunas' })],
        }),
        anObservation({ id: 'b', name: 'Sodio', ranges: [aRange({ low: aQuantity('135') })] }),
      ],
      loaded,
      { query: { group: 'test', row: 'a' } },
    )
    for (const words of ['Ver nota', 'en ayunas', 'Glucosa']) {
      const shown = screen.getAllByText(words)
      expect(shown.length).toBeGreaterThan(1)
      for (const one of shown) expect(one).toHaveAttribute('lang', 'es')
    }
    for (const one of screen.getAllByText('High')) expect(one).not.toHaveAttribute('lang')
    expect(screen.getByText('≥ 135')).not.toHaveAttribute('lang')
  })
})
