import { useRef, type FormEvent, type KeyboardEvent } from 'react'
import { keyOf, type Organization } from '../../directory/organization.ts'
import { wordsOf } from '../../directory/words.ts'
import { t, tn } from '../../language/t.ts'
import type { DirectoryAnswer } from './directory-answer.ts'
import { DirectoryChoice, type ChoiceServer } from './directory-choice.tsx'
import { AnswerNote } from './directory-note.tsx'
import { useFocusOnNew } from './focus-on-new.ts'
import './directory-search.css'

type Props = {
  readonly query: string
  readonly answer: DirectoryAnswer
  /** Used before in this tab, the last one first; while something is typed, those that it finds. */
  readonly recent: readonly Organization[]
  readonly servers: ReadonlyMap<string, ChoiceServer>
  readonly busyServerId: string | undefined
  readonly onQuery: (query: string) => void
  readonly onMore: () => void
  readonly onRetry: () => void
  readonly onForget: () => void
  readonly onChoose: (organization: Organization) => void
}

const longestQuery = 100

/**
 * The search of the home page where many servers are configured: by name, alias, city and postal code, as one types.
 * Arrow keys lead from the field to what was found and back. Names are text (ISS-06).
 */
export function DirectorySearch(props: Props) {
  const { query, answer, recent, servers, busyServerId, onQuery, onChoose } = props
  const whole = useRef<HTMLElement>(null)
  const words = wordsOf(query)
  const recentKeys = new Set(recent.map(keyOf))
  const others =
    answer.kind === 'idle' ? [] : answer.organizations.filter((one) => !recentKeys.has(keyOf(one)))

  const shown = [...recent, ...others].map(keyOf)
  const noteShown = useFocusOnNew(whole, answer, shown)

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const stops = [...(whole.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])]
    const at = stops.findIndex((stop) => stop === event.target)
    const next = stops[at + step]
    // From any other button there is no next one.
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  /** Enter leads to what was found first; it opens nothing, since that may still change. */
  function submit(event: FormEvent): void {
    event.preventDefault()
    whole.current?.querySelector<HTMLElement>('li button')?.focus()
  }

  const list = (organizations: readonly Organization[]) => (
    <ul className="home-servers">
      {organizations.map((organization) => (
        <li key={keyOf(organization)}>
          <DirectoryChoice
            organization={organization}
            server={servers.get(organization.serverId)}
            words={words}
            isBusy={busyServerId !== undefined}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ul>
  )

  return (
    // The arrow keys come from the field and the buttons within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={whole}
      className="directory"
      aria-label={t('Find your hospital')}
      onKeyDown={move}
    >
      <form role="search" onSubmit={submit}>
        <label>
          {t('Name, city or postal code')}
          <input
            type="search"
            value={query}
            maxLength={longestQuery}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onQuery(event.target.value)}
          />
        </label>
      </form>
      <p role="status" className="quiet">
        {describeAnswer(answer)}
      </p>
      {recent.length > 0 && (
        <section aria-labelledby="directory-recent">
          <h3 id="directory-recent">{t('Used in this tab')}</h3>
          {list(recent)}
          {query === '' && (
            <p>
              <button type="button" onClick={props.onForget}>
                {t('Forget these')}
              </button>
            </p>
          )}
        </section>
      )}
      {others.length > 0 && list(others)}
      <AnswerNote
        answer={answer}
        onMore={() => {
          noteShown()
          props.onMore()
        }}
        onRetry={() => {
          noteShown()
          props.onRetry()
        }}
      />
    </section>
  )
}

/** One line for the eye and for the screen reader. */
function describeAnswer(answer: DirectoryAnswer): string {
  if (answer.kind === 'loading') return t('Looking…')
  if (answer.kind !== 'found') return ''
  const { total, organizations } = answer
  return total > organizations.length
    ? tn(
        total,
        '{n} match; the first {shown} are shown. Type more to find fewer.',
        '{n} matches; the first {shown} are shown. Type more to find fewer.',
        { shown: organizations.length },
      )
    : tn(total, '{n} match', '{n} matches')
}
