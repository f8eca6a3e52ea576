import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engines, scripts } from '../package.json'

const folder = join(import.meta.dirname, '../docs/recipes')
const recipes = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}))
const guide = readFileSync(join(import.meta.dirname, '../docs/deploying.md'), 'utf8')

/** Lines of a recipe that are no comments. */
const linesOf = (text: string) => text.split('\n').filter((line) => !/^\s*#/.test(line))

/** What `npm` is asked to run. */
const npmCommandsOf = (text: string) =>
  linesOf(text).flatMap((line) =>
    [...line.matchAll(/(?<![.\w])npm (?:run )?([\w:-]+)/g)].map(([, command = '']) => command),
  )

describe('docs/recipes', () => {
  it.each(recipes)('$name runs commands that there are', ({ text }) => {
    const known = [...Object.keys(scripts), 'ci']
    const commands = npmCommandsOf(text)
    expect(commands).not.toEqual([])
    expect(commands.filter((command) => !known.includes(command))).toEqual([])
  })

  it.each(recipes)('$name uses the oldest Node that package.json allows', ({ text }) => {
    const oldest = engines.node.replace('>=', '')
    const named = [...text.matchAll(/(?:node-version: '|NODE_VERSION = "|node:)(\d[\d.]*)/g)]
    expect(named).not.toEqual([])
    for (const [, version] of named) expect(version).toBe(oldest)
  })

  it.each(recipes.filter(({ text }) => text.includes('npm run build')))(
    '$name puts the configuration in its place after tests, before the build',
    ({ text }) => {
      const body = linesOf(text).join('\n')
      const places = ['npm test', 'cp deploy/config.json public/config.json', 'npm run build']
        .map((command) => body.indexOf(command))
        .filter((place) => place >= 0)
      expect(places.length).toBeGreaterThan(1)
      expect(places).toEqual(places.toSorted((first, second) => first - second))
    },
  )

  it.each(recipes.filter(({ text }) => text.includes('cp deploy/config.json')))(
    '$name says where the directory of hospitals is made: with the configuration, before the build',
    ({ text }) => {
      const lines = text.split('\n')
      const brands = lines.find((line) => line.includes('npm run brands -- https://'))
      expect(brands).toMatch(/^\s*#/)
      expect(text).toContain('.brands')
      // A recipe of one command says it in words instead.
      if (text.includes('goes between cp and npm run build')) return
      const places = ['cp deploy/config.json', 'npm run brands', 'run build'].map((command) =>
        text.lastIndexOf(command),
      )
      expect(places).toEqual(places.toSorted((first, second) => first - second))
    },
  )

  it.each(recipes.filter(({ name }) => name.startsWith('github-')))(
    '$name gives jobs no more rights than they need, and names actions by version',
    ({ text }) => {
      expect(text).toMatch(/^permissions:\n {2}contents: read$/m)
      expect(linesOf(text).filter((line) => /: write/.test(line))).toEqual(
        text.includes('deploy-pages') ? ['      pages: write', '      id-token: write'] : [],
      )
      for (const [, action] of text.matchAll(/uses: (\S+)/g))
        expect(action).toMatch(/^actions\/[\w-]+@v\d+$/)
    },
  )

  it.each(recipes)('docs/deploying.md leads to $name', ({ name }) => {
    expect(guide).toContain(`](recipes/${name})`)
  })
})
