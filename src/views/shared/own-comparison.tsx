import { createContext, useContext } from 'react'
import { componentLabel } from '../../observations/blood-pressure.ts'
import type { Observation } from '../../observations/observation.ts'
import { personOf, type RangePerson } from '../../observations/person.ts'
import { compareWithRange, formatComparison } from '../../observations/range-comparison.ts'

/** By whom ranges are chosen; a context, so that rows need not be told one by one. */
export const OfPerson = createContext<RangePerson | undefined>(undefined)

/**
 * Where the laboratory said nothing of a result, and it certainly lies beyond the one range that holds: that it does,
 * and that this is the app's own comparison. Nothing in every other case, as that doesn't mean normal (D7).
 */
export function OwnComparison({ observation }: { readonly observation: Observation }) {
  const { sex, birthDate } = useContext(OfPerson) ?? {}
  const { effective, components } = observation
  // Most rows have a flag or no range.
  if ([observation, ...components].every(({ ranges }) => ranges.length === 0)) return null
  const person = personOf(sex, birthDate, effective)
  const words = [
    { of: undefined, part: observation },
    ...components.map((part) => ({ of: componentLabel(part), part })),
  ].map(({ of, part }) => ({
    of,
    text: formatComparison(compareWithRange(part, observation, person)),
  }))
  return words
    .filter(({ text }) => text !== '')
    .map(({ of, text }, index) => (
      <p key={index} className="flag-ours">
        {of !== undefined && (
          <>
            <bdi>{of}</bdi>
            {': '}
          </>
        )}
        {text}
      </p>
    ))
}
