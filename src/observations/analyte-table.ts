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
    name: 'Blood pressure',
    codes: ['85354-9', '55284-4'],
    alongside: ['8480-6', '8462-4'],
  },
  { id: 'heart-rate', name: 'Heart rate', codes: ['8867-4'] },
  { id: 'respiratory-rate', name: 'Respiratory rate', codes: ['9279-1'] },
  { id: 'body-temperature', name: 'Body temperature', codes: ['8310-5'] },
  {
    id: 'oxygen-saturation-pulse-oximetry',
    name: 'Oxygen saturation by pulse oximetry',
    codes: ['59408-5'],
    alongside: ['2708-6'],
  },
  { id: 'body-weight', name: 'Body weight', codes: ['29463-7', '3141-9'] },
  { id: 'body-height', name: 'Body height', codes: ['8302-2', '3137-7'] },
  { id: 'body-mass-index', name: 'Body mass index', codes: ['39156-5'] },
  { id: 'head-circumference', name: 'Head circumference', codes: ['9843-4'] },

  // Glucose
  {
    id: 'glucose',
    name: 'Glucose (serum or plasma)',
    codes: ['2345-7', '14749-6'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-fasting',
    name: 'Fasting glucose (serum or plasma)',
    codes: ['1558-6', '14771-0'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-blood',
    name: 'Glucose (blood)',
    codes: ['2339-0', '15074-8'],
    molarMass: GLUCOSE,
  },
  {
    id: 'glucose-glucometer',
    name: 'Glucose (capillary blood, glucometer)',
    codes: ['41653-7', '14743-9'],
    molarMass: GLUCOSE,
  },
  { id: 'hba1c', name: 'Hemoglobin A1c (NGSP, %)', codes: ['4548-4', '17856-6'] },

  // Kidney
  {
    id: 'creatinine',
    name: 'Creatinine (serum or plasma)',
    codes: ['2160-0', '14682-9'],
    molarMass: CREATININE,
  },
  {
    id: 'creatinine-blood',
    name: 'Creatinine (blood)',
    codes: ['38483-4', '59826-8'],
    molarMass: CREATININE,
  },
  {
    id: 'creatinine-urine',
    name: 'Creatinine (urine)',
    codes: ['2161-8', '14683-7'],
    molarMass: CREATININE,
  },
  { id: 'urea-nitrogen', name: 'Urea nitrogen', codes: ['3094-0', '14937-7'] },
  {
    id: 'urea',
    name: 'Urea',
    codes: ['3091-6', '22664-7'],
    molarMass: molarMass('CH4N2O', 60.056),
  },
  {
    id: 'urate',
    name: 'Uric acid',
    codes: ['3084-1', '14933-6'],
    molarMass: molarMass('C5H4N4O3', 168.112),
  },

  // Lipids
  {
    id: 'cholesterol',
    name: 'Total cholesterol',
    codes: ['2093-3', '14647-2'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-hdl',
    name: 'HDL cholesterol',
    codes: ['2085-9', '14646-4'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-non-hdl',
    name: 'Non-HDL cholesterol',
    codes: ['43396-1', '70204-3'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl',
    name: 'LDL cholesterol (method not given)',
    codes: ['2089-1', '22748-8'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl-calculated',
    name: 'LDL cholesterol, calculated',
    codes: ['13457-7', '39469-2'],
    molarMass: CHOLESTEROL,
  },
  {
    id: 'cholesterol-ldl-direct',
    name: 'LDL cholesterol, direct assay',
    codes: ['18262-6', '69419-0'],
    molarMass: CHOLESTEROL,
  },
  { id: 'triglycerides', name: 'Triglycerides', codes: ['2571-8', '14927-8'] },

  // Blood count
  { id: 'hemoglobin', name: 'Hemoglobin (blood)', codes: ['718-7', '59260-0'] },
  { id: 'hematocrit', name: 'Hematocrit', codes: ['4544-3', '20570-8'] },
  { id: 'erythrocytes', name: 'Erythrocytes', codes: ['789-8', '26453-1'] },
  { id: 'mcv', name: 'Mean corpuscular volume', codes: ['787-2', '30428-7'] },
  { id: 'mch', name: 'Mean corpuscular hemoglobin', codes: ['785-6', '28539-5'] },
  { id: 'mchc', name: 'Mean corpuscular hemoglobin concentration', codes: ['786-4', '28540-3'] },
  { id: 'rdw', name: 'Erythrocyte distribution width (ratio)', codes: ['788-0', '30385-9'] },
  { id: 'leukocytes', name: 'Leukocytes', codes: ['6690-2', '26464-8'] },
  { id: 'platelets', name: 'Platelets', codes: ['777-3', '26515-7'] },
  { id: 'mpv', name: 'Mean platelet volume', codes: ['32623-1', '28542-9'] },
  { id: 'neutrophils', name: 'Neutrophils (count)', codes: ['751-8', '26499-4'] },
  { id: 'lymphocytes', name: 'Lymphocytes (count)', codes: ['731-0', '26474-7'] },
  { id: 'monocytes', name: 'Monocytes (count)', codes: ['742-7', '26484-6'] },
  { id: 'eosinophils', name: 'Eosinophils (count)', codes: ['711-2', '26449-9'] },
  { id: 'basophils', name: 'Basophils (count)', codes: ['704-7', '26444-0'] },
  { id: 'neutrophils-share', name: 'Neutrophils (share)', codes: ['770-8', '26511-6'] },
  { id: 'lymphocytes-share', name: 'Lymphocytes (share)', codes: ['736-9', '26478-8'] },
  { id: 'monocytes-share', name: 'Monocytes (share)', codes: ['5905-5', '26485-3'] },
  { id: 'eosinophils-share', name: 'Eosinophils (share)', codes: ['713-8', '26450-7'] },
  { id: 'basophils-share', name: 'Basophils (share)', codes: ['706-2', '30180-4'] },

  // Minerals, liver, iron, vitamins, hormones: all in serum or plasma
  { id: 'calcium', name: 'Calcium', codes: ['17861-6', '2000-8'], molarMass: CALCIUM },
  {
    id: 'calcium-ionized',
    name: 'Ionized calcium (serum or plasma)',
    codes: ['17863-2', '1995-0'],
    molarMass: CALCIUM,
  },
  {
    id: 'magnesium',
    name: 'Magnesium',
    codes: ['19123-9', '2601-3'],
    molarMass: molarMass('Mg', 24.305),
  },
  { id: 'phosphate', name: 'Phosphate', codes: ['2777-1', '14879-1'] },
  {
    id: 'bilirubin',
    name: 'Total bilirubin',
    codes: ['1975-2', '14631-6'],
    molarMass: BILIRUBIN,
  },
  {
    id: 'bilirubin-direct',
    name: 'Direct bilirubin',
    codes: ['1968-7', '14629-0'],
    molarMass: BILIRUBIN,
  },
  {
    id: 'bilirubin-indirect',
    name: 'Indirect bilirubin',
    codes: ['1971-1', '14630-8'],
    molarMass: BILIRUBIN,
  },
  { id: 'albumin', name: 'Albumin (method not given)', codes: ['1751-7', '54347-0'] },
  { id: 'iron', name: 'Iron', codes: ['2498-4', '14798-3'], molarMass: IRON },
  {
    id: 'iron-binding-capacity',
    name: 'Iron binding capacity',
    codes: ['2500-7', '14800-7'],
    molarMass: IRON,
  },
  { id: 'ferritin', name: 'Ferritin', codes: ['2276-4', '14723-1'] },
  { id: 'folate', name: 'Folate (serum or plasma)', codes: ['2284-8', '14732-2'] },
  { id: 'vitamin-b12', name: 'Vitamin B12', codes: ['2132-9', '14685-2'] },
  {
    id: 'vitamin-d3-25-hydroxy',
    name: '25-hydroxyvitamin D3',
    codes: ['1989-3', '14635-7'],
    molarMass: molarMass('C27H44O2', 400.647),
  },
  {
    id: 'thyroxine-free',
    name: 'Free thyroxine (T4)',
    codes: ['3024-7', '14920-3'],
    molarMass: molarMass('C15H11I4NO4', 776.874),
  },
  {
    id: 'triiodothyronine-free',
    name: 'Free triiodothyronine (T3)',
    codes: ['3051-0', '14928-6'],
    molarMass: molarMass('C15H12I3NO4', 650.977),
  },
  {
    id: 'cortisol',
    name: 'Cortisol',
    codes: ['2143-6', '14675-3'],
    molarMass: molarMass('C21H30O5', 362.466),
  },
  {
    id: 'testosterone',
    name: 'Testosterone',
    codes: ['2986-8', '14913-8'],
    molarMass: molarMass('C19H28O2', 288.431),
  },
]

function molarMass(formula: string, gramsPerMole: number): MolarMass {
  return { gramsPerMole, source: `${formula}, IUPAC standard atomic weights` }
}
