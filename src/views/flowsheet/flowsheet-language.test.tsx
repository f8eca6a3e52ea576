import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { loadLanguage } from '../../language/load-language.ts'
import { aCategory, anObservation, aRecordStatus } from '../test-observations.ts'
import { plainWords } from '../test-plain-words.ts'
import { plainSheet } from './flowsheet-query.ts'
import { FlowsheetView } from './flowsheet-view.tsx'

afterEach(() => loadLanguage('en', 'en-US'))

describe('the flowsheet in another language', () => {
  it('says all the words of the view in it, and marks those of the hospital', async () => {
    await loadLanguage('ar-XB', 'ar-u-nu-latn-ca-gregory')
    const value = { kind: 'coded', text: 'Positivo' } as const
    render(
      <FlowsheetView
        observations={[
          anObservation({ name: 'Glucosa', value, language: 'es', status: 'amended' }),
          anObservation({ id: 'test', isTestData: true }),
        ]}
        status={aRecordStatus([aCategory('laboratory', { kind: 'loading', count: 1 })])}
        query={{ ...plainSheet, isOutOfRange: false }}
        onQuery={() => {}}
        seriesHref={(series) => `#trend/${series}`}
        resultHref={(id) => `#row/${id}`}
        resultsHref="#results"
      />,
    )
    expect(screen.getByText('Positivo')).toHaveAttribute('lang', 'es')
    expect(screen.getByText('Glucosa')).toHaveAttribute('lang', 'es')
    // A category, a status and the name of the test: the words of others.
    const isOfOthers = (text: string) => /^(Laboratory|Amended|Glucosa)/.test(text)
    expect(plainWords(document.body).filter((text) => !isOfOthers(text))).toEqual([])
  })
})
