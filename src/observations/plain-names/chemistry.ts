import { key } from '../../language/t.ts'
import type { PlainTest } from './plain-test.ts'

/** Chemistry of the blood: sugar, minerals, kidneys, fats, liver. In serum or plasma where nothing else is said. */
export const CHEMISTRY: readonly PlainTest[] = [
  // In serum or plasma, and in blood.
  {
    name: key('Blood sugar'),
    topic: 'glucose',
    codes: ['2345-7', '14749-6', '2339-0', '15074-8'],
  },
  { name: key('Blood sugar after fasting'), topic: 'glucose', codes: ['1558-6', '14771-0'] },
  {
    name: key('Blood sugar, by a meter'),
    topic: 'glucose',
    codes: ['41653-7', '14743-9'],
  },
  // A share of the hemoglobin, and no amount of sugar: that is estimated from it (27353-2).
  {
    name: key('A1c, which reflects the average blood sugar'),
    topic: 'a1c',
    codes: ['4548-4', '17856-6'],
  },
  // The scale of IFCC is another one.
  {
    name: key('A1c on the IFCC scale, which reflects the average blood sugar'),
    topic: 'a1c',
    codes: ['59261-8'],
  },
  { name: key('Estimated average blood sugar'), topic: 'average-sugar', codes: ['27353-2'] },

  { name: key('Sodium in the blood'), topic: 'sodium', codes: ['2951-2'] },
  { name: key('Potassium in the blood'), topic: 'potassium', codes: ['2823-3'] },
  { name: key('Chloride in the blood'), topic: 'chloride', codes: ['2075-0'] },
  { name: key('Carbon dioxide in the blood'), topic: 'carbon-dioxide', codes: ['2028-9'] },
  { name: key('Calcium in the blood'), topic: 'calcium', codes: ['17861-6', '2000-8'] },
  { name: key('Magnesium in the blood'), topic: 'magnesium', codes: ['19123-9', '2601-3'] },
  { name: key('Phosphate in the blood'), topic: 'phosphate', codes: ['2777-1', '14879-1'] },

  {
    name: key('Urea nitrogen, a waste product in the blood'),
    topic: 'urea-nitrogen',
    codes: ['3094-0', '14937-7'],
  },
  {
    name: key('Creatinine, a waste product in the blood'),
    topic: 'creatinine',
    codes: ['2160-0', '14682-9', '38483-4', '59826-8'],
  },
  { name: key('Creatinine in the urine'), topic: 'creatinine', codes: ['2161-8', '14683-7'] },
  // Every formula: each is a trend of its own, and the laboratory's name says which it is. What is often reported twice,
  // for either of two answers, says first for which: a name may be cut at its end.
  {
    name: key('Estimated filtering rate of the kidneys'),
    topic: 'filtration',
    codes: ['33914-3', '77147-7', '62238-1', '98979-8', '94677-2'],
  },
  {
    name: key('If not Black: estimated filtering rate of the kidneys'),
    topic: 'filtration',
    codes: ['48642-3'],
  },
  {
    name: key('If Black: estimated filtering rate of the kidneys'),
    topic: 'filtration',
    codes: ['48643-1'],
  },
  { name: key('Uric acid in the blood'), topic: 'uric-acid', codes: ['3084-1', '14933-6'] },

  { name: key('Total cholesterol'), topic: 'cholesterol', codes: ['2093-3', '14647-2'] },
  { name: key('HDL cholesterol'), topic: 'hdl', codes: ['2085-9', '14646-4'] },
  { name: key('LDL cholesterol'), topic: 'ldl', codes: ['2089-1', '22748-8'] },
  { name: key('LDL cholesterol, calculated'), topic: 'ldl', codes: ['13457-7', '39469-2'] },
  { name: key('LDL cholesterol, measured directly'), topic: 'ldl', codes: ['18262-6', '69419-0'] },
  { name: key('Triglycerides, a fat in the blood'), topic: 'fats', codes: ['2571-8', '14927-8'] },

  { name: key('ALT, a liver enzyme'), topic: 'alt', codes: ['1742-6'] },
  { name: key('AST, an enzyme of liver and muscles'), topic: 'ast', codes: ['1920-8'] },
  { name: key('ALP, an enzyme of liver and bones'), topic: 'alp', codes: ['6768-6'] },
  {
    name: key('Bilirubin, a yellow substance in the blood'),
    topic: 'bilirubin',
    codes: ['1975-2', '14631-6'],
  },
  {
    name: key('Direct bilirubin, a part of the bilirubin in the blood'),
    topic: 'bilirubin',
    codes: ['1968-7', '14629-0'],
  },
  {
    name: key('Albumin, a protein in the blood'),
    topic: 'albumin',
    codes: ['1751-7', '54347-0'],
  },
  { name: key('All protein in the blood'), topic: 'protein', codes: ['2885-2'] },
]
