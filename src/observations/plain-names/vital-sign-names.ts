import { key } from '../../language/t.ts'
import type { PlainTest } from './plain-test.ts'

/** Vital signs and body measurements. */
export const VITAL_SIGNS: readonly PlainTest[] = [
  {
    name: key('Blood pressure'),
    topic: 'blood-pressure',
    codes: ['85354-9', '55284-4'],
    alongside: ['8480-6', '8462-4'],
  },
  {
    name: key('Blood pressure while the heart beats'),
    topic: 'blood-pressure',
    codes: ['8480-6'],
  },
  {
    name: key('Blood pressure between heartbeats'),
    topic: 'blood-pressure',
    codes: ['8462-4'],
  },
  { name: key('Heart rate (pulse)'), topic: 'heart-rate', codes: ['8867-4'] },
  { name: key('Breathing rate'), topic: 'breathing-rate', codes: ['9279-1'] },
  { name: key('Body temperature'), topic: 'temperature', codes: ['8310-5'] },
  {
    name: key('Oxygen in the blood, measured through the skin'),
    topic: 'oxygen',
    codes: ['59408-5'],
    alongside: ['2708-6'],
  },
  { name: key('Weight'), topic: 'weight', codes: ['29463-7', '3141-9'] },
  { name: key('Height'), topic: 'height', codes: ['8302-2', '3137-7'] },
  { name: key('Body mass index (BMI)'), topic: 'bmi', codes: ['39156-5'] },
]
