import { key } from '../../language/t.ts'
import type { PlainTest } from './plain-test.ts'

/** Hormones, vitamins, iron, clotting, inflammation, heart, prostate, and the tests of urine. */
export const OTHER_TESTS: readonly PlainTest[] = [
  {
    name: key('TSH, the hormone that drives the thyroid'),
    topic: 'tsh',
    codes: ['3016-3', '11580-8', '11579-0'],
  },
  {
    name: key('Free T4, a thyroid hormone'),
    topic: 'thyroxine',
    codes: ['3024-7', '14920-3'],
  },
  { name: key('Vitamin D'), topic: 'vitamin-d', codes: ['62292-8'] },
  { name: key('Vitamin D, as D3'), topic: 'vitamin-d', codes: ['1989-3', '14635-7'] },
  { name: key('Vitamin B12'), topic: 'vitamin-b12', codes: ['2132-9', '14685-2'] },
  { name: key('Folate, a B vitamin'), topic: 'folate', codes: ['2284-8', '14732-2'] },
  { name: key('Iron in the blood'), topic: 'iron', codes: ['2498-4', '14798-3'] },
  {
    name: key('How much iron the blood can carry'),
    topic: 'iron-binding',
    codes: ['2500-7', '14800-7'],
  },
  { name: key('Ferritin, which stores iron'), topic: 'ferritin', codes: ['2276-4', '14723-1'] },

  { name: key('Clotting time, as INR'), topic: 'prothrombin', codes: ['6301-6'] },
  {
    name: key('Clotting time (prothrombin time)'),
    topic: 'prothrombin',
    codes: ['5902-2'],
  },
  {
    name: key('Clotting time (partial thromboplastin time)'),
    topic: 'thromboplastin',
    codes: ['3173-2', '14979-9'],
  },

  { name: key('CRP, a protein linked to inflammation'), topic: 'crp', codes: ['1988-5'] },
  {
    name: key('CRP, a protein linked to inflammation, by a more sensitive method'),
    topic: 'crp',
    codes: ['30522-7'],
  },
  {
    name: key('How fast red blood cells settle'),
    topic: 'sedimentation',
    codes: ['4537-7', '30341-2'],
  },
  { name: key('PSA, a protein of the prostate'), topic: 'psa', codes: ['2857-1'] },
  {
    name: key('Troponin T, a protein of the heart muscle'),
    topic: 'troponin',
    codes: ['6598-7', '67151-1'],
  },
  {
    name: key('Troponin I, a protein of the heart muscle'),
    topic: 'troponin',
    codes: ['10839-9', '89579-7'],
  },
  { name: key('BNP, a hormone of the heart'), topic: 'natriuretic', codes: ['30934-4'] },
  {
    name: key('NT-proBNP, a substance from the heart'),
    topic: 'natriuretic',
    codes: ['33762-6'],
  },

  {
    name: key('Albumin in the urine, compared with creatinine'),
    topic: 'urine-albumin',
    codes: ['9318-7', '14959-1'],
  },
  {
    name: key('How concentrated the urine is'),
    topic: 'urine-gravity',
    codes: ['5811-5'],
  },
  {
    name: key('pH of the urine, which says how acidic it is'),
    topic: 'urine-acidity',
    codes: ['5803-2'],
  },
  // By test strip: whether there is any, or how much.
  { name: key('Urine test for protein'), topic: 'urine-protein', codes: ['20454-5', '5804-0'] },
  { name: key('Urine test for sugar'), topic: 'urine-sugar', codes: ['25428-4', '5792-7'] },
  { name: key('Urine test for ketones'), topic: 'urine-ketones', codes: ['2514-8', '5797-6'] },
  { name: key('Urine test for blood'), topic: 'urine-blood', codes: ['5794-3'] },
  { name: key('Urine test for nitrite'), topic: 'urine-nitrite', codes: ['5802-4'] },
  {
    name: key('Urine test for an enzyme of white blood cells'),
    topic: 'urine-leukocytes',
    codes: ['5799-2'],
  },
]
