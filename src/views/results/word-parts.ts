import { componentLabel } from '../../observations/blood-pressure.ts'
import type { Observation } from '../../observations/observation.ts'

/** Words in parts that begin at the components, so that a long list is cut only between them. */
export function wordParts(words: string, { components }: Observation): string[] {
  const parts: string[] = []
  let from = 0
  for (const component of components) {
    const at = words.indexOf(`; ${componentLabel(component)}: `, from)
    if (at < 0) continue
    parts.push(words.slice(from, at + 2))
    from = at + 2
  }
  return [...parts, words.slice(from)]
}
