import type { Node, Place } from './syntax.ts'

/**
 * Words in a table written `as const` that `t` says later: the types take them for literals, but where they stand
 * nothing tells of them; `key` is to.
 */
export function findUnmarked(
  places: readonly Place[],
  literals: ReadonlySet<Node>,
  keptIn: ReadonlySet<string>,
): { readonly node: Node; readonly fault: string; readonly text: string }[] {
  return places.flatMap(({ node, parents }) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || literals.has(node)) return []
    const [parent] = parents
    if (parent?.type === 'Property' && parent.key === node) return []
    const isInConst = parents.some((one) => one.type === 'TSAsExpression' && isConst(one))
    const isKept = parents.some(
      (one) =>
        one.type === 'VariableDeclarator' &&
        one.id.type === 'Identifier' &&
        keptIn.has(one.id.name),
    )
    return isInConst && isKept && /\p{L}/u.test(node.value)
      ? [{ node, fault: 'said later, but not marked by key()', text: node.value }]
      : []
  })
}

function isConst({ typeAnnotation: type }: Extract<Node, { type: 'TSAsExpression' }>): boolean {
  return (
    type.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'const'
  )
}
