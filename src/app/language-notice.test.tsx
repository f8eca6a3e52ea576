import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { loadLanguage } from '../language/load-language.ts'
import { LanguageNotice } from './language-notice.tsx'

afterEach(() => loadLanguage('en', 'en-US'))

it('names the language that could not be loaded as it names itself, and is not there otherwise', async () => {
  const { unmount } = render(<LanguageNotice />)
  expect(screen.queryByRole('note')).toBeNull()
  unmount()
  await loadLanguage('es', 'es', () => Promise.reject(new Error('offline')))
  render(<LanguageNotice />)
  expect(screen.getByRole('note')).toHaveTextContent(/could not be loaded in Español/)
  expect(screen.getByText('Español')).toHaveAttribute('lang', 'es')
})
