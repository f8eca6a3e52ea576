import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { randomUUID } from 'node:crypto'
import { patientId } from './observations.ts'

/** What the server asks of a browser that signs in. It asks nobody anything: each request is granted at once. */
export type SignIn = {
  readonly discovery: (base: string) => string
  readonly keys: string
  /** Where the browser is sent back to. */
  readonly authorize: (query: URLSearchParams) => string
  readonly token: (form: URLSearchParams, base: string) => Promise<string>
}

const scope = 'launch openid fhirUser patient/*.rs'

/** The access token that every sign-in gives, so that a page can be measured without one. */
export const accessToken = 'bench-access-token'

/** Makes the sign-in of the benchmark's server (SMART App Launch 2.2), with a signing key of this run. */
export async function createSignIn(): Promise<SignIn> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }
  const codes = new Map<string, { nonce: string | null; clientId: string }>()
  return {
    keys: JSON.stringify({ keys: [key] }),
    discovery: (base) =>
      JSON.stringify({
        issuer: base,
        jwks_uri: `${base}/jwks`,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        grant_types_supported: ['authorization_code'],
        response_types_supported: ['code'],
        scopes_supported: scope.split(' '),
        code_challenge_methods_supported: ['S256'],
        capabilities: [
          'launch-ehr',
          'client-public',
          'context-ehr-patient',
          'sso-openid-connect',
          'permission-patient',
          'permission-v2',
        ],
      }),
    authorize: (query) => {
      const code = randomUUID()
      codes.set(code, { nonce: query.get('nonce'), clientId: query.get('client_id') ?? '' })
      const back = new URL(query.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', query.get('state') ?? '')
      return back.href
    },
    token: async (form, base) => {
      const request = codes.get(form.get('code') ?? '')
      if (request === undefined) throw new Error('No such code.')
      const { nonce, clientId } = request
      const idToken = await new SignJWT({
        ...(nonce === null ? {} : { nonce }),
        fhirUser: `${base}/Patient/${patientId}`,
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
        .setIssuer(base)
        .setSubject('mona')
        .setAudience(clientId)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey)
      return JSON.stringify({
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: 36_000,
        scope,
        patient: patientId,
        id_token: idToken,
      })
    },
  }
}
