import type { ObservationCategory } from './record-status.ts'
import { wordTable } from './word-table.ts'

const system = 'http://terminology.hl7.org/CodeSystem/observation-category'
const usCoreSystem = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category'

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

/** The categories that US Core 6 and later add for Observations. */
export const usCoreCategories: readonly ObservationCategory[] = [
  { code: 'sdoh', system: usCoreSystem, title: 'Social determinants of health' },
  { code: 'functional-status', system: usCoreSystem, title: 'Functional status' },
  { code: 'disability-status', system: usCoreSystem, title: 'Disability status' },
  { code: 'cognitive-status', system: usCoreSystem, title: 'Cognitive status' },
  {
    code: 'treatment-intervention-preference',
    system: usCoreSystem,
    title: 'Treatment preferences',
  },
  {
    code: 'care-experience-preference',
    system: usCoreSystem,
    title: 'Care experience preferences',
  },
]

/** What a category of a vendor's is called, where only its code is known. */
export const vendorTitles = wordTable(`
  core-characteristics: Core characteristics
  functional-mental-status: Functional and mental status
  LDA: Lines, drains and airways
  periodontal: Periodontal
  labor-delivery: Labor and delivery
  newborn-delivery: Newborn delivery
  obstetrics-gynecology: Obstetrics and gynecology
`)
