import { strictIg } from './profile-strict.ts'
import type { Profile } from './profile.ts'

/** MEDITECH as its Greenfield sandbox behaves (vendor notes B1, B4). */
export const meditech: Profile = {
  ...strictIg,
  name: 'meditech',
  title: 'MEDITECH',
  summary:
    'Behaves like MEDITECH Greenfield: problems that are no FHIR, twenty results a page, laboratory results without codes or units.',
  issuerForm: 'slash',
  needsAud: false,
  signInAs: ['patient', 'clinician'],
  hasResponseIss: false,
  errorWords: 'none',
  metadata: {
    ...strictIg.metadata,
    capabilities: strictIg.metadata.capabilities.filter(
      (capability) => capability !== 'authorize-post' && capability !== 'context-style',
    ),
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
  },
  fhir: {
    withoutJsonAccept: 'json',
    outcomes: 'meditech',
    needsCategoryOrCode: false,
    categories: undefined,
    paging: { kind: 'continue', seconds: 600 },
    nextLinks: 'other-spelling',
    defaultCount: 20,
    maxCount: 20,
    defaultSort: undefined,
    total: 'page',
    hasBundleId: false,
    saysMoreMayExist: false,
    hasHistory: false,
    unknownType: 'problem',
    guides: ['http://hl7.org/fhir/us/core/ImplementationGuide/hl7.fhir.us.core'],
    exposedHeaders: [],
    dress: 'meditech',
  },
}
