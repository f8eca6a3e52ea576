import type { Observation, ObservationComponent } from '../../observations/observation.ts'

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
