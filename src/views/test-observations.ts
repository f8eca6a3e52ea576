import { observationCategories } from '../fhir/observation-categories.ts'
import type { CategoryState, CategoryStatus, RecordStatus } from '../fhir/record-status.ts'
import type {
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
  ReferenceRange,
} from '../observations/observation.ts'
import type { Patient } from '../patient/patient.ts'

/** A quantity of the digits given, for tests. */
export function aQuantity(text: string, unit?: string): Quantity {
  return {
    amount: { text, number: Number(text) },
    comparator: undefined,
    unit,
    ucum: unit,
  }
}

/** A quantity value of the digits given, for tests. */
export function aQuantityValue(text: string, unit?: string): ObservationValue {
  return { kind: 'quantity', quantity: aQuantity(text, unit) }
}

/** A normal reference range, for tests; without limits unless they are given. */
export function aRange(part: Partial<ReferenceRange> = {}): ReferenceRange {
  return {
    low: undefined,
    high: undefined,
    text: undefined,
    type: undefined,
    appliesTo: [],
    age: undefined,
    appliesToCodings: [],
    ageBounds: undefined,
    ...part,
  }
}

/** A final laboratory result of 1 May 2024, for tests; say what matters. */
export function anObservation(part: Partial<Observation> = {}): Observation {
  return {
    id: 'o1',
    status: 'final',
    categories: ['laboratory'],
    name: 'Hemoglobin A1c',
    codings: [{ system: 'http://loinc.org', code: '4548-4', display: undefined }],
    value: aQuantityValue('5.1', '%'),
    components: [],
    members: [],
    flags: [],
    ranges: [],
    effective: {
      kind: 'at',
      date: {
        kind: 'calendar',
        text: '2024-05-01',
        precision: 'day',
        year: 2024,
        month: 5,
        day: 1,
      },
    },
    issued: undefined,
    notes: [],
    focus: undefined,
    seriesId: 'loinc-4548-4',
    ...part,
  }
}

/** Component of a blood pressure, for tests. */
export function aPressure(
  side: 'systolic' | 'diastolic',
  value: ObservationValue,
  part: Partial<ObservationComponent> = {},
): ObservationComponent {
  const code = side === 'systolic' ? '8480-6' : '8462-4'
  return {
    name: `${side} blood pressure`,
    codings: [{ system: 'http://loinc.org', code, display: undefined }],
    value,
    flags: [],
    ranges: [],
    ...part,
  }
}

/** One line of a record status, for tests; of a category of the base list, by its code. */
export function aCategory(
  code: string,
  state: CategoryState,
  notices: readonly string[] = [],
): CategoryStatus {
  const category = observationCategories.find((one) => one.code === code)
  if (category === undefined) throw new Error(`no category ${code}`)
  return { category, state, notices }
}

/** A record status of the categories given, with nothing left out, for tests. */
export function aRecordStatus(
  categories: readonly CategoryStatus[],
  part: Partial<RecordStatus> = {},
): RecordStatus {
  return {
    categories,
    release: 'as-asked',
    asOf: undefined,
    withoutSubject: 0,
    foreignSubject: false,
    unreadable: [],
    enteredInError: 0,
    ...part,
  }
}

/** A patient with a name and a birth date only, for tests; say what matters. */
export function aPatient(part: Partial<Patient> = {}): Patient {
  return {
    id: 'p1',
    name: 'Ada Example',
    shownName: { label: 'Official name', text: 'Ada Example' },
    otherNames: [],
    birthDate: {
      kind: 'calendar',
      text: '1980-02-29',
      precision: 'day',
      year: 1980,
      month: 2,
      day: 29,
    },
    birthDateAbsent: undefined,
    birthDetails: [],
    deceased: { kind: 'unstated' },
    deceasedAbsent: undefined,
    administrativeGender: undefined,
    administrativeGenderAbsent: undefined,
    sexForRanges: undefined,
    sexAndGender: [],
    background: [],
    identifiers: [],
    identityNumbers: [],
    hiddenIdentifiers: [],
    telecom: [],
    addresses: [],
    contacts: [],
    languages: [],
    interpreter: [],
    care: [],
    links: [],
    warnings: [],
    ...part,
  }
}
