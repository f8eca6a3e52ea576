import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type ESTree } from 'vite'

/** A part of a program (ESTree). */
export type Node = ESTree.Node

/** A part of a program and what it lies in, the nearest first. */
export type Place = { readonly node: Node; readonly parents: readonly Node[] }

/** A file, by its path in the repository. */
export type Source = { readonly path: string; readonly text: string }

/** Every file of the app itself: no tests, no helpers of tests, no stored records. */
export function readSources(root: string): Source[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|\/test-|\/corpus\//.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Every part of a program, each after what it lies in. Throws where a file can't be parsed. */
export function placesOf({ path, text }: Source): Place[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message ?? ''}`)
  const places: Place[] = []
  const walk = (node: Node, parents: readonly Node[]) => {
    places.push({ node, parents })
    for (const inner of innerOf(node)) walk(inner, [node, ...parents])
  }
  walk(program, [])
  return places
}

function innerOf(node: Node): Node[] {
  return Object.values<unknown>(node as unknown as Record<string, unknown>)
    .flat()
    .filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** Whether a part runs when its module is loaded. */
export function isAtModuleLevel({ parents }: Place): boolean {
  return !parents.some(({ type }) =>
    ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type),
  )
}

/** The line of a file that a part begins on. */
export function lineOf({ text }: Source, node: Node): number {
  return text.slice(0, node.start).split('\n').length
}
