import { key } from '../language/t.ts'
import type { Analyte, MolarMass } from './analyte.ts'

const GLUCOSE = molarMass('C6H12O6', 180.156)
const CREATININE = molarMass('C4H7N3O', 113.12)
const CHOLESTEROL = molarMass('C27H46O', 386.664)
const BILIRUBIN = molarMass('C33H36N4O6', 584.673)
const CALCIUM = molarMass('Ca', 40.078)
const IRON = molarMass('Fe', 55.845)

/**
 * Groups of LOINC codes that may share one trend: the same component, specimen, timing and challenge, and the same
 * class of method. Only the property (mass or moles) may differ, and a method left open may stand with the usual one
 * (automated count, measured). docs/analytes.md names each code in words and says what is kept apart, and why.
 */
export const ANALYTES: readonly Analyte[] = [
  // Vital signs and body measurements
  {
    id: 'blood-pressure',
    name: key('Blood pressure'),
    codes: ['85354-9', '55284-4'],
    alongside: ['8480-6', '8462-4'],
  },
  { id: 'heart-rate', name: key('Heart rate'), codes: ['8867-4'] },
  { id: 'respiratory-rate', name: key('Respiratory rate'), codes: ['9279-1'] },
  { id: 'body-temperature', name: key('Body temperature'), codes: ['8310-5'] },
  {
    id: 'oxygen-saturation-pulse-oximetry',
    name: key('Oxygen saturation by pulse oximetry'),
    codes: ['59408-5'],
    alongside: ['2708-6'],
  },
  { id: 'body-weight', name: key('Body weight'), codes: ['29463-7', '3141-9'] },
  { id: 'body-height', name: key('Body height'), codes: ['8302-2', '3137-7'] },
  { id: 'body-mass-index', name: key('Body mass index'), codes: ['39156-5'] },
  { id: 'head-circumference', name: key('Head circumference'), codes: ['9843-4'] },

  // Glucose
  {
    id: 'glucose',
    name: key('Glucose (serum or plasma)'),
    codes: ['2345-7', '14749-6'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-fasting',
    name: key('Fasting glucose (serum or plasma)'),
    codes: ['1558-6', '14771-0'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-blood',
    name: key('Glucose (blood)'),
    codes: ['2339-0', '15074-8'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-glucometer',
    name: key('Glucose (capillary blood, glucometer)'),
    codes: ['41653-7', '14743-9'],
    molarMass: GLUCOSE,
  },
  { id: 'hba1c', name: key('Hemoglobin A1c (NGSP, %)'), codes: ['4548-4', '17856-6'] },

  // Kidney
  {
    id: 'creatinine',
    name: key('Creatinine (serum or plasma)'),
    codes: ['2160-0', '14682-9'],
    molarMass: CREATININE,
  },
  {
    id: 'creatinine-blood',
    name: key('Creatinine (blood)'),
    codes: ['38483-4', '59826-8'],
    molarMass: CREATININE,
  },
  {
    id: 'creatinine-urine',
    name: key('Creatinine (urine)'),
    codes: ['2161-8', '14683-7'],
    molarMass: CREATININE,
  },
  { id: 'urea-nitrogen', name: key('Urea nitrogen'), codes: ['3094-0', '14937-7'] },
  {
    id: 'urea',
    name: key('Urea'),
    codes: ['3091-6', '22664-7'],
    molarMass: molarMass('CH4N2O', 60.056),
  },
  {
    id: 'urate',
    name: key('Uric acid'),
    codes: ['3084-1', '14933-6'],
    molarMass: molarMass('C5H4N4O3', 168.112),
  },

  // Lipids
  {
    id: 'cholesterol',
    name: key('Total cholesterol'),
    codes: ['2093-3', '14647-2'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-hdl',
    name: key('HDL cholesterol'),
    codes: ['2085-9', '14646-4'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-non-hdl',
    name: key('Non-HDL cholesterol'),
    codes: ['43396-1', '70204-3'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl',
    name: key('LDL cholesterol (method not given)'),
    codes: ['2089-1', '22748-8'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl-calculated',
    name: key('LDL cholesterol, calculated'),
    codes: ['13457-7', '39469-2'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl-direct',
    name: key('LDL cholesterol, direct assay'),
    codes: ['18262-6', '69419-0'],
    molarMass: CHOLESTEROL,
  },
  { id: 'triglycerides', name: key('Triglycerides'), codes: ['2571-8', '14927-8'] },

  // Blood count
  { id: 'hemoglobin', name: key('Hemoglobin (blood)'), codes: ['718-7', '59260-0'] },
  { id: 'hematocrit', name: key('Hematocrit'), codes: ['4544-3', '20570-8'] },
  { id: 'erythrocytes', name: key('Erythrocytes'), codes: ['789-8', '26453-1'] },
  { id: 'mcv', name: key('Mean corpuscular volume'), codes: ['787-2', '30428-7'] },
  { id: 'mch', name: key('Mean corpuscular hemoglobin'), codes: ['785-6', '28539-5'] },
  {
    id: 'mchc',
    name: key('Mean corpuscular hemoglobin concentration'),
    codes: ['786-4', '28540-3'],
  },
  { id: 'rdw', name: key('Erythrocyte distribution width (ratio)'), codes: ['788-0', '30385-9'] },
  { id: 'leukocytes', name: key('Leukocytes'), codes: ['6690-2', '26464-8'] },
  { id: 'platelets', name: key('Platelets'), codes: ['777-3', '26515-7'] },
  { id: 'mpv', name: key('Mean platelet volume'), codes: ['32623-1', '28542-9'] },
  { id: 'neutrophils', name: key('Neutrophils (count)'), codes: ['751-8', '26499-4'] },
  { id: 'lymphocytes', name: key('Lymphocytes (count)'), codes: ['731-0', '26474-7'] },
  { id: 'monocytes', name: key('Monocytes (count)'), codes: ['742-7', '26484-6'] },
  { id: 'eosinophils', name: key('Eosinophils (count)'), codes: ['711-2', '26449-9'] },
  { id: 'basophils', name: key('Basophils (count)'), codes: ['704-7', '26444-0'] },
  { id: 'neutrophils-share', name: key('Neutrophils (share)'), codes: ['770-8', '26511-6'] },
  { id: 'lymphocytes-share', name: key('Lymphocytes (share)'), codes: ['736-9', '26478-8'] },
  { id: 'monocytes-share', name: key('Monocytes (share)'), codes: ['5905-5', '26485-3'] },
  { id: 'eosinophils-share', name: key('Eosinophils (share)'), codes: ['713-8', '26450-7'] },
  { id: 'basophils-share', name: key('Basophils (share)'), codes: ['706-2', '30180-4'] },

  // Minerals, liver, iron, vitamins, hormones: all in serum or plasma
  { id: 'calcium', name: key('Calcium'), codes: ['17861-6', '2000-8'], molarMass: CALCIUM },
  {
    id: 'calcium-ionized',
    name: key('Ionized calcium (serum or plasma)'),
    codes: ['17863-2', '1995-0'],
    molarMass: CALCIUM,
  },
  {
    id: 'magnesium',
    name: key('Magnesium'),
    codes: ['19123-9', '2601-3'],
    molarMass: molarMass('Mg', 24.305),
  },
  { id: 'phosphate', name: key('Phosphate'), codes: ['2777-1', '14879-1'] },
  {
    id: 'bilirubin',
    name: key('Total bilirubin'),
    codes: ['1975-2', '14631-6'],
    molarMass: BILIRUBIN,
  },
  {
    id: 'bilirubin-direct',
    name: key('Direct bilirubin'),
    codes: ['1968-7', '14629-0'],
    molarMass: BILIRUBIN,
  },
  {
    id: 'bilirubin-indirect',
    name: key('Indirect bilirubin'),
    codes: ['1971-1', '14630-8'],
    molarMass: BILIRUBIN,
  },
  { id: 'albumin', name: key('Albumin (method not given)'), codes: ['1751-7', '54347-0'] },
  { id: 'iron', name: key('Iron'), codes: ['2498-4', '14798-3'], molarMass: IRON },
  {
    id: 'iron-binding-capacity',
    name: key('Iron binding capacity'),
    codes: ['2500-7', '14800-7'],
    molarMass: IRON,
  },
  { id: 'ferritin', name: key('Ferritin'), codes: ['2276-4', '14723-1'] },
  { id: 'folate', name: key('Folate (serum or plasma)'), codes: ['2284-8', '14732-2'] },
  { id: 'vitamin-b12', name: key('Vitamin B12'), codes: ['2132-9', '14685-2'] },
  {
    id: 'vitamin-d3-25-hydroxy',
    name: key('25-hydroxyvitamin D3'),
    codes: ['1989-3', '14635-7'],
    molarMass: molarMass('C27H44O2', 400.647),
  },
  {
    id: 'thyroxine-free',
    name: key('Free thyroxine (T4)'),
    codes: ['3024-7', '14920-3'],
    molarMass: molarMass('C15H11I4NO4', 776.874),
  },
  {
    id: 'triiodothyronine-free',
    name: key('Free triiodothyronine (T3)'),
    codes: ['3051-0', '14928-6'],
    molarMass: molarMass('C15H12I3NO4', 650.977),
  },
  {
    id: 'cortisol',
    name: key('Cortisol'),
    codes: ['2143-6', '14675-3'],
    molarMass: molarMass('C21H30O5', 362.466),
  },
  {
    id: 'testosterone',
    name: key('Testosterone'),
    codes: ['2986-8', '14913-8'],
    molarMass: molarMass('C19H28O2', 288.431),
  },
]

function molarMass(formula: string, gramsPerMole: number): MolarMass {
  return { gramsPerMole, source: `${formula}, IUPAC standard atomic weights` }
}
