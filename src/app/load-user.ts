import type { FhirRequest } from '../fhir/fhir-request.ts'
import { present, toMembers, toObject, type JsonObject } from '../fhir/json.ts'
import type { LocalReference } from '../fhir/local-reference.ts'
import { referenceTo } from '../fhir/subject.ts'
import { readText } from '../fhir/text.ts'
import { formatName } from '../patient/human-name.ts'
import { isFormer } from '../patient/use-and-period.ts'
import type { Session } from '../smart/session.ts'

/** What their own resource says of who is signed in. */
export type UserDetails = {
  readonly name: string | undefined
  /** Whether a related person's record names another patient than this session's. */
  readonly isOfAnother: boolean
}

/**
 * Reads the resource of whoever is signed in, of this server by its type and id (IDT-10). Never rejects; without an
 * answer nothing is known.
 */
export async function loadUser(
  { type, id }: LocalReference,
  { patientId, iss }: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<UserDetails | undefined> {
  try {
    const json = toObject((await request(`${type}/${id}`, signal)).body)
    if (json?.resourceType !== type || json.id !== id) return undefined
    const isOfAnother =
      type === 'RelatedPerson' && referenceTo(json.patient, patientId, iss) === 'other'
    return { name: nameOf(json), isOfAnother }
  } catch {
    return undefined
  }
}

/** The name in use; of a PractitionerRole, what it calls the practitioner. */
function nameOf(json: JsonObject): string | undefined {
  const names = present(toMembers(json.name))
  const now = Date.now()
  const inUse = names.filter((one) => one.use !== 'maiden' && !isFormer(one, now))
  const [name] = present(inUse.map(formatName))
  return name ?? readText(toObject(json.practitioner)?.display)
}
