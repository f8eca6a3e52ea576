import type { ReactNode } from 'react'
import type { Coding } from '../../fhir/coding.ts'
import { t } from '../../language/t.ts'
import { nameSystem } from '../../observations/code-systems.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'

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

/**
 * Text about a result, isolated, with its line breaks; `lang` is given where all of it is the sender's own, "" where the
 * sender doesn't say in which language.
 */
export function Words({
  lang,
  children,
}: {
  readonly lang?: string | undefined
  readonly children: string
}) {
  return (
    <bdi lang={lang} className="as-written">
      {children}
    </bdi>
  )
}

/** Codes with the names of their systems, the words that came with them, and whether a person chose them (D5). */
export function CodeList({
  codings,
  lang,
}: {
  readonly codings: readonly Coding[]
  readonly lang?: string | undefined
}) {
  if (codings.length === 0) return t('None given: words only|no codes')
  return (
    <ul className="plain-list">
      {codings.map(({ system, code, display, isUserSelected }, index) => (
        <li key={index}>
          {code === undefined ? (
            tx('{system} without a code', { system: <bdi>{nameSystem(system)}</bdi> })
          ) : (
            <>
              <bdi>{nameSystem(system)}</bdi> <CodeOf code={code} />
            </>
          )}
          {display !== undefined && (
            <>
              {': '}
              <Theirs lang={lang}>{display}</Theirs>
            </>
          )}
          {isUserSelected === true && ` ${t('(chosen by a person)')}`}
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
