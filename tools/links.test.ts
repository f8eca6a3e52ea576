import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const documents = Object.entries(
  import.meta.glob<string>(['../*.md', '../docs/**/*.md', '../sandbox/**/*.md'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** Relative targets of the links and pictures in a document, without their fragments. */
function targetsOf(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

it('finds links', () => {
  expect(targetsOf('[a](b.md#c) ![d](e.png) [f](https://g.example) [h](#i)')).toEqual([
    'b.md',
    'e.png',
  ])
  expect(documents.length).toBeGreaterThan(8)
})

it.each(documents)('%s leads nowhere in vain', (path, markdown) => {
  const folder = dirname(join(import.meta.dirname, path))
  const broken = targetsOf(markdown).filter((target) => !existsSync(join(folder, target)))
  expect(broken).toEqual([])
})
