import { readLocalReference } from '../fhir/local-reference.ts'
import { toList, toObject, toText, type Json } from '../fhir/json.ts'
import { isFhirId } from '../fhir/fhir-id.ts'

/** What an EHR may point to beside patient and visit, as far as it has a name here; all else is `other`. */
const contextTypes = [
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Composition',
  'Condition',
  'Coverage',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'EpisodeOfCare',
  'ImagingStudy',
  'Immunization',
  'List',
  'Location',
  'MedicationRequest',
  'Observation',
  'Organization',
  'Patient',
  'PlanDefinition',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'Questionnaire',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Specimen',
  'Task',
] as const

/** A type of resource in a context. */
export type ContextType = (typeof contextTypes)[number] | 'other'

/**
 * One thing that the EHR pointed to when it opened the app, in the role `launch`.
 *
 * - `reference`: a resource of this server, by its id
 * - `named`: what this app doesn't follow: a canonical address, an identifier, or a resource of elsewhere
 */
type ContextItem =
  | { readonly kind: 'reference'; readonly type: ContextType; readonly id: string }
  | { readonly kind: 'named'; readonly by: NamedBy; readonly type: ContextType }

type NamedBy = (typeof namedBys)[number]
const namedBys = ['canonical', 'identifier', 'elsewhere'] as const

/** What is kept of `fhirContext`. */
export type FhirContext = {
  readonly items: readonly ContextItem[]
  /** How many had a role that isn't known here, which gives them no meaning to this app. */
  readonly otherRoles: number
  /** How many are none, or more than are kept. */
  readonly leftOut: number
}

/** Of an EHR that points to nothing else. */
export const noContext: FhirContext = { items: [], otherRoles: 0, leftOut: 0 }

const mostItems = 50

/**
 * Reads `fhirContext` of a token response (SMART App Launch 2.2 "fhirContext"; texts, as in 2.0, count as references).
 * A role that is left out is `launch`; items of any other role are counted and no more. Takes JSON of any shape and
 * never fails (CTX-08). A Patient here is never the patient of the session, so its id isn't kept (TOK-08).
 */
export function readFhirContext(json: Json | undefined, fhirBase: string): FhirContext {
  const list = toList(json)
  const items: ContextItem[] = []
  let otherRoles = 0
  let leftOut = 0
  for (const one of list) {
    const item = typeof one === 'string' ? { reference: one } : toObject(one)
    const read = item && readItem(item, fhirBase)
    if (!read) leftOut += 1
    else if (!isLaunchRole(item['role'])) otherRoles += 1
    else if (items.length === mostItems) leftOut += 1
    else items.push(read)
  }
  return { items, otherRoles, leftOut }
}

const isLaunchRole = (role: Json | undefined) => role === undefined || role === 'launch'

function readItem(
  item: { readonly [member: string]: Json | undefined },
  fhirBase: string,
): ContextItem | undefined {
  const type = toType(toText(item['type']))
  const reference = toText(item['reference'])
  if (reference !== undefined) {
    const local = readLocalReference(reference, fhirBase)
    if (!local) return { kind: 'named', by: 'elsewhere', type }
    const itsType = toType(local.type)
    return itsType === 'Patient' || itsType === 'other'
      ? { kind: 'named', by: 'elsewhere', type: itsType }
      : { kind: 'reference', type: itsType, id: local.id }
  }
  if (toText(item['canonical']) !== undefined) return { kind: 'named', by: 'canonical', type }
  return toObject(item['identifier']) ? { kind: 'named', by: 'identifier', type } : undefined
}

function toType(text: string | undefined): ContextType {
  return contextTypes.find((type) => type === text) ?? 'other'
}

/** Whether a stored context is one; storage is checked like any other input (STO-02). */
export function isFhirContext(json: unknown): json is FhirContext {
  const context = toObject(json)
  const { items, otherRoles, leftOut } = context ?? {}
  return (
    Array.isArray(items) &&
    items.length <= mostItems &&
    items.every(isItem) &&
    typeof otherRoles === 'number' &&
    typeof leftOut === 'number'
  )
}

function isItem(json: unknown): boolean {
  const item = toObject(json)
  const type = toText(item?.['type'])
  if (type === undefined || (type !== 'other' && toType(type) === 'other')) return false
  return item?.['kind'] === 'reference'
    ? isFhirId(toText(item['id']) ?? '')
    : item?.['kind'] === 'named' && namedBys.some((by) => by === item['by'])
}

/** The first resource of a type that the EHR pointed to, by its id. */
export function contextIdOf({ items }: FhirContext, type: ContextType): string | undefined {
  const found = items.find((item) => item.kind === 'reference' && item.type === type)
  return found?.kind === 'reference' ? found.id : undefined
}

/** The context in words that name nobody: kinds and types with how many there are (LOG-02). */
export function describeFhirContext({ items, otherRoles, leftOut }: FhirContext): string {
  const counts = new Map<string, number>()
  for (const item of items) {
    const how = item.kind === 'named' ? ` (by ${byWords[item.by]})` : ''
    const words = `${item.type === 'other' ? 'another type' : item.type}${how}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const parts = [
    ...[...counts].map(([words, count]) => `${count} × ${words}`),
    ...(otherRoles > 0 ? [`${otherRoles} in a role not known here`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ]
  return parts.join(', ') || 'nothing'
}

const byWords: Readonly<Record<NamedBy, string>> = {
  canonical: 'canonical address',
  identifier: 'identifier',
  elsewhere: 'a reference that is not followed',
}
