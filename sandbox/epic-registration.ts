import type { ScopeChoice } from './scopes.ts'

/** The code system of FHIR R4 Observation categories. */
export const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category'

/**
 * Category codes an Epic Observation search accepts (vendor notes B2.6). `core-characteristics` is missing though
 * Epic's CapabilityStatement lists it: the sandbox and a production site answer 400 to it.
 */
export const epicCategories: readonly string[] = [
  'laboratory',
  'vital-signs',
  'social-history',
  'LDA',
  'LDA-property',
  'LDA-assessment',
  'functional-mental-status',
  'periodontal',
  'labor-delivery',
  'newborn-delivery',
  'obstetrics-gynecology',
  'survey',
  'sdoh',
  'imaging',
]

/** The categories this app is registered for: at Epic each is an API of its own, the others answer 403. */
const registeredCategories: readonly (readonly [code: string, name: string])[] = [
  ['laboratory', 'Labs'],
  ['vital-signs', 'Vital Signs'],
  ['social-history', 'Social History'],
  ['survey', 'Survey'],
  ['functional-mental-status', 'Functional and Mental Status'],
  ['sdoh', 'Social Determinants of Health'],
  ['imaging', 'Imaging'],
]

/** What the app is registered for at Epic, in Epic's split v2 form: `.r` and `.s` apart (vendor notes B2.3). */
export const epicRegisteredScopes: readonly ScopeChoice[] = [
  { label: 'Patient', scopes: ['patient/Patient.r', 'patient/Patient.s'] },
  ...registeredCategories.map(([code, name]) => ({
    label: `Observation (${name})`,
    scopes: [
      `patient/Observation.r?category=${categorySystem}|${code}`,
      `patient/Observation.s?category=${categorySystem}|${code}`,
    ],
  })),
]

/** What the app is registered for at an old Epic site, in version 1 of the scopes; Encounter comes unasked. */
export const epicLegacyScopes: readonly ScopeChoice[] = ['Patient', 'Observation', 'Encounter'].map(
  (type) => ({ label: type, scopes: [`patient/${type}.read`] }),
)
