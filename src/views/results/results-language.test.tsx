import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { observationCategories } from '../../fhir/observation-categories.ts'
import { loadLanguage } from '../../language/load-language.ts'
import { formatStatus } from '../../observations/words.ts'
import { anObservation, aQuantityValue } from '../test-observations.ts'
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
})
