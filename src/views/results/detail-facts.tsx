import type { ReactNode } from 'react'
import type { Coding } from '../../fhir/coding.ts'
import { nameSystem } from '../../observations/code-systems.ts'

/** One thing said of a result. */
export type Fact = { readonly label: string; readonly says: ReactNode }

/** Things said of a result, each under its label; nothing where there is none. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <dl className="detail-facts">
      {facts.map(({ label, says }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A part of the detail under a heading of its own. */
export function DetailSection({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="detail-section">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Text of the server, isolated, with its line breaks. */
export function Words({ children }: { readonly children: string }) {
  return <bdi className="as-written">{children}</bdi>
}

/** Codes with the names of their systems, the words that came with them, and whether a person chose them (D5). */
export function CodeList({ codings }: { readonly codings: readonly Coding[] }) {
  if (codings.length === 0) return 'None given: words only'
  return (
    <ul className="plain-list">
      {codings.map(({ system, code, display, isUserSelected }, index) => (
        <li key={index}>
          <bdi>{nameSystem(system)}</bdi>{' '}
          {code === undefined ? 'without a code' : <CodeOf code={code} />}
          {display !== undefined && (
            <>
              {': '}
              <bdi>{display}</bdi>
            </>
          )}
          {isUserSelected === true && ' (chosen by a person)'}
        </li>
      ))}
    </ul>
  )
}

function CodeOf({ code }: { readonly code: string }) {
  return (
    <bdi>
      <code>{code}</code>
    </bdi>
  )
}
