import { componentLabel } from '../../observations/blood-pressure.ts'
import type { Flag, Observation } from '../../observations/observation.ts'
import { OwnComparison } from './own-comparison.tsx'
import './flag-cell.css'

const ARROWS = { high: '▲', low: '▼' } as const

function symbolOf({ level, direction }: Flag): string {
  const arrow = direction === undefined ? '' : ARROWS[direction]
  if (level === 'critical') return `‼${arrow}`
  return arrow === '' && level === 'abnormal' ? '◆' : arrow
}

/**
 * The laboratory's flags in words, with a symbol beside them; where it gave none, at most the app's own comparison with
 * its range, as no flag doesn't mean normal (D7).
 */
export function FlagCell({ observation }: { readonly observation: Observation }) {
  const { flags, components } = observation
  const all = [
    ...flags.map((flag) => ({ of: undefined, flag })),
    ...components.flatMap((component) =>
      component.flags.map((flag) => ({ of: componentLabel(component), flag })),
    ),
  ]
  if (all.length === 0) return <OwnComparison observation={observation} />
  return all.map(({ of, flag }, index) => (
    <p key={index} className={`flag-${flag.level}`}>
      {of !== undefined && (
        <>
          <bdi>{of}</bdi>
          {': '}
        </>
      )}
      <span aria-hidden="true">{symbolOf(flag)}</span> <bdi>{flag.text}</bdi>
    </p>
  ))
}
