import { key, t } from '../language/t.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import { byOrder } from './contact-points.ts'
import type { LabelledText } from './patient.ts'
import {
  absentParts,
  distinct,
  former,
  isFormer,
  readLines,
  UNREADABLE,
  withoutValue,
  withParts,
  withPeriod,
} from './use-and-period.ts'

const USES = wordTable(`
  home: Home address
  work: Work address
  temp: Temporary address
  billing: Billing address
`)

const TYPES = wordTable(`
  postal: for post
  physical: to visit
  both: for post and to visit
`)

/** The parts of an address that may be absent for a reason. */
const PARTS = wordTable(`
  text: full address
  line: street
  city: city
  district: district
  state: state
  postalCode: postal code
  country: country
`)

const BIRTH_PLACE = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace'

/** Reads FHIR R4 Patient.address with use, type and period, on several lines; what is no longer in use comes last. */
export function readAddresses(json: Json | undefined, now: number): LabelledText[] {
  const addresses = readLines(json, key('Address'), (address) => {
    const text = formatAddress(address)
    if (text === undefined) return []
    const type = readText(address.type)
    const words = wordsFor(TYPES, type) ?? type
    const use = wordsFor(USES, readText(address.use)) ?? t('Address')
    const label = words === undefined ? use : `${use} (${words})`
    const isOver = isFormer(address, now)
    return [{ label: isOver ? former(label) : label, text: withPeriod(text, address), isOver }]
  })
  return distinct(byOrder(addresses))
}

/** Reads the extension patient-birthPlace of a Patient. */
export function readBirthPlace(extension: Json | undefined): LabelledText[] {
  const places = toObjects(toList(extension)).filter(({ url }) => url === BIRTH_PLACE)
  return places.flatMap(({ valueAddress }) =>
    readLines(valueAddress ?? 'none', key('Place of birth'), (address) => [
      { label: t('Place of birth'), text: formatAddress(address) ?? t(UNREADABLE) },
    ]),
  )
}

/**
 * A FHIR R4 Address on several lines: its text, with its parts where they say more, else street, place and country; and
 * which parts are absent for a reason. Undefined when it says nothing at all.
 */
function formatAddress(address: JsonObject): string | undefined {
  const { line, city, district, state, postalCode, country } = address
  const street = present(toList(line).map(readText))
  const place = present([city, district, state, postalCode].map(readText)).join(', ')
  const parts = [...street, place, readText(country) ?? ''].filter((part) => part !== '')
  const text = readText(address.text)
  const whole =
    text === undefined ? parts.join('\n') : withParts(text, parts.join(', ') || undefined)
  if (whole === undefined || whole === '') return withoutValue(address, [...PARTS.keys()])
  return [whole, ...absentParts(address, PARTS)].join('\n')
}
