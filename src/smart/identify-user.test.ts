import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchKeys } from './id-token.ts'
import { identifyUser } from './identify-user.ts'
import { answerRequests, appRoot, createSigner } from './test-server.ts'
import { exampleTransaction } from './test-transaction.ts'
import { readTokenResponse } from './token-response.ts'
import type { Transaction } from './transaction.ts'

const signer = await createSigner('key-1')
const issuer = 'https://ehr.example/oauth2'
const jwksUri = `${issuer}/jwks`
const openid = {
  issuer,
  jwks_uri: jwksUri,
  token_endpoint: 'https://ehr.example/oauth2/token',
}

type Scene = {
  transaction?: Partial<Transaction>
  claims?: object
  configuration?: () => Response
  answeredBy?: string
  scope?: string
  idToken?: string | undefined
}

/** Checks who signed in at a server whose metadata names neither issuer nor keys, unless the scene says otherwise. */
async function identify(scene: Scene = {}) {
  const transaction = exampleTransaction({
    issuer: undefined,
    jwksUri: undefined,
    ...scene.transaction,
  })
  const now = Math.floor(Date.now() / 1000)
  const { nonce } = transaction
  const claims = { iss: issuer, aud: 'app-1', sub: 'user-1', iat: now, exp: now + 300, nonce }
  const sent = answerRequests({
    [`${issuer}/.well-known/openid-configuration`]:
      scene.configuration ?? (() => Response.json(openid)),
    [jwksUri]: () => Response.json({ keys: [signer.jwk] }),
  })
  const idToken =
    'idToken' in scene ? scene.idToken : await signer.sign({ ...claims, ...scene.claims })
  const token = readTokenResponse(
    { access_token: 'at', token_type: 'Bearer', id_token: idToken },
    'ehr.example',
  )
  const user = identifyUser(token, {
    transaction,
    scope: scene.scope ?? 'openid',
    answeredBy: scene.answeredBy,
    keys: fetchKeys(transaction.jwksUri),
    appRoot,
  })
  return { user, sent }
}

const noAnswer = () => {
  throw new TypeError('Failed to fetch')
}

afterEach(() => vi.unstubAllGlobals())

describe('identifyUser', () => {
  it('DISC-11 asks nothing more of a server whose metadata names issuer and keys', async () => {
    const { user, sent } = await identify({ transaction: { issuer, jwksUri } })
    await expect(user).resolves.toMatchObject({ identity: { kind: 'verified' } })
    expect(sent.map(({ url }) => url)).toEqual([jwksUri])
  })

  it('F-D12 DISC-11 reads the configuration of the id_token’s issuer, and verifies by its keys', async () => {
    const { user, sent } = await identify()
    await expect(user).resolves.toMatchObject({
      identity: { kind: 'verified' },
      subject: { issuer, sub: 'user-1' },
    })
    expect(sent[0]?.url).toBe(`${issuer}/.well-known/openid-configuration`)
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' })
  })

  it.each<[string, Scene]>([
    [
      'F-I12 names another issuer',
      { configuration: () => Response.json({ ...openid, issuer: 'https://other.example' }) },
    ],
    [
      'F-I12 names the issuer with a slash more',
      { configuration: () => Response.json({ ...openid, issuer: `${issuer}/` }) },
    ],
    [
      'gives tokens at another address than the one that gave this',
      { configuration: () => Response.json({ ...openid, token_endpoint: `${issuer}/other` }) },
    ],
    ['has no keys', { configuration: () => Response.json({ ...openid, jwks_uri: undefined }) }],
    [
      'has its keys at a plain http address',
      { configuration: () => Response.json({ ...openid, jwks_uri: 'http://ehr.example/jwks' }) },
    ],
    [
      'has other keys than the metadata names',
      { transaction: { jwksUri: 'https://ehr.example/other-jwks' } },
    ],
  ])('DISC-11 refuses where the configuration %s', async (_name, scene) => {
    const { user } = await identify(scene)
    await expect(user).rejects.toMatchObject({ failure: 'identity-invalid' })
  })

  it.each([
    ['is plain http', { claims: { iss: 'http://ehr.example/oauth2' } }],
    ['is no address', { claims: { iss: 'hospital' } }],
    ['is missing', { claims: { iss: undefined } }],
    ['differs from the one in the answer (RFC 9207)', { answeredBy: 'https://ehr.example/other' }],
    ['differs from the one configured', { transaction: { issuer: 'https://ehr.example/own' } }],
    ['can not be read', { idToken: 'garbage' }],
  ])('IDT-02 refuses an id_token whose issuer %s', async (_name, scene) => {
    const { user } = await identify(scene)
    await expect(user).rejects.toMatchObject({ failure: 'identity-invalid' })
  })

  it.each([
    ['has no CORS', noAnswer],
    ['is not there', () => new Response('<html>', { status: 404 })],
  ])('IDT-08 calls the identity unverified where the configuration %s', async (_name, answer) => {
    const { user } = await identify({ configuration: answer })
    await expect(user).resolves.toMatchObject({ identity: { kind: 'unverified' } })
  })

  it('IDT-08 checks the claims all the same', async () => {
    const { user } = await identify({ configuration: noAnswer, claims: { nonce: 'other' } })
    await expect(user).rejects.toMatchObject({ details: { reason: 'nonce' } })
  })

  it('F-I15 refuses when openid was granted and no id_token came', async () => {
    const { user } = await identify({ idToken: undefined })
    await expect(user).rejects.toMatchObject({ details: { reason: 'id_token missing' } })
  })

  it('IDT-01 asks for none where openid was not granted', async () => {
    const { user } = await identify({ idToken: undefined, scope: 'launch' })
    await expect(user).resolves.toEqual({ identity: { kind: 'not-asked' }, subject: undefined })
  })
})
