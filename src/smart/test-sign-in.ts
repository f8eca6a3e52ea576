import type { ServerConfig } from '../config/server-config.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { readForm } from './query.ts'
import {
  answerRequests,
  appRoot,
  createSigner,
  exampleServer,
  smartConfiguration,
  type SentRequest,
} from './test-server.ts'
import type { ReturnTo } from './transaction.ts'

const signer = await createSigner('key-1')
const now = () => Math.floor(Date.now() / 1000)

/** What the server of a sign-in says otherwise than the example does. */
export type Scene = {
  token?: Record<string, unknown>
  claims?: Record<string, unknown>
  tokenAnswer?: () => Response
  configuration?: object
  jwks?: () => Response
  returnTo?: ReturnTo
  server?: Partial<ServerConfig>
}

/** Goes through a standalone sign-in up to the answer of the server, `answer` being its query. */
export async function signIn(
  scene: Scene = {},
  answer = (state: string) => `?code=c0de&state=${state}`,
  address = exampleServer.redirectUri,
) {
  const sent: SentRequest[] = answerRequests({
    'https://ehr.example/api/FHIR/R4/.well-known': () =>
      Response.json({ ...smartConfiguration, ...scene.configuration }),
    [smartConfiguration.jwks_uri]: scene.jwks ?? (() => Response.json({ keys: [signer.jwk] })),
    [smartConfiguration.token_endpoint]: async () =>
      scene.tokenAnswer?.() ??
      Response.json({
        access_token: 'at-canary',
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid fhirUser launch/patient patient/Patient.rs',
        patient: 'pat-1',
        id_token: await signer.sign({
          iss: smartConfiguration.issuer,
          aud: 'app-1',
          sub: 'user-1',
          iat: now(),
          exp: now() + 300,
          nonce,
          fhirUser: 'Practitioner/dr-1',
          ...scene.claims,
        }),
        ...scene.token,
      }),
  })
  const start = { launch: 'standalone', returnTo: scene.returnTo } as const
  const server = { ...exampleServer, ...scene.server }
  const { address: begun } = await beginSignIn(server, start, appRoot)
  const nonce = begun.searchParams.get('nonce')
  const callback = { address, query: readForm(answer(begun.searchParams.get('state') ?? '')) }
  const signedIn = () => completeSignIn(callback, Promise.resolve([server]), appRoot)
  const complete = async () => {
    const done = await signedIn()
    if (done.kind !== 'session') throw new Error('no session yet')
    return done.stored
  }
  const tokenRequests = () => sent.filter(({ url }) => url === smartConfiguration.token_endpoint)
  return { complete, signedIn, sent, tokenRequests }
}
