import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { toObject, toText } from '../fhir/json.ts'
import { readLanguageTag } from '../fhir/resource-language.ts'
import { readAddresses, readBirthPlace } from './addresses.ts'
import { readBackground } from './background.ts'
import { readBirth, readDeceased } from './birth.ts'
import { readCare, readLinks } from './care.ts'
import { readTelecom } from './contact-points.ts'
import { readContacts } from './contacts.ts'
import { readNames } from './human-name.ts'
import { readIdentifiers } from './identifiers.ts'
import { readInterpreter, readLanguages } from './languages.ts'
import type { Patient } from './patient.ts'
import { readWarnings } from './patient-warnings.ts'
import {
  isPersonal,
  readAdministrativeGender,
  readSexAndGender,
  readSexForRanges,
} from './sex-and-gender.ts'

/**
 * Reads a resource as a Patient (FHIR R4 Patient, D9). Takes JSON of any shape and never throws; undefined when it is
 * not a Patient with an id. `now`, epoch milliseconds, tells which names and addresses are no longer in use.
 */
export function readPatient(resource: unknown, now = Date.now()): Patient | undefined {
  const json = toObject(resource)
  const id = toText(json?.id)
  if (json?.resourceType !== 'Patient' || id === undefined) return undefined
  const language = readLanguageTag(json)
  const sexAndGender = readSexAndGender(json.extension)
  return {
    id,
    ...readNames(json.name, now),
    ...readBirth(json),
    ...readDeceased(json),
    administrativeGender: readAdministrativeGender(json.gender),
    administrativeGenderAbsent: readAbsentExtension(json._gender),
    sexForRanges: readSexForRanges(json),
    sexAndGender: sexAndGender.filter((line) => !isPersonal(line)),
    background: [...sexAndGender.filter(isPersonal), ...readBackground(json)],
    ...readIdentifiers(json.identifier, now),
    telecom: readTelecom(json.telecom, now),
    addresses: [...readAddresses(json.address, now), ...readBirthPlace(json.extension)],
    contacts: readContacts(json.contact, now, json.contained),
    languages: readLanguages(json.communication),
    interpreter: readInterpreter(json.extension),
    care: readCare(json),
    links: readLinks(json),
    warnings: readWarnings(json),
    ...(language === undefined ? {} : { language }),
  }
}
