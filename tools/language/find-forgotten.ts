import type { Node, Place } from './syntax.ts'

/** The fault of words that stand anywhere else than where they are surely read. */
export const likeASentence = 'looks like a sentence'

/** Attributes whose text people see or hear. */
const readAttributes = new Set(
  'aria-label aria-description aria-roledescription aria-valuetext title placeholder alt label summary heading caption legend hint text message fieldName emptyName'.split(
    ' ',
  ),
)

/** Attributes whose text nobody reads, though it may look like words. */
const technical =
  /^(?:class|className|id|htmlFor|role|name|type|kind|href|src|key|rel|target|lang|dir|style|d|points|viewBox|transform|preserveAspectRatio|dataKey|autoComplete|xmlns|data-.*|aria-.*|.*(?:Id|Href|Class|ClassName))$/

type Forgotten = {
  readonly node: Node
  readonly fault: string
  readonly text: string
  readonly within: string | undefined
}

/**
 * Words in the source that nobody can translate: text in JSX, attributes that people read, and whatever looks like a
 * sentence or is called a label. What lies in `<code>`, or in an element marked as English or as not to be translated, is meant to be so;
 * errors that are thrown are for developers.
 */
export function findForgotten(places: readonly Place[], literals: ReadonlySet<Node>): Forgotten[] {
  return places.flatMap((place) => {
    const text = literals.has(place.node) ? undefined : textOf(place.node)
    if (text === undefined || !/\p{L}/u.test(text) || isMeant(place.parents)) return []
    const fault = faultOf(place, text.trim())
    if (fault === undefined) return []
    const words = text.trim().replaceAll(/\s+/g, ' ')
    return [{ node: place.node, fault, text: words, within: outermostName(place.parents) }]
  })
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return node.type === 'TemplateElement' ? (node.value.cooked ?? undefined) : undefined
}

function faultOf({ node, parents }: Place, text: string): string | undefined {
  if (node.type === 'JSXText') return 'text in an element'
  const holder = holderOf(node, parents)
  if (holder.type === 'JSXAttribute') {
    const name = typeof holder.name.name === 'string' ? holder.name.name : ''
    if (readAttributes.has(name)) return `text in the attribute ${name}`
    if (technical.test(name)) return undefined
    return /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(text) ? `words in the attribute ${name}` : undefined
  }
  if (holder.type === 'JSXElement' || holder.type === 'JSXFragment') return 'text in an element'
  if (isForMachines(node, holder)) return undefined
  return isReadProperty(holder) || looksLikeASentence(text) ? likeASentence : undefined
}

/** What a literal is the value of, be it one of several. */
function holderOf(node: Node, parents: readonly Node[]): Node {
  let value = node
  for (const parent of parents) {
    const isPassedOn =
      parent.type === 'TemplateLiteral' ||
      parent.type === 'LogicalExpression' ||
      parent.type === 'JSXExpressionContainer' ||
      (parent.type === 'ConditionalExpression' && parent.test !== value)
    if (!isPassedOn) return parent
    value = parent
  }
  return value
}

function isForMachines(node: Node, holder: Node): boolean {
  if (holder.type === 'Property') return holder.key === node
  if (holder.type === 'NewExpression')
    return holder.callee.type === 'Identifier' && holder.callee.name.endsWith('Error')
  return /^(?:TS|Import|Export|BinaryExpression|SwitchCase)/.test(holder.type)
}

/** What is called so in an object becomes what people read, be it a single word. */
function isReadProperty(holder: Node): boolean {
  if (holder.type !== 'Property' || holder.key.type !== 'Identifier') return false
  return /^(?:label|title|heading|header|caption|summary|legend|hint|words|advice)$/.test(
    holder.key.name,
  )
}

/** Several words that begin with a capital, or end as a sentence does. */
function looksLikeASentence(text: string): boolean {
  return /^\p{Lu}\p{Ll}*'?\p{Ll}* \S*\p{Ll}/u.test(text) || /\p{Ll} .*\p{Ll}[.?!…]$/u.test(text)
}

function isMeant(parents: readonly Node[]): boolean {
  return parents.some((parent) => {
    if (parent.type !== 'JSXElement') return false
    const { name, attributes } = parent.openingElement
    if (name.type === 'JSXIdentifier' && name.name === 'code') return true
    return attributes.some(
      (one) =>
        one.type === 'JSXAttribute' &&
        one.value?.type === 'Literal' &&
        ((one.name.name === 'lang' && one.value.value === 'en') ||
          (one.name.name === 'translate' && one.value.value === 'no')),
    )
  })
}

function outermostName(parents: readonly Node[]): string | undefined {
  const names = parents.flatMap((one) =>
    (one.type === 'VariableDeclarator' || one.type === 'FunctionDeclaration') &&
    one.id?.type === 'Identifier'
      ? [one.id.name]
      : [],
  )
  return names.at(-1)
}
