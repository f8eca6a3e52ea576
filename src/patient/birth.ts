import { t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { formatFhirDate, readFhirDate, startOfUtcDay } from '../fhir/fhir-date.ts'
import type { FhirDate } from '../fhir/fhir-date.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, toBoolean, toList, toObject, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import type { Deceased, LabelledText, Patient } from './patient.ts'
import { notGiven, UNREADABLE } from './use-and-period.ts'

const BIRTH_TIME = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime'
const DAY = 24 * 60 * 60 * 1000

/**
 * Reads FHIR R4 Patient.birthDate, a date without a time: should one be sent, only the day as written counts (D6);
 * beside it the time of birth and whether it was a multiple birth.
 */
export function readBirth(
  json: JsonObject,
): Pick<Patient, 'birthDate' | 'birthDateAbsent' | 'birthDetails'> {
  const sent = readText(json.birthDate)
  const date = readFhirDate(sent)
  const birthDate = date?.kind === 'calendar' ? date : readFhirDate(date?.text.slice(0, 10))
  const reason =
    sent === undefined
      ? readAbsentExtension(json._birthDate)
      : t('sent as "{text}", which is not a date', { text: sent })
  return {
    birthDate,
    birthDateAbsent: birthDate === undefined ? reason : undefined,
    birthDetails: [...readBirthTime(json._birthDate, birthDate), ...readMultipleBirth(json)],
  }
}

/** FHIR R4 Patient.deceased[x]. A date of death says that the person died, even one that can't be read. */
export function readDeceased(json: JsonObject): Pick<Patient, 'deceased' | 'deceasedAbsent'> {
  const isDeceased = toBoolean(json.deceasedBoolean)
  const deceasedAbsent =
    readAbsentExtension(json._deceasedDateTime) ?? readAbsentExtension(json._deceasedBoolean)
  const deceased: Deceased =
    isPresent(json.deceasedDateTime) || isDeceased === true
      ? { kind: 'yes', date: readFhirDate(json.deceasedDateTime) }
      : { kind: isDeceased === false ? 'no' : 'unstated' }
  return { deceased, deceasedAbsent }
}

/** The extension patient-birthTime; said when it lies days away from the date of birth, as one of them must be wrong. */
function readBirthTime(json: Json | undefined, born: FhirDate | undefined): LabelledText[] {
  const extensions = toObjects(toList(toObject(json)?.extension))
  const found = extensions.filter(({ url }) => url === BIRTH_TIME)
  return found.map(({ valueDateTime }) => {
    const time = readFhirDate(valueDateTime)
    const sent = readText(valueDateTime)
    const text = time
      ? formatFhirDate(time)
      : sent === undefined
        ? t(UNREADABLE)
        : t('sent as "{text}"', { text: sent })
    const isElsewhere = time !== undefined && isDaysApart(time, born)
    return {
      label: t('Time of birth'),
      text: isElsewhere ? t('{time} (does not fit the birth date)', { time: text }) : text,
    }
  })
}

/** Whether two dates lie more than a day apart; up to a day may be the offset of a zone. */
function isDaysApart(time: FhirDate, born: FhirDate | undefined): boolean {
  const days = [time, born].map((date) => {
    const day = readFhirDate(date?.text.slice(0, 10))
    return day?.kind === 'calendar' && day.month !== undefined && day.day !== undefined
      ? startOfUtcDay(day.year, day.month, day.day)
      : undefined
  })
  const [first, second] = days
  return first !== undefined && second !== undefined && Math.abs(first - second) > DAY
}

/** FHIR R4 Patient.multipleBirth[x]: whether, or as which of them. */
function readMultipleBirth(json: JsonObject): LabelledText[] {
  const { multipleBirthBoolean: stated, multipleBirthInteger: place } = json
  const label = t('Multiple birth')
  const [number] =
    /^\d+$/.exec(readText(typeof place === 'number' ? String(place) : place) ?? '') ?? []
  const isMultiple = toBoolean(stated)
  const reason =
    readAbsentExtension(json._multipleBirthBoolean) ??
    readAbsentExtension(json._multipleBirthInteger)
  return [
    ...(isPresent(place)
      ? [
          {
            label,
            text:
              number === undefined ? t(UNREADABLE) : t('Yes, born as number {number}', { number }),
          },
        ]
      : []),
    ...(isPresent(stated)
      ? [
          {
            label,
            text: isMultiple === undefined ? t(UNREADABLE) : isMultiple ? t('Yes') : t('No'),
          },
        ]
      : []),
    ...(reason === undefined ? [] : [{ label, text: notGiven(reason) }]),
  ]
}
