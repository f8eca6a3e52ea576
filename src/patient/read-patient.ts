import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { readFhirDate } from '../fhir/fhir-date.ts'
import type { JsonObject } from '../fhir/json.ts'
import { isPresent, toBoolean, toObject, toText } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { readAddresses, readContacts, readTelecom } from './contact-points.ts'
import { readNames } from './human-name.ts'
import { readIdentifiers } from './identifiers.ts'
import { readLanguages, readMaritalStatus } from './languages.ts'
import type { Deceased, Patient } from './patient.ts'
import { readWarnings } from './patient-warnings.ts'
import { readAdministrativeGender, readSexAndGender, readSexForRanges } from './sex-and-gender.ts'

/**
 * Reads a resource as a Patient (FHIR R4 Patient, D9). Takes JSON of any shape and never throws; undefined when it is
 * not a Patient with an id. `now`, epoch milliseconds, tells which names and addresses are no longer in use.
 */
export function readPatient(resource: unknown, now = Date.now()): Patient | undefined {
  const json = toObject(resource)
  const id = toText(json?.id)
  if (json?.resourceType !== 'Patient' || id === undefined) return undefined
  return {
    id,
    ...readNames(json.name, now),
    ...readBirth(json),
    deceased: readDeceased(json),
    administrativeGender: readAdministrativeGender(json.gender),
    sexForRanges: readSexForRanges(json),
    sexAndGender: readSexAndGender(json.extension),
    identifiers: readIdentifiers(json.identifier, now),
    telecom: readTelecom(json.telecom, now),
    addresses: readAddresses(json.address, now),
    contacts: readContacts(json.contact, now),
    languages: readLanguages(json.communication, json.extension),
    maritalStatus: readMaritalStatus(json.maritalStatus),
    warnings: readWarnings(json),
  }
}

/** FHIR R4 Patient.birthDate, a date without a time: should one be sent, only the day as written counts (D6). */
function readBirth(json: JsonObject): Pick<Patient, 'birthDate' | 'birthDateAbsent'> {
  const sent = readText(json.birthDate)
  const date = readFhirDate(sent)
  const birthDate = date?.kind === 'calendar' ? date : readFhirDate(date?.text.slice(0, 10))
  const reason =
    sent === undefined
      ? readAbsentExtension(json._birthDate)
      : `sent as "${sent}", which is not a date`
  return { birthDate, birthDateAbsent: birthDate === undefined ? reason : undefined }
}

/** FHIR R4 Patient.deceased[x]. A date of death says that the person died, even one that can't be read. */
function readDeceased(json: JsonObject): Deceased {
  const isDeceased = toBoolean(json.deceasedBoolean)
  if (isPresent(json.deceasedDateTime) || isDeceased === true) {
    return { kind: 'yes', date: readFhirDate(json.deceasedDateTime) }
  }
  return { kind: isDeceased === false ? 'no' : 'unstated' }
}
