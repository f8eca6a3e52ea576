import type { CapabilityStatement } from 'fhir/r4'

import type { DiscoveryFault } from './faults.ts'
import { searchParameters } from './fhir-search.ts'
import type { Tenant } from './tenant.ts'

/** Faults that change the document; a member that is undefined goes away in JSON. */
const changes: Partial<Record<DiscoveryFault, (tenant: Tenant) => Record<string, unknown>>> = {
  'relative-endpoints': () => ({
    authorization_endpoint: '../../../oauth2/authorize',
    token_endpoint: '../../../oauth2/token',
    jwks_uri: '../../../oauth2/jwks',
  }),
  // A reserved name: what is sent there in spite of the fault reaches nobody.
  'http-endpoint': () => ({
    authorization_endpoint: 'http://ehr.example/oauth2/authorize',
    token_endpoint: 'http://ehr.example/oauth2/token',
  }),
  'foreign-token-endpoint': ({ id, foreignOrigin }) => ({
    token_endpoint: `${foreignOrigin}/${id}/oauth2/token`,
  }),
  'without-s256': () => ({ code_challenge_methods_supported: undefined }),
  'plain-only': () => ({ code_challenge_methods_supported: ['plain'] }),
  'without-issuer': () => ({ issuer: undefined, jwks_uri: undefined }),
  // Whoever finds issuer and keys here doesn't look into openid-configuration.
  'other-openid-issuer': () => ({ issuer: undefined, jwks_uri: undefined }),
  'other-issuer': () => ({ issuer: 'https://other.example/oauth2' }),
}

/** The `.well-known/smart-configuration` of a tenant (SMART App Launch 2.2, conformance). */
export function toSmartConfiguration(tenant: Tenant): Record<string, unknown> {
  const { issuer, oauthBase, profile } = tenant
  const document: Record<string, unknown> = {
    issuer,
    jwks_uri: `${oauthBase}/jwks`,
    authorization_endpoint: `${oauthBase}/authorize`,
    token_endpoint: `${oauthBase}/token`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: profile.pkceMethods,
    ...profile.metadata,
  }
  if (profile.hasRevocation) {
    document['revocation_endpoint'] = `${oauthBase}/revoke`
    document['introspection_endpoint'] = `${oauthBase}/introspect`
  }
  if (profile.hasResponseIss) {
    document['authorization_response_iss_parameter_supported'] = true
  }
  const { discovery } = tenant.faults
  return discovery === undefined ? document : { ...document, ...changes[discovery]?.(tenant) }
}

/** The CapabilityStatement at `/metadata`, with the SMART addresses older apps look for. */
export function toCapabilityStatement(tenant: Tenant): CapabilityStatement {
  const { oauthBase } = tenant
  const { guides } = tenant.profile.fhir
  const address = (url: string, path: string) => ({ url, valueUri: `${oauthBase}/${path}` })
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    software: { name: 'Chartside local EHR' },
    ...(guides.length > 0 ? { implementationGuide: [...guides] } : {}),
    implementation: { description: tenant.profile.title, url: tenant.fhirBase },
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [address('authorize', 'authorize'), address('token', 'token')],
            },
          ],
        },
        resource: Object.entries(searchParameters).map(([type, names]) => ({
          type: type as 'Observation',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: names.map((name) => ({ name, type: toParameterType(name) })),
        })),
      },
    ],
  }
}

function toParameterType(name: string): 'date' | 'reference' | 'string' | 'token' {
  if (name === 'date' || name === 'birthdate') return 'date'
  if (name === 'patient' || name === 'subject') return 'reference'
  return name === 'name' ? 'string' : 'token'
}
