import { describe, expect, it } from 'vitest'
import { EXPLANATIONS } from './explanations.ts'
import { PLAIN_TESTS } from './plain-test.ts'

const all = Object.entries(EXPLANATIONS).map(([topic, { text, pages }]) => ({ topic, text, pages }))

/** The topics of which something holds; named in the failure. */
const topicsOf = (isWrong: (one: (typeof all)[number]) => boolean) =>
  all.filter(isWrong).map(({ topic }) => topic)

const sentences = (text: string) => text.split(/\.(?: |$)/).filter((words) => words !== '')

describe('the explanations of tests', () => {
  it('explain every test that has a plain name, and no other', () => {
    const named = new Set<string>(PLAIN_TESTS.map(({ topic }) => topic))
    expect(named).toEqual(new Set(all.map(({ topic }) => topic)))
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  })

  it('are one or two whole sentences', () => {
    expect(topicsOf(({ text }) => !/^[A-Z].+\.$/.test(text))).toEqual([])
    expect(topicsOf(({ text }) => sentences(text).length > 2)).toEqual([])
  })

  it('D7 hold no value, no limit and no judgement of one', () => {
    const judging =
      /\d|%|\b(?:(?:ab)?normal|high|low|higher|lower|elevated|raised|positive|negative|healthy|too)\b/i
    expect(topicsOf(({ text }) => judging.test(text))).toEqual([])
  })

  it('D7 do not say what a result means, and don’t speak of the reader', () => {
    const telling = /\b(?:you|your|means?|suggests?|indicates?|should|results?)\b/i
    expect(topicsOf(({ text }) => telling.test(text))).toEqual([])
  })

  it('name their source at MedlinePlus, in English, and in Spanish where that is of the test', () => {
    const english = /^https:\/\/medlineplus\.gov\/(?:lab-tests\/[a-z0-9-]+\/|[a-z]+\.html)$/
    const spanish =
      /^https:\/\/medlineplus\.gov\/spanish\/(?:pruebas-de-laboratorio\/[a-z0-9-]+\/|[a-z]+\.html)$/
    expect(topicsOf(({ pages }) => !english.test(pages.en))).toEqual([])
    expect(topicsOf(({ pages }) => pages.es !== undefined && !spanish.test(pages.es))).toEqual([])
    expect(topicsOf(({ pages }) => pages.es !== undefined).length).toBeGreaterThan(30)
  })
})
