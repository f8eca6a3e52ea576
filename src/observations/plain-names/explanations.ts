import { BLOOD_COUNT_EXPLAINED } from './explained-blood-count.ts'
import { CHEMISTRY_EXPLAINED } from './explained-chemistry.ts'
import { OTHERS_EXPLAINED } from './explained-others.ts'
import { VITAL_SIGNS_EXPLAINED } from './explained-vital-signs.ts'

/** What explains each test that has a plain name, by its topic. Loaded when somebody asks for one. */
export const EXPLANATIONS = {
  ...VITAL_SIGNS_EXPLAINED,
  ...BLOOD_COUNT_EXPLAINED,
  ...CHEMISTRY_EXPLAINED,
  ...OTHERS_EXPLAINED,
}

export type Topic = keyof typeof EXPLANATIONS
