import { flag, loinc, monthsBefore, quantity, range, type Add } from './parts.ts'

/** LOINC code, name, unit, low, high, the value three years ago and now, spread, digits. */
type Test = readonly [
  string,
  string,
  string,
  number | undefined,
  number | undefined,
  number,
  number,
  number,
  number,
]

type Panel = { readonly code: string; readonly name: string; readonly tests: readonly Test[] }

const panels: readonly Panel[] = [
  {
    code: '58410-2',
    name: 'Complete blood count',
    tests: [
      ['718-7', 'Hemoglobin', 'g/dL', 12, 16, 11.2, 13.6, 0.5, 1],
      ['4544-3', 'Hematocrit', '%', 36, 46, 34, 41, 1.2, 1],
      ['6690-2', 'Leukocytes', '10*3/uL', 4.5, 11, 7, 6.8, 1.4, 1],
      ['777-3', 'Platelets', '10*3/uL', 150, 400, 250, 262, 35, 0],
    ],
  },
  {
    code: '51990-0',
    name: 'Basic metabolic panel',
    tests: [
      ['2345-7', 'Glucose', 'mg/dL', 70, 99, 148, 108, 10, 0],
      ['2160-0', 'Creatinine', 'mg/dL', 0.6, 1.2, 0.84, 0.98, 0.06, 2],
      ['3094-0', 'Urea nitrogen', 'mg/dL', 7, 20, 14, 16, 2, 0],
      ['2951-2', 'Sodium', 'mmol/L', 136, 145, 140, 139, 2, 0],
      ['2823-3', 'Potassium', 'mmol/L', 3.5, 5.1, 4.2, 4.4, 0.4, 1],
    ],
  },
  {
    code: '57698-3',
    name: 'Lipid panel',
    tests: [
      ['2093-3', 'Cholesterol', 'mg/dL', undefined, 200, 238, 176, 9, 0],
      ['2571-8', 'Triglyceride', 'mg/dL', undefined, 150, 205, 138, 18, 0],
      ['2085-9', 'HDL cholesterol', 'mg/dL', 40, undefined, 41, 52, 3, 0],
      ['13457-7', 'LDL cholesterol', 'mg/dL', undefined, 100, 156, 96, 8, 0],
    ],
  },
]

const visits = 12

/** Three years of the usual blood tests, a quarter apart, each visit's as panels with their members, and HbA1c. */
export function addLaboratory(add: Add, draw: () => number): void {
  for (let visit = 0; visit < visits; visit += 1) {
    const when = monthsBefore(3 * (visits - 1 - visit), 6, '08:15')
    const issued = monthsBefore(3 * (visits - 1 - visit), 6, '14:02')
    const progress = visit / (visits - 1)
    for (const { code, name, tests } of panels) {
      const hasMember = tests.map((test) => addTest(add, test, progress, draw, when, issued))
      add('laboratory', loinc(code, name), when, { issued, hasMember })
    }
    const a1c: Test = ['4548-4', 'Hemoglobin A1c', '%', 4, 5.6, 8.1, 6.1, 0.2, 1]
    addTest(add, a1c, progress, draw, when, issued)
  }
}

function addTest(
  add: Add,
  [code, name, unit, low, high, before, now, spread, digits]: Test,
  progress: number,
  draw: () => number,
  when: string,
  issued: string,
) {
  const value = Number((before + (now - before) * progress + draw() * spread).toFixed(digits))
  const isHigh = high !== undefined && value > high
  const isLow = low !== undefined && value < low
  return add('laboratory', loinc(code, name), when, {
    issued,
    valueQuantity: quantity(value, unit),
    referenceRange: [range(low, high, unit)],
    interpretation: [flag(isLow ? 'L' : !isHigh ? 'N' : value > (high ?? 0) * 1.4 ? 'HH' : 'H')],
  })
}

/** Results that are no plain numbers, or say more than a number. */
export function addOddLaboratory(add: Add): void {
  const visit = monthsBefore(0, 6, '08:15')
  const lab = (code: string, name: string, rest: Parameters<Add>[3], when = visit) =>
    add('laboratory', loinc(code, name), when, rest)
  const tooLittle = (months: number, value: number) =>
    lab(
      '30522-7',
      'C reactive protein, high sensitivity',
      {
        valueQuantity: { ...quantity(value, 'mg/L'), comparator: '<' },
        referenceRange: [range(undefined, 3, 'mg/L')],
        interpretation: [flag('N')],
      },
      monthsBefore(months, 6, '08:15'),
    )
  tooLittle(9, 5)
  tooLittle(0, 0.3)
  lab('14959-1', 'Albumin/creatinine in urine', {
    valueQuantity: quantity(34, 'mg/g'),
    referenceRange: [range(undefined, 30, 'mg/g')],
    interpretation: [flag('H')],
    note: [{ text: 'Slightly above the range. Repeat with the next visit.' }],
  })
  lab('5778-6', 'Color of urine', { valueString: 'Yellow' })
  lab('5802-4', 'Nitrite in urine', {
    valueCodeableConcept: {
      coding: [{ system: 'http://snomed.info/sct', code: '260385009', display: 'Negative' }],
    },
  })
  lab('5821-4', 'Leukocytes per high power field', {
    valueRange: { low: quantity(0, '/[HPF]'), high: quantity(5, '/[HPF]') },
  })
  add('laboratory', { text: 'Antibody titer' }, visit, {
    valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } },
  })
  lab('600-7', 'Bacteria identified in blood', { valueString: 'No growth after 5 days' })
  lab('2276-4', 'Ferritin', {
    status: 'cancelled',
    dataAbsentReason: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
          code: 'not-performed',
          display: 'Not Performed',
        },
      ],
      text: 'Not enough blood in the tube',
    },
  })
  lab('3016-3', 'Thyrotropin', {
    status: 'preliminary',
    valueQuantity: quantity(2.41, 'm[IU]/L'),
    referenceRange: [range(0.4, 4, 'm[IU]/L')],
  })
  lab('2132-9', 'Vitamin B12', {
    status: 'corrected',
    valueQuantity: quantity(418, 'pg/mL'),
    referenceRange: [range(200, 900, 'pg/mL')],
    note: [{ text: 'Corrected: reported first as 814.' }],
  })
  const mixed = (value: number, months: number, unit: string) =>
    lab(
      '1751-7',
      'Albumin',
      {
        valueQuantity: quantity(value, unit),
        referenceRange: [unit === 'g/dL' ? range(3.5, 5, unit) : range(35, 50, unit)],
      },
      monthsBefore(months, 6, '08:15'),
    )
  mixed(4.1, 18, 'g/dL')
  mixed(4.3, 9, 'g/dL')
  mixed(42, 0, 'g/L')
}
