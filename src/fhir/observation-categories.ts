import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import type { ObservationCategory } from './record-status.ts'
import { wordTable } from './word-table.ts'

const system = 'http://terminology.hl7.org/CodeSystem/observation-category'
const usCoreSystem = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category'

/** A category whose title is said in the language of the page when it is asked for. */
const named = (code: string, address: string, title: Key): ObservationCategory => ({
  code,
  system: address,
  get title() {
    return t(title)
  },
})

/**
 * The nine categories of FHIR R4 Observation.category, in the order they are asked for and shown. None of them is
 * exhaustive, nor are all nine together: servers categorize as they see fit (OBS-04).
 */
export const observationCategories: readonly ObservationCategory[] = [
  named('vital-signs', system, key('Vital signs')),
  named('laboratory', system, key('Laboratory')),
  named('social-history', system, key('Social history')),
  named('survey', system, key('Surveys')),
  named('exam', system, key('Exam')),
  named('imaging', system, key('Imaging')),
  named('procedure', system, key('Procedures')),
  named('therapy', system, key('Therapy')),
  named('activity', system, key('Activity')),
]

/** The categories that US Core 6 and later add for Observations. */
export const usCoreCategories: readonly ObservationCategory[] = [
  named('sdoh', usCoreSystem, key('Social determinants of health')),
  named('functional-status', usCoreSystem, key('Functional status')),
  named('disability-status', usCoreSystem, key('Disability status')),
  named('cognitive-status', usCoreSystem, key('Cognitive status')),
  named('treatment-intervention-preference', usCoreSystem, key('Treatment preferences')),
  named('care-experience-preference', usCoreSystem, key('Care experience preferences')),
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
