import type { ClientMetadata } from 'oidc-provider'

import { clientId } from './tenant.ts'
import type { Tenant } from './tenant.ts'

/** The confidential client that may introspect tokens (RFC 7662), as a resource server would. */
export const resourceServer = { id: 'local-ehr-resource-server', secret: 'not-a-secret' }

/** The clients registered at a tenant: the app, public and with exact redirect URIs, and a resource server. */
export function toClients(tenant: Tenant): ClientMetadata[] {
  return [
    {
      client_id: clientId,
      client_name: 'Chartside',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: tenant.redirectUris,
      id_token_signed_response_alg: 'RS256',
    },
    {
      client_id: resourceServer.id,
      client_secret: resourceServer.secret,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: [],
      response_types: [],
      redirect_uris: [],
    },
  ]
}
