import type { JsonObject } from '../../fhir/json.ts'
import type { D10Fixture } from './d10-parts.ts'
import { LOINC, loinc, observation, ucumQuantity } from './d10-parts.ts'

const COMPARATORS = {
  below: '<',
  'at-most': '<=',
  'at-least': '>=',
  above: '>',
  enough: 'ad',
  'not-known': '~',
}

const pressurePart = (code: string, display: string, rest: JsonObject): JsonObject => ({
  code: {
    coding: [
      { system: LOINC, code, display },
      { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '301250', display },
    ],
  },
  ...rest,
})

/** What the values of Observations look like: D10, from "A1c no unit" to "SampledData", and "5.10 precision". */
export const d10Values: readonly D10Fixture[] = [
  {
    title: 'A1c no unit',
    resources: [
      observation('a1c-no-unit', {
        code: loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'),
        valueQuantity: { value: 5.6 },
        referenceRange: [{ low: { value: 4 }, high: { value: 5.6 } }],
      }),
    ],
  },
  {
    title: '<0.01 comparator',
    resources: Object.entries(COMPARATORS).map(([name, comparator]) =>
      observation(`troponin-${name}`, {
        code: loinc('6598-7', 'Troponin T.cardiac [Mass/volume] in Serum or Plasma'),
        valueQuantity: ucumQuantity(0.01, 'ng/mL', { comparator }),
      }),
    ),
  },
  {
    title: 'text-only creatinine',
    resources: [
      observation('creatinine-text-only', {
        code: { text: 'Creatinine' },
        valueQuantity: { value: 0.9 },
      }),
    ],
  },
  {
    title: 'BP panel with duplicate foreign-system codes',
    resources: [
      observation('bp-foreign-codes', {
        code: {
          coding: [
            { system: LOINC, code: '85354-9', display: 'Blood pressure panel' },
            { system: LOINC, code: '85354-9', display: 'Blood pressure panel' },
            { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8480-6' },
            { system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679', code: '8462-4' },
          ],
          text: 'BP',
        },
        component: [
          pressurePart('8480-6', 'Systolic blood pressure', {
            valueQuantity: ucumQuantity(118, 'mm[Hg]', { unit: 'mmHg' }),
          }),
          pressurePart('8462-4', 'Diastolic blood pressure', {
            valueQuantity: ucumQuantity(76, 'mm[Hg]', { unit: 'mmHg' }),
          }),
        ],
      }),
    ],
  },
  {
    title: 'BP missing diastolic with DAR',
    resources: [
      observation('bp-no-diastolic', {
        code: loinc('85354-9', 'Blood pressure panel'),
        component: [
          pressurePart('8480-6', 'Systolic blood pressure', {
            valueQuantity: ucumQuantity(120, 'mm[Hg]', { unit: 'mmHg' }),
          }),
          pressurePart('8462-4', 'Diastolic blood pressure', {
            dataAbsentReason: {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
                  code: 'not-performed',
                },
              ],
              text: 'Korotkoff sounds not heard',
            },
          }),
        ],
      }),
    ],
  },
  {
    title: 'SpO2 with O2 flow',
    resources: [
      observation('spo2', {
        code: {
          coding: [
            { system: LOINC, code: '59408-5', display: 'Oxygen saturation by Pulse oximetry' },
            { system: LOINC, code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
          ],
        },
        valueQuantity: ucumQuantity(95, '%'),
        component: [
          {
            code: loinc('3151-8', 'Inhaled oxygen flow rate'),
            valueQuantity: ucumQuantity(6, 'L/min'),
          },
          {
            code: loinc('3150-0', 'Inhaled oxygen concentration'),
            dataAbsentReason: { coding: [{ code: 'unknown' }] },
          },
        ],
      }),
    ],
  },
  {
    title: 'smoking status coded',
    resources: [
      observation('smoking', {
        code: loinc('72166-2', 'Tobacco smoking status'),
        valueCodeableConcept: {
          coding: [
            { system: 'http://snomed.info/sct', code: '8517006', display: 'Ex-smoker (finding)' },
          ],
          text: 'Former smoker',
        },
      }),
    ],
  },
  {
    title: 'pack-years quantity',
    resources: [
      observation('pack-years', {
        code: loinc('8664-5', 'Cigarettes smoked total (pack per year) - Reported'),
        valueQuantity: ucumQuantity(12.5, '{PackYears}', { unit: 'pack-years' }),
      }),
    ],
  },
  {
    title: 'titre ratio',
    resources: [
      observation('titre', {
        code: loinc('5048-4', 'Nuclear Ab [Titer] in Serum by Immunofluorescence'),
        valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } },
      }),
      observation('titre-below', {
        code: loinc('5048-4', 'Nuclear Ab [Titer] in Serum by Immunofluorescence'),
        valueRatio: { numerator: { value: 1 }, denominator: { value: 40, comparator: '<' } },
      }),
      observation('ratio-with-units', {
        code: loinc('9318-7', 'Albumin/Creatinine [Mass Ratio] in Urine'),
        valueRatio: { numerator: ucumQuantity(20, 'mg'), denominator: ucumQuantity(1, 'g') },
      }),
    ],
  },
  {
    title: '`Negative` string',
    resources: [
      observation('negative', {
        code: loinc('5802-4', 'Nitrite [Presence] in Urine by Test strip'),
        valueString: 'Negative',
      }),
      observation('number-as-string', {
        code: loinc('5769-5', 'Bacteria [#/area] in Urine sediment'),
        valueString: '<5',
      }),
    ],
  },
  {
    title: 'SampledData',
    resources: [
      observation('waveform', {
        code: loinc('11524-6', 'EKG study'),
        valueSampledData: {
          origin: { value: 2048 },
          period: 10,
          dimensions: 2,
          data: '2041 E 2043 L 2037 U',
        },
      }),
    ],
  },
  {
    title: '5.10 precision',
    resources: [
      observation('precision-number', {
        code: loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma'),
        valueQuantity: JSON.parse('{ "value": 5.10, "unit": "mmol/L" }') as JsonObject,
      }),
      observation('precision-string', {
        code: loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma'),
        valueQuantity: { value: '5.10', unit: 'mmol/L' },
      }),
      observation('precision-large', {
        code: loinc('20447-9', 'HIV 1 RNA [#/volume] (viral load)'),
        valueQuantity: { value: 2 ** 53 + 2, unit: 'copies/mL' },
      }),
      observation('precision-small', {
        code: loinc('20447-9', 'HIV 1 RNA [#/volume] (viral load)'),
        valueQuantity: { value: 1.5e-7, unit: 'g/L' },
      }),
    ],
  },
]
