import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SettingsPanel } from './settings-panel.tsx'

const languages = [
  { id: 'en', name: 'English' },
  { id: 'de', name: 'Deutsch' },
]

function show(isLostOnReload: boolean) {
  const onLanguage = vi.fn<(language: string | undefined) => void>()
  const ignore = () => {}
  render(
    <SettingsPanel
      languages={languages}
      language="de"
      look={undefined}
      words={undefined}
      isKept
      isLostOnReload={isLostOnReload}
      onLanguage={onLanguage}
      onLook={ignore}
    />,
  )
  return onLanguage
}

it('changes the language by its button, and gives it back to the browser', async () => {
  const user = userEvent.setup()
  const onLanguage = show(false)
  const change = screen.getByRole('button', { name: 'Change language' })
  expect(screen.getByRole('option', { name: 'Deutsch' })).toHaveAttribute('lang', 'de')
  await user.selectOptions(screen.getByRole('combobox'), 'English')
  await user.click(change)
  await user.selectOptions(screen.getByRole('combobox'), 'As the browser')
  await user.click(change)
  expect(onLanguage.mock.calls).toEqual([['en'], [undefined]])
  expect(screen.queryByText(/opened again/)).toBeNull()
})

it('says so where what is open would not come back by itself', () => {
  show(true)
  expect(screen.getByText(/has to be opened again/)).toBeVisible()
})
