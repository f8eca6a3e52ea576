import { Fragment, type ReactNode } from 'react'
import { explainMatch } from '../../directory/explain-match.ts'
import type { Organization, Place } from '../../directory/organization.ts'
import { tn } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'
import { tx } from '../../ui/tx.tsx'

/** A configured server, as far as a choice needs it. */
export type ChoiceServer = { readonly isReady: boolean }

/** One organization that was found, as the button that signs in to it; it says why it was found. */
export function DirectoryChoice({
  organization,
  server,
  words,
  isBusy,
  onChoose,
}: {
  readonly organization: Organization
  /** Undefined where the configuration has it no more: the list was made before. */
  readonly server: ChoiceServer | undefined
  readonly words: readonly string[]
  readonly isBusy: boolean
  readonly onChoose: (organization: Organization) => void
}) {
  const facts = factsOf(organization, words)
  const details = facts.length > 0 && (
    <span className="directory-facts">
      {facts.map((fact, index) => (
        // They never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          <span className="visually-hidden">, </span>
          <span>{fact}</span>
        </Fragment>
      ))}
    </span>
  )
  const name = <bdi lang="">{organization.name}</bdi>
  if (!server?.isReady) {
    const hospital = (
      <>
        {name} {details}
      </>
    )
    return (
      <Message kind="note">
        {server
          ? tx('{hospital} is not set up yet: its client id is to be filled in config.json', {
              hospital,
            })
          : tx('{hospital} can’t be opened here any more: its server is not in config.json', {
              hospital,
            })}
      </Message>
    )
  }
  return (
    <button
      type="button"
      className="directory-choice"
      disabled={isBusy}
      onClick={() => onChoose(organization)}
    >
      <span className="directory-name">{tx('Sign in to {hospital}', { hospital: name })}</span>
      {details}
    </button>
  )
}

function factsOf(organization: Organization, words: readonly string[]): ReactNode[] {
  const { partOf, portal, places, furtherPlaces } = organization
  const { alias, place } = explainMatch(organization, words)
  const others = places.length + furtherPlaces - 1
  const facts: ReactNode[] = []
  if (alias !== undefined)
    facts.push(tx('also called {name}', { name: <bdi lang="">{alias}</bdi> }))
  if (place) facts.push(<bdi lang="">{formatPlace(place)}</bdi>)
  if (place && others > 0) facts.push(tn(others, '{n} more place', '{n} more places'))
  if (partOf !== undefined)
    facts.push(tx('part of {organization}', { organization: <bdi lang="">{partOf}</bdi> }))
  if (portal !== undefined) facts.push(<bdi lang="">{portal}</bdi>)
  return facts
}

function formatPlace({ city, state, postalCode }: Place): string {
  const region = [state, postalCode].filter((text) => text !== '').join(' ')
  return [city, region].filter((text) => text !== '').join(', ')
}
