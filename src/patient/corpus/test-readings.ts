import type { Json, JsonObject } from '../../fhir/json.ts'
import { toObject } from '../../fhir/json.ts'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { formatAge, formatAgeAtDeath, formatBirthDate } from '../age.ts'
import type { LabelledText, Patient } from '../patient.ts'
import { readPatient } from '../read-patient.ts'

const NOW = new Date(2026, 0, 1)

/** The rows of a table: what was sent in these members of a Patient, and the lines it is read as. */
const ROWS: readonly (readonly [members: RegExp, read: (patient: Patient) => LabelledText[]])[] = [
  [/^name$/, (one) => [{ label: 'shown', text: one.name }, one.shownName, ...one.otherNames]],
  [
    /^_?(?:birthDate|multipleBirth.*|deceased.*)$/,
    (one) => [
      { label: 'Born', text: formatBirthDate(one, 'en-US') },
      ...given('Age', formatAge(one, NOW)),
      ...one.birthDetails,
      { label: 'Deceased', text: deceasedWords(one) },
      ...given('Age at death', formatAgeAtDeath(one)),
    ],
  ],
  [
    /^_?gender$/,
    (one) => [
      ...given('Administrative gender', one.administrativeGender),
      ...given('Administrative gender not given', one.administrativeGenderAbsent),
      ...given('for ranges', one.sexForRanges),
    ],
  ],
  [
    /^(?:extension|maritalStatus)$/,
    (one) => [...one.sexAndGender, ...one.background, ...one.interpreter],
  ],
  [
    /^identifier$/,
    (one) => [
      ...one.identifiers,
      ...one.identityNumbers.map(({ label, text }) => ({ label: `${label} [closed]`, text })),
      ...one.hiddenIdentifiers.map((text) => ({ label: 'note', text })),
    ],
  ],
  [/^telecom$/, (one) => [...one.telecom]],
  [/^address$/, (one) => [...one.addresses]],
  [/^contact$/, (one) => [...one.contacts]],
  [/^communication$/, (one) => [...one.languages]],
  [/^(?:generalPractitioner|managingOrganization)$/, (one) => [...one.care]],
  [
    /^(?:link|active|meta|contained)$/,
    (one) => [...one.links, ...one.warnings.map((text) => ({ label: 'warning', text }))],
  ],
]

/** For tests: a Markdown table of what was sent in a Patient and how it is read; the day is January 1, 2026. */
export function toTable(resource: JsonObject): string {
  const patient = readPatient(resource, NOW.getTime())
  if (patient === undefined) return `Unreadable: ${escaped(sent(resource))}\n`
  const rows = ROWS.flatMap(([members, read]) => {
    const input = Object.entries(resource).filter(([name]) => members.test(name))
    const lines = read(patient)
    if (input.length === 0 && lines.length === 0) return []
    const cell = input.map(([name, json]) => `${name}: ${sent(json)}`).join('\n')
    return [[cell, lines.map(({ label, text }) => `${label}: ${text}`).join('\n')]]
  })
  return [['sent', 'read'], ['---', '---'], ...rows]
    .map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`)
    .join('')
}

/** Every line that a Patient shows, banner and view together. */
export function linesOf(patient: Patient): LabelledText[] {
  return ROWS.flatMap(([, read]) => read(patient))
}

function given(label: string, text: string | undefined): LabelledText[] {
  return text === undefined ? [] : [{ label, text }]
}

function deceasedWords({ deceased, deceasedAbsent }: Patient): string {
  const date =
    deceased.kind === 'yes' && deceased.date ? formatFhirDate(deceased.date, 'en-US') : ''
  return [deceased.kind, date, deceasedAbsent && `not given: ${deceasedAbsent}`]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}

/** JSON without its quotes, and addresses by their end. */
function sent(json: Json | undefined): string {
  const object = toObject(json)
  if (object !== undefined) {
    return `{${Object.entries(object)
      .map(([name, value]) => `${name} ${sent(value)}`)
      .join(', ')}}`
  }
  if (Array.isArray(json)) return json.map((one: Json) => `[${sent(one)}]`).join(' ')
  return (typeof json === 'string' ? json : JSON.stringify(json ?? null)).replace(
    /^https?:\/\/\S*\/(?=[^/\s]+$)/,
    '',
  )
}

function escaped(text: string): string {
  return text.replace(/[|*_<\\`]/g, String.raw`\$&`).replaceAll('\n', '<br>')
}
