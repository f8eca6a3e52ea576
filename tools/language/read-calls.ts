import { gapsOf, type Sentence } from './sentence.ts'
import { isAtModuleLevel, type Node, type Place } from './syntax.ts'

type Said = Pick<Sentence, 'text' | 'one'>

/** What the calls of a file say, what is wrong with them, and the literals that need no further look. */
export type CallReading = {
  readonly said: readonly Said[]
  readonly faults: readonly { readonly node: Node; readonly fault: string; readonly text: string }[]
  readonly literals: ReadonlySet<Node>
  /** The tables and variables that words to be said are taken from. */
  readonly keptIn: ReadonlySet<string>
}

const modules = /\/(?:t|tx|word-table)\.tsx?$/

/** The functions that take sentences, by what a file calls them. */
function importedNames(places: readonly Place[]): ReadonlyMap<string, string> {
  return new Map(
    places.flatMap(({ node }) => {
      if (node.type !== 'ImportDeclaration' || !modules.test(node.source.value)) return []
      return node.specifiers.flatMap((one): [string, string][] =>
        one.type === 'ImportSpecifier' && one.imported.type === 'Identifier'
          ? [[one.local.name, one.imported.name]]
          : [],
      )
    }),
  )
}

/** Reads every call of `t`, `tx`, `tn`, `key` and `wordTable`. */
export function readCalls(places: readonly Place[]): CallReading {
  const names = importedNames(places)
  const said: Said[] = []
  const faults: { node: Node; fault: string; text: string }[] = []
  const literals = new Set<Node>()
  const keptIn = new Set<string>()
  const complain = (node: Node, fault: string, text = '') => faults.push({ node, fault, text })

  const readText = (node: Node | undefined, mayBeKey: boolean): string[] => {
    if (node === undefined) return []
    if (node.type === 'ConditionalExpression')
      return [node.consequent, node.alternate].flatMap((one) => readText(one, mayBeKey))
    if (node.type === 'LogicalExpression')
      return [node.left, node.right].flatMap((one) => readText(one, mayBeKey))
    if (mayBeKey && isCastToKey(node)) return []
    const literal = literalOf(node)
    if (literal !== undefined) {
      for (const one of literal.nodes) literals.add(one)
      return [literal.text]
    }
    // That it is a key, the type says.
    const isKey = ['Identifier', 'MemberExpression', 'ChainExpression', 'CallExpression']
    if (!mayBeKey || !isKey.includes(node.type)) complain(node, 'no literal, so not in catalogues')
    const name = rootOf(node)
    if (name !== undefined) keptIn.add(name)
    return []
  }

  for (const place of places) {
    const { node } = place
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue
    const name = names.get(node.callee.name)
    const [first, second, third] = node.arguments
    if (name === 't' || name === 'tx' || name === 'key')
      for (const text of readText(first, name !== 'key')) said.push({ text, one: undefined })
    if (name === 'tn') {
      const [one] = readText(second, false)
      const [text] = readText(third, false)
      if (one !== undefined && text !== undefined) {
        said.push({ text, one })
        if (gapsOf(one).some((gap) => gap !== 'n' && !gapsOf(text).includes(gap)))
          complain(node, 'the form for one has a gap that the other has not', text)
        if (/\|/.test(one + text)) complain(node, 'a hint, which is shown with a number', text)
      }
    }
    if (name === 'wordTable')
      for (const line of readText(first, false).flatMap((text) => text.trim().split('\n'))) {
        const words = /^.*?: (.+)$/.exec(line)?.[1]
        if (words === undefined) complain(node, 'a line that is not "code: words"', line.trim())
        else said.push({ text: words, one: undefined })
      }
    if ((name === 't' || name === 'tn' || name === 'tx') && isAtModuleLevel(place))
      complain(node, 'said when the module is loaded, before the language is known')
  }
  return { said, faults, literals, keptIn }
}

/** The text of a literal, and the parts that hold it. */
function literalOf(node: Node): { text: string; nodes: readonly Node[] } | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return { text: node.value, nodes: [node] }
  const [only] = node.type === 'TemplateLiteral' ? node.quasis : []
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0 || only === undefined)
    return undefined
  return { text: only.value.cooked ?? '', nodes: [node, only] }
}

/** What is known to stand in the catalogues for reasons that types can't tell. */
function isCastToKey(node: Node): boolean {
  const type = node.type === 'TSAsExpression' ? node.typeAnnotation : undefined
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'Key'
  )
}

/** The name that a value is taken from: `titles` of `titles[subject]`. */
function rootOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return rootOf(node.expression)
  return node.type === 'MemberExpression' ? rootOf(node.object) : undefined
}
