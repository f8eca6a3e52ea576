import type { Observation, ObservationComponent } from '../../observations/observation.ts'
import { repeatsBounds } from '../../observations/repeats-bounds.ts'

/**
 * The language of a value's words where they are the sender's own, "" where the sender doesn't say which; undefined where
 * the app says them, as it does numbers (WCAG 2.2 3.1.2).
 */
export function valueLanguage(
  { language }: Pick<Observation, 'language'>,
  { value }: Pick<ObservationComponent, 'value'>,
): string | undefined {
  return value.kind === 'coded' || value.kind === 'text' ? (language ?? '') : undefined
}

/** The language of what is said of ranges, where the sender's own words are shown among the limits; undefined where none are. */
export function rangeLanguage({
  language,
  ranges,
  components = [],
}: Pick<Observation, 'language' | 'ranges'> & {
  readonly components?: Observation['components']
}): string | undefined {
  const all = [...ranges, ...components.flatMap((component) => component.ranges)]
  const isTheirs = all.some(
    (range) =>
      range.appliesTo.length > 0 || (range.text !== undefined && !repeatsBounds(range.text, range)),
  )
  return isTheirs ? (language ?? '') : undefined
}
