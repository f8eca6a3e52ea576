import { expect, it } from 'vitest'
import { observationCategories } from './observation-categories.ts'

it('OBS-01 lists the nine categories of FHIR R4, vital signs and laboratory first', () => {
  expect(observationCategories.map(({ code, title }) => `${code}: ${title}`)).toEqual([
    'vital-signs: Vital signs',
    'laboratory: Laboratory',
    'social-history: Social history',
    'survey: Surveys',
    'exam: Exam',
    'imaging: Imaging',
    'procedure: Procedures',
    'therapy: Therapy',
    'activity: Activity',
  ])
  expect(new Set(observationCategories.map(({ system }) => system))).toEqual(
    new Set(['http://terminology.hl7.org/CodeSystem/observation-category']),
  )
})
