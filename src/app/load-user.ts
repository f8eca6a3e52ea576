import { formatName } from '../patient/human-name.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { present, toMembers, toObject, type JsonObject } from '../fhir/json.ts'
import { referenceTo } from '../fhir/subject.ts'
import { readText } from '../fhir/text.ts'
import { allows, readScopes } from '../smart/scopes.ts'
import type { Session } from '../smart/session.ts'
import { readSignedInAs } from '../smart/signed-in-as.ts'

/** What their own resource says of who is signed in. */
export type UserDetails = {
  readonly name: string | undefined
  /** Whether a related person's record names another patient than this session's. */
  readonly isOfAnother: boolean
}

/** Of somebody about whom nothing more is known than the kind of person. */
export const unknownUser: UserDetails = { name: undefined, isOfAnother: false }

/**
 * Reads the resource of whoever is signed in, where it is one of this server and the sign-in allows it (IDT-10). Another
 * patient is never read: what the sign-in shows is this patient's. Never rejects; without an answer nothing is known.
 */
export async function loadUser(
  session: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<UserDetails> {
  const user = readSignedInAs(session)
  if (user.kind !== 'someone' || user.id === undefined || user.type === 'Patient')
    return unknownUser
  const { type, id } = user
  if (!allows(readScopes(session.scope), type, 'r')) return unknownUser
  try {
    const json = toObject((await request(`${type}/${id}`, signal)).body)
    if (json?.resourceType !== type || json.id !== id) return unknownUser
    const isRelated = type === 'RelatedPerson'
    return {
      name: nameOf(json),
      isOfAnother:
        isRelated && referenceTo(json.patient, session.patientId, session.iss) === 'other',
    }
  } catch {
    return unknownUser
  }
}

const former = ['old', 'maiden']

/** The name in use; of a PractitionerRole, what it calls the practitioner. */
function nameOf(json: JsonObject): string | undefined {
  const names = present(toMembers(json.name))
  const inUse = names.filter(({ use }) => typeof use !== 'string' || !former.includes(use))
  const [name] = present(inUse.map(formatName))
  return name ?? readText(toObject(json.practitioner)?.display)
}
