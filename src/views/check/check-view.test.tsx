import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { speak } from '../../language/language.ts'
import { loadLanguage } from '../../language/load-language.ts'
import { advise, fault, unknown, well } from '../../smart/check/finding.ts'
import type { CheckPart } from './check-part.ts'
import { CheckView } from './check-view.tsx'

const city: CheckPart = {
  key: 'city',
  title: 'City Hospital',
  findings: [
    well('pkce', 'S256 is announced.'),
    fault('token-endpoint', 'No answer.', 'Ask for CORS.', '<b>oops</b>'),
    advise('keys', 'Two keys without a name.', 'Ask for names.'),
    unknown('scopes', 'No list.'),
  ],
  isDone: true,
}

const refused = 'Also send two requests that each server will refuse'

function show(parts: readonly CheckPart[], onAgain = () => {}, onSendRefused?: () => void) {
  return render(
    <CheckView
      version="1.2.3"
      address="https://app.example/"
      addresses={[
        { key: 'launch', label: 'Launch address', address: 'https://app.example/launch/' },
        {
          key: 'city',
          label: 'Redirect address for City Hospital',
          address: 'https://app.example/callback/',
        },
      ]}
      parts={parts}
      report="the report"
      onAgain={onAgain}
      onSendRefused={onSendRefused}
      homeHref="https://app.example/"
    />,
  )
}

afterEach(() => speak('en', 'en-US'))

describe('CheckView', () => {
  it('says of each finding what it is in a word, what was found, and what to do', () => {
    show([city])
    const part = within(screen.getByRole('region', { name: 'City Hospital' }))
    expect(part.getByText('1 fault, 1 piece of advice, 1 not known')).toBeVisible()
    const items = part.getAllByRole('listitem').map((item) => item.textContent)
    expect(items).toEqual([
      '✓ WellPKCES256 is announced.',
      '✕ FaultToken endpointNo answer.The server wrote: <b>oops</b>What to do: Ask for CORS.',
      '▲ AdviceKeys (JWKS)Two keys without a name.What to do: Ask for names.',
      '? Not knownScopesNo list.',
    ])
  })

  it('XSS-02 shows what a server wrote as text', () => {
    show([city])
    expect(screen.getByText('<b>oops</b>').querySelector('b')).toBeNull()
  })

  it('fills in while it waits, and says when all is done', () => {
    const { unmount } = show([{ ...city, isDone: false }])
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('Checking…')
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect(screen.getByText('S256 is announced.')).toBeVisible()
    unmount()
    show([city])
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(
      'Done: 1 fault, 1 piece of advice, 1 not known.',
    )
  })

  it('copies the addresses to register and the report, and checks again', async () => {
    const onAgain = vi.fn<() => void>()
    const user = userEvent.setup()
    show([city], onAgain)
    await user.click(
      screen.getByRole('button', { name: 'Copy: Redirect address for City Hospital' }),
    )
    expect(await navigator.clipboard.readText()).toBe('https://app.example/callback/')
    await user.click(screen.getByRole('button', { name: 'Copy report' }))
    expect(await navigator.clipboard.readText()).toBe('the report')
    await user.click(screen.getByRole('button', { name: 'Check again' }))
    expect(onAgain).toHaveBeenCalledOnce()
  })

  it('keeps the focus on a button while it waits, and takes no press then', async () => {
    const onAgain = vi.fn<() => void>()
    const user = userEvent.setup()
    show([{ ...city, isDone: false }], onAgain, onAgain)
    for (const name of ['Check again', refused]) {
      const button = screen.getByRole('button', { name })
      await user.click(button)
      expect(button).toHaveFocus()
    }
    expect(onAgain).not.toHaveBeenCalled()
  })

  it('sends what is to be refused by a button of its own, which says what it does', async () => {
    const onSendRefused = vi.fn<() => void>()
    const { unmount } = show([city], undefined, onSendRefused)
    const button = screen.getByRole('button', { name: refused })
    expect(button).toHaveAccessibleDescription(/invented code.*invented token.*log/)
    await userEvent.click(button)
    expect(onSendRefused).toHaveBeenCalledOnce()
    unmount()
    show([city])
    expect(screen.queryByRole('button', { name: refused })).toBeNull()
  })

  it('speaks the language of the page, but marks what was wrong with config.json as English', async () => {
    await loadLanguage('ar-XB', 'ar-u-nu-latn')
    const wrong = fault('config', 'servers is required.', 'Correct it.')
    show([{ ...city, findings: [...city.findings, wrong] }])
    expect(screen.getByText('servers is required.')).toHaveAttribute('lang', 'en')
    expect(screen.getByText('<b>oops</b>')).toHaveAttribute('lang', '')
    const ours = [
      ...screen.getAllByRole('heading').filter((one) => one.textContent !== 'City Hospital'),
      ...screen.getAllByRole('button'),
      ...screen.getAllByText(/oops/).flatMap((one) => one.closest('p') ?? []),
      ...screen.getAllByRole('term'),
    ].map((one) => one.textContent)
    expect(ours.filter((text) => !/^⟦.*⟧$/.test(text))).toEqual([])
  })

  it('takes the focus to its heading', () => {
    show([city])
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })
})
