import { key } from '../../language/t.ts'
import { healthTopic, medicalTest, type Explanation } from './source-page.ts'

const vitalSigns = healthTopic('vitalsigns', 'vitalsigns.html')
const bodyWeight = healthTopic('bodyweight')

export const VITAL_SIGNS_EXPLAINED = {
  'blood-pressure': {
    text: key(
      'This measures how strongly the blood pushes against the walls of the arteries: once while the heart beats, and once while it rests between beats. It is measured at most checkups, to follow how heart and blood vessels are doing.',
    ),
    pages: medicalTest('measuring-blood-pressure', 'vitalsigns.html'),
  },
  'heart-rate': {
    text: key(
      'This counts how often the heart beats in a minute. It is one of the vital signs, which show how well the body does its most basic work.',
    ),
    pages: vitalSigns,
  },
  'breathing-rate': {
    text: key(
      'This counts how many breaths are taken in a minute. It is one of the vital signs, which show how well the body does its most basic work.',
    ),
    pages: vitalSigns,
  },
  temperature: {
    text: key(
      'This measures how warm the body is. It is one of the vital signs; among other reasons it is measured when somebody feels ill.',
    ),
    pages: vitalSigns,
  },
  oxygen: {
    text: key(
      'A small clip, mostly on a finger, shines light through the skin and measures how much of the hemoglobin in the blood carries oxygen. It is done to follow how well heart and lungs supply the body with oxygen.',
    ),
    pages: medicalTest('pulse-oximetry'),
  },
  weight: {
    text: key(
      'This measures how heavy the body is. It is followed over time in many checkups, and some medicines are given by weight.',
    ),
    pages: bodyWeight,
  },
  height: {
    text: key(
      'This measures how tall somebody is. In children it shows how they grow; in adults it is needed to look at weight in proportion to height.',
    ),
    pages: bodyWeight,
  },
  bmi: {
    text: key(
      'The body mass index is calculated from weight and height. It estimates body fat, and is used as one of several ways to look at weight; it measures neither fat nor muscle itself.',
    ),
    pages: bodyWeight,
  },
} satisfies Record<string, Explanation>
