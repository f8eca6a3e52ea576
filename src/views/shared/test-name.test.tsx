import { fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LOINC } from '../../fhir/coding.ts'
import { speak } from '../../language/language.ts'
import { preloadPlainNames, RegisterContext } from './register.ts'
import { TestName } from './test-name.tsx'
import { WhatIsThis } from './what-is-this.tsx'

const a1c = {
  name: 'Hemoglobin A1c/Hemoglobin.total in Blood',
  codings: [{ system: LOINC, code: '4548-4', display: undefined }],
}

function show(register: 'patient' | 'clinician', test: typeof a1c = a1c, otherwise?: string) {
  return render(
    <RegisterContext value={register}>
      <h2>
        <TestName {...test} otherwise={otherwise} />
      </h2>
      <WhatIsThis codings={test.codings} />
    </RegisterContext>,
  )
}

const heading = () => screen.getByRole('heading').textContent
const summary = () => screen.queryByText('What is this?', { exact: false, selector: 'summary' })

// As on a page: they are there before the first result is.
await preloadPlainNames()

afterEach(() => speak('en', 'en-US'))

describe('TestName', () => {
  it('puts the plain name first for a patient, with the laboratory’s own beside it', () => {
    show('patient')
    expect(heading()).toBe(
      'A1c, which reflects the average blood sugar Hemoglobin A1c/Hemoglobin.total in Blood',
    )
  })

  it('gives a clinician the laboratory’s name alone, and explains nothing', () => {
    show('clinician')
    expect(heading()).toBe('Hemoglobin A1c/Hemoglobin.total in Blood')
    expect(summary()).toBeNull()
  })

  it('gives a patient the laboratory’s name alone where no code says what it is', () => {
    show('patient', { ...a1c, codings: [] })
    expect(heading()).toBe('Hemoglobin A1c/Hemoglobin.total in Blood')
    expect(summary()).toBeNull()
  })

  it('changes at once when another register is chosen, and keeps what stands around it', () => {
    const { rerender, container } = show('clinician')
    const before = container.querySelector('h2')
    rerender(
      <RegisterContext value="patient">
        <h2>
          <TestName {...a1c} />
        </h2>
      </RegisterContext>,
    )
    expect(container.querySelector('h2')).toBe(before)
    expect(heading()).toContain('A1c, which reflects the average blood sugar')
  })

  it('says a name once when both are the same', () => {
    show('patient', {
      name: 'blood sugar',
      codings: [{ system: LOINC, code: '2345-7', display: undefined }],
    })
    expect(heading()).toBe('blood sugar')
    expect(summary()).not.toBeNull()
  })

  it('keeps another word of the app where there is no plain name', () => {
    show('clinician', a1c, 'Hemoglobin A1c (NGSP, %)')
    expect(heading()).toBe('Hemoglobin A1c (NGSP, %)')
  })
})

describe('WhatIsThis', () => {
  const toggle = () => {
    const details = summary()?.closest('details')
    if (!details) throw new Error('nothing to open')
    details.open = true
    fireEvent(details, new Event('toggle'))
    return within(details)
  }
  const open = async () => {
    const details = toggle()
    await details.findByText(/reflects the average blood sugar of the past/)
    return details
  }

  it('says of which test it is, and loads nothing before it is opened', () => {
    show('patient')
    expect(summary()).toHaveTextContent('What is this? A1c, which reflects the average blood sugar')
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('URL-06 explains the test, and leads to its source in a window of its own', async () => {
    show('patient')
    const details = await open()
    expect(details.getByText(/not what a result means/)).toBeVisible()
    const link = details.getByRole('link', {
      name: 'MedlinePlus, U.S. National Library of Medicine',
    })
    expect(link).toHaveAttribute(
      'href',
      'https://medlineplus.gov/lab-tests/hemoglobin-a1c-hba1c-test/',
    )
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).toHaveAttribute('hreflang', 'en')
    expect(details.getByText(/opens in a new tab/)).toBeVisible()
    expect(details.queryByText(/It is in English/)).toBeNull()
  })

  it('says that it is opening while it is, and no longer once it is there', async () => {
    show('patient')
    const details = toggle()
    expect(details.getByRole('status')).toHaveTextContent('Opening…')
    await details.findByText(/reflects the average blood sugar of the past/)
    expect(details.queryByText('Opening…')).toBeNull()
  })

  it('leads who speaks Spanish to the page in English where none in Spanish is of the test', async () => {
    speak('es', 'es')
    const codings = [{ system: LOINC, code: '29463-7', display: undefined }]
    show('patient', { name: 'Peso', codings })
    const link = await toggle().findByRole('link')
    expect(link).toHaveAttribute('href', 'https://medlineplus.gov/bodyweight.html')
    expect(link).toHaveAttribute('hreflang', 'en')
    expect(screen.getByText(/It is in English/)).toBeVisible()
  })

  it('leads to the page in Spanish where Spanish is spoken, and says elsewhere that it is in English', async () => {
    speak('es', 'es')
    const { unmount } = show('patient')
    expect((await open()).getByRole('link')).toHaveAttribute('hreflang', 'es')
    unmount()
    speak('de', 'de')
    show('patient')
    expect((await open()).getByText(/It is in English/)).toBeVisible()
  })
})
