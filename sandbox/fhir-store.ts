import { readdirSync, readFileSync } from 'node:fs'

import type {
  Encounter,
  HumanName,
  Observation,
  Patient,
  Practitioner,
  RelatedPerson,
} from 'fhir/r4'

import { generateFlow } from './generated-flow.ts'
import { generateRecord, generateTrend } from './generated-record.ts'

/** The resources this server holds. */
export type Resource = Encounter | Observation | Patient | Practitioner | RelatedPerson
export type ResourceType = Resource['resourceType']

/** The clinician behind every launch from a chart. */
export const clinician: Practitioner = {
  resourceType: 'Practitioner',
  id: 'dr-grey',
  active: true,
  name: [{ text: 'Dr. Meredith Grey', family: 'Grey', given: ['Meredith'], prefix: ['Dr.'] }],
}

const generatedId = /^gen-(trend-)?(0|[1-9]\d{0,5})$/
/** `gen-flow-<tests>x<dates>`: a record for a flowsheet. */
const flowId = /^gen-flow-([1-9]\d{0,2})x([1-9]\d{0,2})$/

/** The patients' records in memory: read only, shared by every tenant. */
export class FhirStore {
  readonly #byReference = new Map<string, Resource>()
  readonly #observations = new Map<string, Observation[]>()
  readonly #patients: Patient[] = []

  constructor(resources: Iterable<Resource>) {
    for (const resource of resources) this.#add(resource)
  }

  #add(resource: Resource): void {
    this.#byReference.set(`${resource.resourceType}/${resource.id ?? ''}`, resource)
    if (resource.resourceType === 'Patient') this.#patients.push(resource)
    if (resource.resourceType !== 'Observation') return
    const patient = toPatientId(resource.subject?.reference)
    const list = this.#observations.get(patient)
    if (list === undefined) this.#observations.set(patient, [resource])
    else list.push(resource)
  }

  /** Makes the record of `gen-<n>` (F-R24), `gen-trend-<n>` or `gen-flow-<n>x<n>` when it is first asked for. */
  #generate(patientId: string): void {
    if (this.#byReference.has(`Patient/${patientId}`)) return
    const generated = generate(patientId)
    if (generated === undefined) return
    const { patient, observations } = generated
    this.#byReference.set(`Patient/${patientId}`, patient)
    for (const observation of observations) this.#add(observation)
  }

  /** The resource of that type and id, or undefined. */
  read(type: string, id: string): Resource | undefined {
    if (type === 'Patient') this.#generate(id)
    const found = this.#byReference.get(`${type}/${id}`)
    if (found !== undefined) return found
    return type === 'RelatedPerson' ? this.#readParent(id) : undefined
  }

  /** The patient of that id, generated if need be, or undefined. */
  readPatient(id: string): Patient | undefined {
    const patient = this.read('Patient', id)
    return patient?.resourceType === 'Patient' ? patient : undefined
  }

  /** A parent who signs in for a patient: `parent-of-<patient id>`. */
  #readParent(id: string): RelatedPerson | undefined {
    const [, patientId] = /^parent-of-(.+)$/.exec(id) ?? []
    const patient = patientId === undefined ? undefined : this.readPatient(patientId)
    if (patient === undefined || patientId === undefined) return undefined
    const family = patient.name?.find((name) => name.family !== undefined)?.family
    return {
      resourceType: 'RelatedPerson',
      id,
      active: true,
      patient: { reference: `Patient/${patientId}` },
      relationship: [{ text: 'Parent' }],
      name: [{ given: ['Robin'], ...(family === undefined ? {} : { family }) }],
    }
  }

  /** Every patient that came with a file; generated ones are left out. */
  get patients(): readonly Patient[] {
    return this.#patients
  }

  /** The Observations of a patient, as stored. */
  observationsOf(patientId: string): readonly Observation[] {
    this.#generate(patientId)
    return this.#observations.get(patientId) ?? []
  }

  /** The resources of any other type. */
  all(type: ResourceType): Resource[] {
    return [...this.#byReference.values()].filter((resource) => resource.resourceType === type)
  }

  /** The id of a patient's last Encounter, or undefined. */
  lastEncounterOf(patientId: string): string | undefined {
    const mine = this.all('Encounter').filter(
      (resource) =>
        resource.resourceType === 'Encounter' &&
        toPatientId(resource.subject?.reference) === patientId,
    )
    return mine.at(-1)?.id
  }
}

/** The id in a reference such as `Patient/1`; empty when there is none. */
export function toPatientId(reference: string | undefined): string {
  return /^(?:.*\/)?Patient\/([^/]+)/.exec(reference ?? '')?.[1] ?? ''
}

/** A name as people say it: the text, or given and family names; `Nameless` without one. */
export function toDisplayName(names: readonly HumanName[] | undefined): string {
  const name = names?.find((one) => one.use === 'official') ?? names?.[0]
  const parts = [...(name?.given ?? []), name?.family].filter((part) => part !== undefined)
  return name?.text ?? (parts.length > 0 ? parts.join(' ') : 'Nameless')
}

let loaded: FhirStore | undefined

/** The records of `patients/`, read once a process. */
export function loadPatients(): FhirStore {
  if (loaded !== undefined) return loaded
  const folder = new URL('./patients/', import.meta.url)
  const resources: Resource[] = [clinician]
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ndjson')) continue
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      if (line !== '') resources.push(JSON.parse(line) as Resource)
    }
  }
  return (loaded = new FhirStore(resources))
}

/** The record that an id asks for; undefined where it asks for none. */
function generate(patientId: string) {
  const [, isTrend, count] = generatedId.exec(patientId) ?? []
  if (count !== undefined)
    return (isTrend === undefined ? generateRecord : generateTrend)(patientId, Number(count))
  const [, tests, dates] = flowId.exec(patientId) ?? []
  return tests === undefined ? undefined : generateFlow(patientId, Number(tests), Number(dates))
}
