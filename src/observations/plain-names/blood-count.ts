import { key } from '../../language/t.ts'
import type { PlainTest } from './plain-test.ts'

/** The complete blood count with its differential, all in blood. */
export const BLOOD_COUNT: readonly PlainTest[] = [
  { name: key('White blood cells'), topic: 'white-cells', codes: ['6690-2', '26464-8'] },
  { name: key('Red blood cells'), topic: 'red-cells', codes: ['789-8', '26453-1'] },
  {
    name: key('Hemoglobin, which carries oxygen'),
    topic: 'hemoglobin',
    codes: ['718-7', '59260-0'],
  },
  {
    name: key('Share of red blood cells in the blood'),
    topic: 'hematocrit',
    codes: ['4544-3', '20570-8'],
  },
  { name: key('Average size of the red blood cells'), topic: 'mcv', codes: ['787-2', '30428-7'] },
  {
    name: key('Hemoglobin in an average red blood cell'),
    topic: 'red-cell-hemoglobin',
    codes: ['785-6', '28539-5'],
  },
  {
    name: key('Concentration of hemoglobin in the red blood cells'),
    topic: 'red-cell-hemoglobin',
    codes: ['786-4', '28540-3'],
  },
  {
    name: key('How much the red blood cells differ in size'),
    topic: 'rdw',
    codes: ['788-0', '30385-9'],
  },
  {
    name: key('Platelets, which help blood to clot'),
    topic: 'platelets',
    codes: ['777-3', '26515-7'],
  },
  {
    name: key('Neutrophils, a kind of white blood cell'),
    topic: 'neutrophils',
    codes: ['751-8', '26499-4'],
  },
  {
    name: key('Neutrophils, as a share of the white blood cells'),
    topic: 'neutrophils',
    codes: ['770-8', '26511-6'],
  },
  {
    name: key('Lymphocytes, a kind of white blood cell'),
    topic: 'lymphocytes',
    codes: ['731-0', '26474-7'],
  },
  {
    name: key('Lymphocytes, as a share of the white blood cells'),
    topic: 'lymphocytes',
    codes: ['736-9', '26478-8'],
  },
  {
    name: key('Monocytes, a kind of white blood cell'),
    topic: 'monocytes',
    codes: ['742-7', '26484-6'],
  },
  {
    name: key('Monocytes, as a share of the white blood cells'),
    topic: 'monocytes',
    codes: ['5905-5', '26485-3'],
  },
  {
    name: key('Eosinophils, a kind of white blood cell'),
    topic: 'eosinophils',
    codes: ['711-2', '26449-9'],
  },
  {
    name: key('Eosinophils, as a share of the white blood cells'),
    topic: 'eosinophils',
    codes: ['713-8', '26450-7'],
  },
  {
    name: key('Basophils, a kind of white blood cell'),
    topic: 'basophils',
    codes: ['704-7', '26444-0'],
  },
  {
    name: key('Basophils, as a share of the white blood cells'),
    topic: 'basophils',
    codes: ['706-2', '30180-4'],
  },
]
