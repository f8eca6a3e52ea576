import { t } from '../language/t.ts'
import type { Json } from '../fhir/json.ts'
import { isPresent, toList, toObject, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { formatName } from './human-name.ts'
import { UNREADABLE, withoutValue } from './use-and-period.ts'

/**
 * Who a FHIR R4 Reference names, in words: its display, else the name of the contained resource, else its identifier,
 * else that it names them only by an address, which isn't fetched (D8). `contained` are the resources that came within
 * the same Patient. Undefined when there is no Reference.
 */
export function formatReference(json: Json | undefined, contained?: Json): string | undefined {
  const reference = toObject(json)
  if (reference === undefined) return isPresent(json) ? t(UNREADABLE) : undefined
  const target = readText(reference.reference)
  const named = readText(reference.display) ?? containedName(target, contained)
  if (named !== undefined) return named
  const identifier = toObject(reference.identifier)
  const number = readText(identifier?.value)
  if (number !== undefined) return t('named only by the identifier {number}', { number })
  return target === undefined
    ? withoutValue(reference, ['display', 'reference'])
    : t('named only by a reference')
}

function containedName(target: string | undefined, contained: Json | undefined) {
  if (target?.startsWith('#') !== true) return undefined
  const resource = toObjects(toList(contained)).find(({ id }) => id === target.slice(1))
  const [name] = toObjects(toList(resource?.name))
  return readText(resource?.name) ?? (name && formatName(name))
}
