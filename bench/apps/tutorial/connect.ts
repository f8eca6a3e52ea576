import FHIR from 'fhirclient'
import type Client from 'fhirclient/lib/Client.js'

/**
 * A client for `?base=…&patient=…&token=…`, where the benchmark leaves the sign-in out, or else for the launch that has
 * led to this page.
 */
export async function connect(): Promise<Client> {
  const query = new URLSearchParams(location.search)
  const serverUrl = query.get('base')
  if (serverUrl === null) return FHIR.oauth2.ready()
  return FHIR.client({
    serverUrl,
    tokenResponse: {
      access_token: query.get('token') ?? '',
      patient: query.get('patient') ?? '',
    },
  })
}
