import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config/read-config.ts'

const folder = join(import.meta.dirname, '../docs/guides')
const guides = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const root = new URL('https://chartside.example.org/')

/** The examples of `config.json` in a page. */
const configsOf = (markdown: string) =>
  [...markdown.matchAll(/```json\n([\s\S]*?)```/g)]
    .map(([, json = '']) => json)
    .filter((json) => json.includes('"servers"'))

/** The tables of a page, each as its heads and its rows. */
function tablesOf(markdown: string): { heads: string[]; rows: string[][] }[] {
  const cellsOf = (line: string) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
  return markdown
    .split(/\n(?!\|)/)
    .map((part) => part.split('\n').filter((line) => line.startsWith('|')))
    .filter(([head]) => head !== undefined)
    .map(([head = '', , ...rows]) => ({ heads: cellsOf(head), rows: rows.map(cellsOf) }))
}

describe('the guides', () => {
  it('are there for each vendor, and for whatever else speaks SMART', () => {
    expect(guides.map(({ name }) => name)).toEqual([
      'any-smart-server.md',
      'athenahealth.md',
      'epic.md',
      'meditech.md',
      'oracle-health.md',
      'smart-health-it.md',
    ])
  })

  it.each(guides)('$name shows a config.json that the app takes', ({ text }) => {
    const configs = configsOf(text)
    expect(configs).not.toEqual([])
    for (const json of configs) {
      const reading = readConfig(JSON.parse(json), root)
      expect(reading.kind === 'invalid' ? reading.faults : []).toEqual([])
    }
  })

  it.each(guides)(
    '$name names the launch and the redirect address with their slash',
    ({ text }) => {
      expect(text).toContain('`<root>launch/`')
      for (const [address] of text.matchAll(/<root>(?:launch|callback)[^`\s?]*/g))
        expect(address).toMatch(/\/$|\/<server$/)
    },
  )

  it.each(guides)('$name says that nothing was tried at the vendor', ({ text }) => {
    expect(text).toContain('Nobody here has run Chartside against')
  })

  it.each(guides)(
    '$name says of each row how it is known, in the words it explains',
    ({ text }) => {
      const tables = tablesOf(text).filter(({ heads }) => heads.includes('how known'))
      expect(tables).not.toEqual([])
      for (const { heads, rows } of tables) {
        expect(rows.filter((row) => row.length !== heads.length)).toEqual([])
        const known = rows.map((row) => row[heads.indexOf('how known')] ?? '')
        expect(
          known.filter((one) => !/verified|documentation|reported|not known/.test(one)),
        ).toEqual([])
      }
    },
  )

  it.each(guides)('$name cites only sources that it lists', ({ text }) => {
    const [body = '', list = ''] = text.split('\n## Sources\n')
    const listed = new Set([...list.matchAll(/^\| ([A-Z]\d) /gm)].map(([, key = '']) => key))
    const cited = new Set(
      [...body.matchAll(/(?:documentation|reported)[^|.;:)]*/g)]
        .flatMap(([words]) => words.match(/\b[A-Z]\d\b/g) ?? [])
        .filter((key) => key !== 'R4'),
    )
    expect([...cited].toSorted()).toEqual([...listed].toSorted())
  })
})
