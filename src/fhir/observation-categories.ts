import type { ObservationCategory } from './record-status.ts'

const system = 'http://terminology.hl7.org/CodeSystem/observation-category'

/**
 * The nine categories of FHIR R4 Observation.category, in the order they are asked for and shown. None of them is
 * exhaustive, nor are all nine together: servers categorize as they see fit (OBS-04).
 */
export const observationCategories: readonly ObservationCategory[] = [
  { code: 'vital-signs', system, title: 'Vital signs' },
  { code: 'laboratory', system, title: 'Laboratory' },
  { code: 'social-history', system, title: 'Social history' },
  { code: 'survey', system, title: 'Surveys' },
  { code: 'exam', system, title: 'Exam' },
  { code: 'imaging', system, title: 'Imaging' },
  { code: 'procedure', system, title: 'Procedures' },
  { code: 'therapy', system, title: 'Therapy' },
  { code: 'activity', system, title: 'Activity' },
]
