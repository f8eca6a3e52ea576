import type { JsonObject } from '../../fhir/json.ts'
import type { D10Fixture } from './d10-parts.ts'
import { loinc, observation, ucumQuantity } from './d10-parts.ts'

const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const HOSTILE =
  '<img src=x onerror=go()>{{7*7}} | \u202E1.5\u202C \u0007\u001B[2J =cmd() `5 < 6` &amp;'

const potassium = (id: string, rest: JsonObject): JsonObject =>
  observation(id, {
    code: loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma'),
    valueQuantity: ucumQuantity(4.2, 'mmol/L'),
    ...rest,
  })

/** What changes how a value is read: D10, status, notes, ranges, flags, modifiers, whom it is about, hostile strings. */
export const d10Qualifiers: readonly D10Fixture[] = [
  {
    title: 'RTF note',
    resources: [
      potassium('rtf-note', {
        note: [
          {
            text: '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Sample \\b slightly\\b0  haemolysed.\\par}',
          },
        ],
      }),
      potassium('rtf-value', {
        valueQuantity: undefined,
        valueString: '{\\rtf1\\ansi 10\\super 3\\nosupersub /uL}',
      }),
    ],
  },
  {
    title: 'cancelled with DAR',
    resources: [
      potassium('cancelled', {
        status: 'cancelled',
        valueQuantity: undefined,
        dataAbsentReason: { coding: [{ code: 'not-performed' }], text: 'Specimen haemolysed' },
      }),
      potassium('cancelled-with-value', { status: 'cancelled' }),
    ],
  },
  {
    title: 'entered-in-error',
    resources: [potassium('withdrawn', { status: 'entered-in-error' })],
  },
  {
    title: 'corrected',
    resources: [
      potassium('corrected', { status: 'corrected' }),
      potassium('amended', { status: 'amended' }),
      potassium('status-not-known', { status: 'verified' }),
      potassium('status-missing', { status: undefined }),
      potassium('registered', { status: 'registered', valueQuantity: undefined }),
    ],
  },
  {
    title: 'two reference ranges with appliesTo',
    resources: [
      observation('two-ranges', {
        code: loinc('718-7', 'Hemoglobin [Mass/volume] in Blood'),
        valueQuantity: ucumQuantity(12.9, 'g/dL'),
        referenceRange: [
          {
            low: ucumQuantity(12, 'g/dL'),
            high: ucumQuantity(16, 'g/dL'),
            appliesTo: [{ text: 'Female' }],
          },
          {
            low: ucumQuantity(13.5, 'g/dL'),
            high: ucumQuantity(17.5, 'g/dL'),
            appliesTo: [{ text: 'Male' }],
            age: { low: ucumQuantity(18, 'a') },
          },
        ],
      }),
    ],
  },
  {
    title: 'text range',
    resources: [
      observation('text-range', {
        code: loinc('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma'),
        valueQuantity: ucumQuantity(180, 'mg/dL'),
        referenceRange: [{ text: '<=200 mg/dL' }],
      }),
    ],
  },
  {
    title: 'HH critical',
    resources: [
      potassium('critical', {
        valueQuantity: ucumQuantity(6.9, 'mmol/L'),
        interpretation: [{ coding: [{ system: INTERPRETATION, code: 'HH' }] }],
      }),
    ],
  },
  {
    title: 'unknown interpretation',
    resources: [
      potassium('flag-not-known', {
        interpretation: [{ coding: [{ system: INTERPRETATION, code: 'QQ' }] }],
      }),
      potassium('flag-of-other-system', {
        interpretation: [{ coding: [{ system: 'urn:local', code: 'N' }], text: 'See comment' }],
      }),
    ],
  },
  {
    title: 'modifierExtension',
    resources: [
      potassium('modifier-extension', {
        modifierExtension: [{ url: 'https://ehr.example/not-done', valueBoolean: true }],
        interpretation: [{ text: 'High' }],
        note: [{ text: 'Potassium 4.2' }],
      }),
    ],
  },
  {
    title: 'implicitRules',
    resources: [potassium('implicit-rules', { implicitRules: 'https://ehr.example/rules' })],
  },
  {
    title: 'focus on fetus',
    resources: [
      observation('fetal-heart-rate', {
        code: loinc('55283-6', 'Fetal heart rate'),
        valueQuantity: ucumQuantity(140, '/min'),
        focus: [{ reference: 'RelatedPerson/fetus', display: 'Fetus' }],
      }),
    ],
  },
  {
    title: "other patient's subject",
    resources: [potassium('foreign', { subject: { reference: 'Patient/p2' } })],
  },
  {
    title: 'hostile strings',
    resources: [
      observation('hostile', {
        code: { text: HOSTILE },
        valueString: HOSTILE,
        interpretation: [{ text: HOSTILE }],
        referenceRange: [{ text: HOSTILE }],
        note: [{ text: HOSTILE }],
        bodySite: { text: HOSTILE },
      }),
      observation('__proto__', {
        code: { text: 'constructor' },
        valueCodeableConcept: { coding: [{ system: '__proto__', code: 'toString' }] },
        interpretation: [{ coding: [{ system: INTERPRETATION, code: '__proto__' }] }],
      }),
    ],
  },
]
