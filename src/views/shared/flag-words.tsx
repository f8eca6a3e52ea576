import type { Flag } from '../../observations/observation.ts'
import './flag-words.css'

const ARROWS = { high: '▲', low: '▼' } as const

function symbolOf({ level, direction }: Flag): string {
  const arrow = direction === undefined ? '' : ARROWS[direction]
  if (level === 'critical') return `‼${arrow}`
  return arrow === '' && level === 'abnormal' ? '◆' : arrow
}

/** One flag of the laboratory in words, with a symbol beside them; `of` names the component that it is about (D7). */
export function FlagWords({ flag, of }: { readonly flag: Flag; readonly of?: string | undefined }) {
  return (
    <p className={`flag-${flag.level}`}>
      {of !== undefined && (
        <>
          <bdi>{of}</bdi>
          {': '}
        </>
      )}
      <span aria-hidden="true">{symbolOf(flag)}</span> <bdi>{flag.text}</bdi>
    </p>
  )
}
