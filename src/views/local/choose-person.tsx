import { useEffect, useRef } from 'react'
import { formatList } from '../../language/format-list.ts'
import { t, tn } from '../../language/t.ts'
import type { LabelledText } from '../../patient/patient.ts'
import { Message } from '../../ui/message.tsx'
import { tx } from '../../ui/tx.tsx'
import './local.css'

/** Somebody whom the files are about, as far as a choice needs it. */
export type PersonChoice = {
  readonly key: string
  readonly id: string
  /** Undefined where the files hold no Patient. */
  readonly name: string | undefined
  readonly born: string | undefined
  /** A number that a hospital knows this one by. */
  readonly number: LabelledText | undefined
  /** The server and the files that this one is from, where another has the same id. */
  readonly from: readonly string[]
  /** How many results there are, each version counted. */
  readonly count: number
  /** Whether different people stand under this one id. */
  readonly isMixed: boolean
}

/** Asks whose record of several in the files is meant. */
export function ChoosePerson({
  people,
  onChoose,
}: {
  readonly people: readonly PersonChoice[]
  readonly onChoose: (key: string) => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="choose-person">
      <h3 id="choose-person" ref={heading} tabIndex={-1}>
        {tn(
          people.length,
          'This is about {n} person',
          'This is about {n} people: whom do you mean?',
        )}
      </h3>
      <ul className="local-people">
        {people.map((person) => (
          <li key={person.key}>
            {person.isMixed ? (
              <Message kind="note">
                {tx(
                  '{name}: there may be different people under this id. Open one file at a time, or export one person at a time.',
                  { name: <bdi lang="">{person.name ?? person.id}</bdi> },
                )}
              </Message>
            ) : (
              <button type="button" onClick={() => onChoose(person.key)}>
                <span>
                  {person.name === undefined
                    ? tx('Patient {id}, of whom the files say nothing more', {
                        id: <bdi lang="">{person.id}</bdi>,
                      })
                    : tx('Open the record of {name}', {
                        name: <bdi lang="">{person.name}</bdi>,
                      })}
                </span>
                <span className="quiet local-person-facts">
                  {person.born !== undefined && (
                    <span>{t('Born {date}', { date: person.born })}</span>
                  )}
                  {person.number ? (
                    <span>
                      {tx('{label}: {value}', {
                        label: <bdi lang="">{person.number.label}</bdi>,
                        value: <bdi lang="">{person.number.text}</bdi>,
                      })}
                    </span>
                  ) : (
                    person.name !== undefined && (
                      <span>{tx('Id {id}', { id: <bdi lang="">{person.id}</bdi> })}</span>
                    )
                  )}
                  {person.from.length > 0 && (
                    <span>
                      {tx('From {server}', {
                        server: <bdi lang="">{formatList(person.from)}</bdi>,
                      })}
                    </span>
                  )}
                  <span>{tn(person.count, '{n} result', '{n} results')}</span>
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
