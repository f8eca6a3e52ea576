import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { currentSpeech } from './language.ts'
import { loadLanguage, missingLanguage } from './load-language.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(async () => {
  vi.useRealTimers()
  await loadLanguage('en', 'en-US')
})

describe('loadLanguage', () => {
  it('speaks English where the sentences can’t be had, and knows which language is missing', async () => {
    await loadLanguage('de', 'de', () => Promise.reject(new Error('offline')))
    expect([currentSpeech().language, missingLanguage()]).toEqual(['en', 'de'])
  })

  it('waits ten seconds at most, and speaks nothing that comes later', async () => {
    let come: (catalogue: Catalogue) => void = () => {}
    const late = new Promise<Catalogue>((resolve) => {
      come = resolve
    })
    const loading = loadLanguage('de', 'de', () => late)
    await vi.advanceTimersByTimeAsync(10_000)
    await loading
    come({ Settings: 'Einstellungen' })
    await vi.runAllTimersAsync()
    expect([currentSpeech().language, missingLanguage()]).toEqual(['en', 'de'])
  })

  it('misses nothing once a language is there', async () => {
    await loadLanguage('de', 'de', () => Promise.reject(new Error('offline')))
    await loadLanguage('de', 'de', () => Promise.resolve({}))
    expect([currentSpeech().language, missingLanguage()]).toEqual(['de', undefined])
    expect(vi.getTimerCount()).toBe(0)
  })
})
