import type { Flag } from '../../observations/observation.ts'
import { isFlagOfSender } from '../../observations/interpretation.ts'
import { Theirs } from '../../ui/theirs.tsx'
import './flag-words.css'

const ARROWS = { high: '▲', low: '▼' } as const

function symbolOf({ level, direction }: Flag): string {
  const arrow = direction === undefined ? '' : ARROWS[direction]
  if (level === 'critical') return `‼${arrow}`
  return arrow === '' && level === 'abnormal' ? '◆' : arrow
}

/**
 * One flag of the laboratory in words, with a symbol beside them; `of` names the component that it is about (D7).
 * `language` is that of its resource, for words that are the laboratory's own.
 */
export function FlagWords({
  flag,
  of,
  language,
}: {
  readonly flag: Flag
  readonly of?: string | undefined
  readonly language: string | undefined
}) {
  return (
    <p className={`flag-${flag.level}`}>
      {of !== undefined && (
        <>
          <bdi>{of}</bdi>
          {': '}
        </>
      )}
      <span aria-hidden="true">{symbolOf(flag)}</span>{' '}
      {isFlagOfSender(flag) ? <Theirs lang={language}>{flag.text}</Theirs> : <bdi>{flag.text}</bdi>}
    </p>
  )
}
