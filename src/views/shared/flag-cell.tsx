import { componentLabel } from '../../observations/blood-pressure.ts'
import type { Flag, Observation } from '../../observations/observation.ts'
import { FlagWords } from './flag-words.tsx'
import { OwnComparison } from './own-comparison.tsx'

/**
 * The laboratory's flags in words, with a symbol beside them; where it gave none, at most the app's own comparison with
 * its range, as no flag doesn't mean normal (D7).
 */
export function FlagCell({ observation }: { readonly observation: Observation }) {
  const { flags, components, language } = observation
  const all = [
    ...flags.map((flag) => ({ of: undefined, flag })),
    ...components.flatMap((component) =>
      component.flags.map((flag) => ({ of: componentLabel(component), flag })),
    ),
  ]
  if (all.length === 0) return <OwnComparison observation={observation} />
  return all.map(({ of, flag }, index) => (
    <FlagWords key={index} of={of} flag={flag} language={language} />
  ))
}

/** Flags in words, with a symbol beside each that isn't read aloud. */
export function FlagList({
  flags,
  language,
}: {
  readonly flags: readonly Flag[]
  readonly language: string | undefined
}) {
  return flags.map((flag, index) => <FlagWords key={index} flag={flag} language={language} />)
}
