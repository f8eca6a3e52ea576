import { afterEach, describe, expect, it } from 'vitest'
import { formatDecimalText } from './decimal-mark.ts'
import { formatCount } from './format-count.ts'
import { formatList } from './format-list.ts'
import { chooseLanguage, speak } from './language.ts'
import { loadLanguage } from './load-language.ts'
import { key, t, tn } from './t.ts'

afterEach(() => speak('en', 'en-US'))

const some = {
  'From {server}': 'De {server}',
  'Open|a visit': 'Abierta',
  '{n} of {all} results': { one: '{n} de {all} resultado', other: '{n} de {all} resultados' },
}

describe('a sentence', () => {
  it('stands in English as the source has it, its gaps filled', () => {
    expect(t('From {server}', { server: 'Example Hospital' })).toBe('From Example Hospital')
  })

  it('drops the hint for translators', () => {
    expect(t('Open|a visit')).toBe('Open')
  })

  it('is said in the language of the page', () => {
    speak('es', 'es-MX', some)
    expect(t('From {server}', { server: 'Hospital' })).toBe('De Hospital')
    expect(t('Open|a visit')).toBe('Abierta')
    expect(t(key('From {server}'), { server: 'Hospital' })).toBe('De Hospital')
  })

  it('stays English where the language has none', () => {
    speak('es', 'es-MX', some)
    expect(t('Sign out')).toBe('Sign out')
  })

  it('keeps a gap that nothing was given for, and the text of one that looks like a gap', () => {
    speak('es', 'es', { 'Sign out': 'Salir {oops}' })
    expect(t('Sign out')).toBe('Salir {oops}')
    expect(t('From {server}', { server: '{server}' })).toBe('From {server}')
  })
})

describe('a sentence with a number', () => {
  it('takes the form that goes with it', () => {
    expect(tn(1, '{n} result', '{n} results')).toBe('1 result')
    expect(tn(1234, '{n} result', '{n} results')).toBe('1,234 results')
    speak('es', 'es-ES', some)
    expect(tn(1, '{n} of {all} result', '{n} of {all} results', { all: 2 })).toBe(
      '1 de 2 resultado',
    )
    expect(tn(12345, '{n} of {all} result', '{n} of {all} results', { all: 2 })).toBe(
      '12.345 de 2 resultados',
    )
  })
})

describe('numbers and lists', () => {
  it('go by the place, not by the language alone', () => {
    speak('es', 'es-MX')
    expect([formatCount(12345), formatDecimalText('5.40')]).toEqual(['12,345', '5.40'])
    speak('es', 'es-ES')
    expect([formatCount(12345), formatDecimalText('5.40')]).toEqual(['12.345', '5,40'])
    expect(formatList(['a', 'b', 'c'])).toBe('a, b y c')
  })

  it('never group the digits of a value', () => {
    speak('de', 'de')
    expect(formatDecimalText('1234567.500')).toBe('1234567,500')
  })
})

describe('the language of a page', () => {
  it('is the one that was set, else the first of the browser that is offered, else that of the site', () => {
    expect(chooseLanguage('de', ['es-MX'], ['en', 'es', 'de']).language).toBe('de')
    expect(chooseLanguage(undefined, ['fr', 'es-MX', 'en'], ['en', 'es'])).toEqual({
      language: 'es',
      locale: 'es-MX',
    })
    expect(chooseLanguage('de', ['fr'], ['es', 'en'])).toEqual({ language: 'es', locale: 'es' })
  })

  it('is written as the place of the browser writes it, where that says none of its own', () => {
    const { locale } = chooseLanguage('es', ['en-US', 'en'], ['en', 'es'])
    expect(locale).toBe('es-US')
    speak('es', locale)
    expect([formatCount(12345), formatDecimalText('5.40')]).toEqual(['12,345', '5.40'])
    expect(chooseLanguage('es', ['no locale'], ['en', 'es']).locale).toBe('es')
  })

  it('marks each sentence in the pseudo-language, and sets what is put in apart', async () => {
    await loadLanguage('ar-XB', 'ar-u-nu-latn')
    expect(t('From {server}', { server: 'X' })).toBe('⟦Fróm \u2068X\u2069·····⟧')
    expect(tn(2, '{n} result', '{n} results')).toMatch(/^⟦\u20682\u2069 résúlts·+⟧$/)
  })
})
