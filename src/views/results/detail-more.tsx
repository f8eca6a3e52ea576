import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { currentSpeech } from '../../language/language.ts'
import { t } from '../../language/t.ts'
import type { AuthoredNote, ObservationMore } from '../../observations/read-more.ts'
import { LongText } from '../../ui/long-text.tsx'
import { CodeList, Facts, Words, type Fact } from './detail-facts.tsx'

function noteFact({ text, author, time }: AuthoredNote, lang: string | undefined): Fact {
  const by = [
    ...(author === undefined ? [] : [author]),
    ...(time === undefined ? [] : [formatFhirDate(time)]),
  ].join(', ')
  return {
    label: t('Note'),
    says: (
      <>
        <LongText text={text} lang={lang ?? ''} />
        <p className="quiet">{by === '' ? t('By whom and when is not given') : <bdi>{by}</bdi>}</p>
      </>
    ),
  }
}

const wordsFact = (label: string, text: string | undefined): Fact[] =>
  text === undefined ? [] : [{ label, says: <Words>{text}</Words> }]

/** What begins with a capital, within a sentence: German writes its nouns so everywhere. */
const withinSentence = (words: string) =>
  currentSpeech().language === 'de' ? words : words.toLocaleLowerCase(currentSpeech().locale)

/** What only the resource itself says: its version, references, notes with their authors, codes behind its parts; `lang` is its language. */
export function DetailMore({
  more,
  lang,
}: {
  readonly more: ObservationMore
  readonly lang: string | undefined
}) {
  const { versionId, lastUpdated, effectiveSent, facts, notes, codes } = more
  return (
    <Facts
      facts={[
        ...wordsFact(t('Version'), versionId),
        ...wordsFact(t('Last changed'), lastUpdated && formatFhirDate(lastUpdated)),
        ...wordsFact(t('Date as sent'), effectiveSent),
        ...facts.flatMap(({ label, text }) => wordsFact(label, text)),
        ...notes.map((note) => noteFact(note, lang)),
        ...codes.map(({ of, codings }) => ({
          label: t('Codes of {part}', { part: withinSentence(of) }),
          says: <CodeList codings={codings} lang={lang} />,
        })),
      ]}
    />
  )
}
