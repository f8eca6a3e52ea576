import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { AuthoredNote, ObservationMore } from '../../observations/read-more.ts'
import { LongText } from '../../ui/long-text.tsx'
import { CodeList, Facts, Words, type Fact } from './detail-facts.tsx'

function noteFact({ text, author, time }: AuthoredNote): Fact {
  const by = [
    ...(author === undefined ? [] : [author]),
    ...(time === undefined ? [] : [formatFhirDate(time)]),
  ].join(', ')
  return {
    label: 'Note',
    says: (
      <>
        <LongText text={text} />
        <p className="quiet">{by === '' ? 'By whom and when is not given' : <bdi>{by}</bdi>}</p>
      </>
    ),
  }
}

const wordsFact = (label: string, text: string | undefined): Fact[] =>
  text === undefined ? [] : [{ label, says: <Words>{text}</Words> }]

/** What only the resource itself says: its version, references, notes with their authors, codes behind its parts. */
export function DetailMore({ more }: { readonly more: ObservationMore }) {
  const { versionId, lastUpdated, effectiveSent, facts, notes, codes } = more
  return (
    <Facts
      facts={[
        ...wordsFact('Version', versionId),
        ...wordsFact('Last changed', lastUpdated && formatFhirDate(lastUpdated)),
        ...wordsFact('Date as sent', effectiveSent),
        ...facts.flatMap(({ label, text }) => wordsFact(label, text)),
        ...notes.map(noteFact),
        ...codes.map(({ of, codings }) => ({
          label: `Codes of ${of.toLowerCase()}`,
          says: <CodeList codings={codings} />,
        })),
      ]}
    />
  )
}
