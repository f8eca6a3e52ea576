import { createElement, Fragment, type ReactNode } from 'react'
import type { Gaps } from '../language/catalogue.ts'
import { gaps, templateOf } from '../language/t.ts'

/**
 * Says a sentence with elements in its gaps, in the language of the page: `tx('From {server}', { server: <bdi>…</bdi> })`.
 * The sentence is a literal, for the same reasons as in `t`.
 */
export function tx<S extends string>(
  text: string extends S ? never : S,
  values: Readonly<Record<Gaps<S>, ReactNode>>,
): ReactNode {
  const parts = templateOf(text).split(gaps)
  const known: Readonly<Record<string, ReactNode>> = values
  // Every second part is the name of a gap.
  const nodes = parts.map((part, index) => (index % 2 === 0 ? part : known[part]))
  return createElement(Fragment, null, ...nodes)
}
