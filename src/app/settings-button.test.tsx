import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { stubDialogs } from '../ui/test-dialogs.ts'
import { getPreferences, setPreferences } from './preferences.ts'
import { SettingsButton } from './settings-button.tsx'

stubDialogs()

afterEach(() => {
  vi.restoreAllMocks()
  setPreferences({ language: undefined, look: undefined, registerForPatient: undefined })
  localStorage.clear()
})

async function open(languages: readonly ('en' | 'es')[] = ['en', 'es']) {
  const user = userEvent.setup()
  render(<SettingsButton languages={languages} asOpened="patient" />)
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const dialog = screen.getByRole('dialog', { name: 'Settings' })
  await within(dialog).findByRole('group', { name: 'Look' })
  return { user, dialog: within(dialog) }
}

describe('SettingsButton', () => {
  it('shows a look as soon as it is chosen, and leaves it to the system again', async () => {
    const { user, dialog } = await open()
    const { dataset } = document.documentElement
    expect(dialog.getByRole('radio', { name: 'As the system' })).toBeChecked()
    await user.click(dialog.getByRole('radio', { name: 'High contrast' }))
    expect(dataset['look']).toBe('contrast')
    expect(dialog.getByRole('radio', { name: 'High contrast' })).toBeChecked()
    expect(JSON.parse(localStorage.getItem('chartside:preferences') ?? '')).toMatchObject({
      look: 'contrast',
    })
    await user.click(dialog.getByRole('radio', { name: 'As the system' }))
    expect(dataset['look']).toBeUndefined()
  })

  it('keeps for whom things are put into words', async () => {
    const { user, dialog } = await open()
    await user.click(dialog.getByRole('radio', { name: 'Clinical words' }))
    expect(getPreferences()).toMatchObject({ registerForPatient: 'clinician' })
    expect(getPreferences().registerForClinician).toBeUndefined()
    await user.click(dialog.getByRole('radio', { name: 'As opened' }))
    expect(getPreferences().registerForPatient).toBeUndefined()
  })

  it('asks for no words where no record is open, as it can’t know for whom', async () => {
    render(<SettingsButton languages={['en']} />)
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }))
    expect(await screen.findByRole('group', { name: 'Look' })).toBeVisible()
    expect(screen.queryByRole('group', { name: 'Words' })).toBeNull()
  })

  it('says that nothing is kept where storage is denied, and opens no page for a language', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const { user, dialog } = await open()
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Language' }), 'Español')
    await user.click(dialog.getByRole('button', { name: 'Change language' }))
    expect(dialog.getByRole('status')).toHaveTextContent(/The language can’t be changed here/)
    expect(dialog.getByText(/these settings last until it is closed/)).toBeVisible()
    expect(dialog.queryByText(/kept in this browser/)).toBeNull()
    expect(setPreferences({ look: undefined })).toBe(false)
  })

  it('offers the languages of the site by their own names, and changes nothing until told to', async () => {
    const { user, dialog } = await open()
    const field = dialog.getByRole('combobox', { name: 'Language' })
    expect(within(field).getAllByRole('option')).toHaveLength(3)
    await user.selectOptions(field, 'Español')
    expect(getPreferences().language).toBeUndefined()
    expect(dialog.getByRole('button', { name: 'Change language' })).toBeEnabled()
  })

  it('asks for no language where there is only one, and keeps nothing of it once closed', async () => {
    const { user, dialog } = await open(['en'])
    expect(dialog.queryByRole('combobox')).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('group', { name: 'Look', hidden: true })).toBeNull()
  })
})
