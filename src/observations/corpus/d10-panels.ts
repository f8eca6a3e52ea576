import type { D10Fixture } from './d10-parts.ts'
import { loinc, observation, ucumQuantity } from './d10-parts.ts'

/** Observations that belong together, and many of them: D10 "panel", "survey", "preliminary→final", "10 000 rows". */
export const d10Panels: readonly D10Fixture[] = [
  {
    title: 'panel + hasMember missing member',
    resources: [
      observation('panel', {
        code: loinc('24331-1', 'Lipid 1996 panel - Serum or Plasma'),
        hasMember: [
          { reference: 'Observation/panel-ldl', display: 'LDL cholesterol' },
          { reference: 'Observation/panel-hdl', display: 'HDL cholesterol' },
        ],
      }),
      observation('panel-ldl', {
        code: loinc('13457-7', 'Cholesterol in LDL [Mass/volume] by calculation'),
        valueQuantity: ucumQuantity(100, 'mg/dL'),
      }),
    ],
  },
  {
    title: 'survey PHQ-9',
    resources: [
      observation('phq-9', {
        code: loinc('44249-1', 'PHQ-9 quick depression assessment panel'),
        derivedFrom: [{ reference: 'QuestionnaireResponse/1' }],
        hasMember: [
          { reference: 'Observation/phq-9-item' },
          { reference: 'Observation/phq-9-score' },
        ],
      }),
      observation('phq-9-item', {
        code: loinc('44250-9', 'Little interest or pleasure in doing things'),
        valueCodeableConcept: {
          coding: [
            {
              extension: [
                { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 1 },
              ],
              system: 'http://loinc.org',
              code: 'LA6569-3',
              display: 'Several days',
            },
          ],
        },
      }),
      observation('phq-9-score', {
        code: loinc('44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score'),
        valueInteger: 12,
      }),
    ],
  },
  {
    title: 'preliminary→final same code',
    resources: [
      observation('culture-preliminary', {
        status: 'preliminary',
        code: loinc('600-7', 'Bacteria identified in Blood by Culture'),
        valueString: 'Gram-positive cocci in clusters',
        issued: '2024-05-02T08:00:00Z',
      }),
      observation('culture-final', {
        code: loinc('600-7', 'Bacteria identified in Blood by Culture'),
        valueString: 'Staphylococcus aureus',
        issued: '2024-05-04T08:00:00Z',
      }),
    ],
  },
  {
    title: '10 000 rows, of which one is listed',
    resources: Array.from({ length: 10_000 }, (_, at) =>
      observation(`row-${at}`, {
        code: loinc('8867-4', 'Heart rate'),
        valueQuantity: ucumQuantity(50 + (at % 100), '/min', { unit: 'beats/minute' }),
        effectiveDateTime: new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString(),
      }),
    ),
  },
]
