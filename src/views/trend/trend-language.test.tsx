import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { loadLanguage } from '../../language/load-language.ts'
import { formatSeriesSentence } from '../../observations/sentences.ts'
import { aQuantityValue } from '../test-observations.ts'
import { plainWords } from '../test-plain-words.ts'
import { loadingStatus, on, seriesOf, showTrend } from './test-trend.tsx'

afterEach(() => loadLanguage('en', 'en-US'))

describe('a trend in another language', () => {
  it('says all the words of the view and its chart in it', async () => {
    await loadLanguage('ar-XB', 'ar-u-nu-latn-ca-gregory')
    const series = seriesOf(on(1), on(2, { value: aQuantityValue('1234.5', '%') }), on(6))
    showTrend({ series, status: loadingStatus })
    const chart = await screen.findByRole('application')
    expect(chart).toHaveAttribute('dir', 'ltr')
    fireEvent.keyDown(chart, { key: 'End' })
    const sentence = formatSeriesSentence(series, { isPart: false })
    expect(plainWords(document.body).filter((text) => text !== sentence)).toEqual([])
  })

  it('marks the name of the test with the language of its result', () => {
    showTrend({ series: seriesOf(on(1, { name: 'Glucosa', language: 'es' })) })
    const heading = screen.getByRole('heading', { level: 1 })
    expect(within(heading).getByText('Glucosa')).toHaveAttribute('lang', 'es')
  })
})
