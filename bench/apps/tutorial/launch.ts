import FHIR from 'fhirclient'
import { keepPageSize } from './page-size.ts'

// fhirclient takes `iss`, `launch` and, where it is there, `clientId` from the address of the page.
keepPageSize()
await FHIR.oauth2.authorize({
  clientId: 'tutorial',
  scope: 'launch openid fhirUser patient/Patient.rs patient/Observation.rs',
  redirectUri: 'index.html',
})
