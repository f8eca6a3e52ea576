import { afterEach, describe, expect, it, vi } from 'vitest'
import { refreshTokens } from './refresh-tokens.ts'
import type { StoredSession } from './session-store.ts'
import { answerRequests, createSigner, formOf } from './test-server.ts'
import { exampleRefresh, exampleStored } from './test-session.ts'

const signer = await createSigner('key-1')
const issuer = 'https://ehr.example/oauth2'
const jwksUri = `${issuer}/jwks`
const grant = exampleRefresh
const good = { access_token: 'at-2', token_type: 'Bearer', expires_in: 600 }

function aSession(): StoredSession {
  const stored = exampleStored({ identity: { kind: 'verified', fhirUser: undefined } })
  const subject = { issuer, sub: 'user-1' }
  return { ...stored, connection: { ...stored.connection, refresh: grant, jwksUri, subject } }
}

/** Refreshes the example session at a server that gives this answer. */
async function refreshing(answer: () => Response | Promise<Response>) {
  const stored = aSession()
  const sent = answerRequests({
    [stored.connection.tokenEndpoint]: answer,
    [jwksUri]: () => Response.json({ keys: [signer.jwk] }),
  })
  return { refreshed: await refreshTokens(stored, grant), stored, sent }
}

const idToken = (changed: object = {}) => {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: issuer, aud: 'app-1', sub: 'user-1', iat: now, exp: now + 300 }
  return signer.sign({ ...claims, ...changed })
}

afterEach(() => vi.unstubAllGlobals())

describe('refreshTokens', () => {
  it('REF-02 REF-03 names the client and the token, asks for no scope, and sends no Authorization', async () => {
    const { sent } = await refreshing(() => Response.json(good))
    expect(Object.fromEntries(formOf(sent[0]))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: grant.token,
      client_id: 'app-1',
    })
    expect(new Headers(sent[0]?.init.headers).has('authorization')).toBe(false)
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' })
  })

  it('F-T15a REF-04 takes the new refresh token in place of the old one', async () => {
    const { refreshed } = await refreshing(() => Response.json({ ...good, refresh_token: 'rt-2' }))
    expect(refreshed).toMatchObject({
      kind: 'renewed',
      stored: { accessToken: 'at-2', connection: { refresh: { token: 'rt-2' } } },
    })
  })

  it('F-T15b REF-04 keeps the old one where none came, under a new name', async () => {
    const { refreshed } = await refreshing(() => Response.json(good))
    if (refreshed.kind !== 'renewed') throw new Error(refreshed.kind)
    const { refresh } = refreshed.stored.connection
    expect(refresh?.token).toBe(grant.token)
    expect(refresh?.name).not.toBe(grant.name)
  })

  it('TOK-04 reckons the new time from when it asked', async () => {
    const before = Date.now()
    const { refreshed } = await refreshing(() => Response.json(good))
    if (refreshed.kind !== 'renewed') throw new Error(refreshed.kind)
    const { expiresAt } = refreshed.stored.session
    expect(expiresAt).toBeGreaterThanOrEqual(before + 600_000)
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 600_000)
  })

  it.each<[string, () => Response]>([
    ['F-T15c invalid_grant', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    ['invalid_client', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
  ])('REF-06 takes %s for a no', async (_name, answer) => {
    expect((await refreshing(answer)).refreshed).toEqual({ kind: 'refused' })
  })

  it.each<[string, () => Response]>([
    [
      'F-T15e a lost connection',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
    ['a busy server', () => Response.json({ error: 'slow_down' }, { status: 429 })],
    ['a request that took too long', () => Response.json({ error: 'timeout' }, { status: 408 })],
    ...['temporarily_unavailable', 'server_error', 'slow_down'].map(
      (error): [string, () => Response] => [
        `${error} with 400`,
        () => Response.json({ error }, { status: 400 }),
      ],
    ),
    ['a proxy’s page', () => new Response('<h1>502</h1>', { status: 502 })],
    ['a page with 404', () => new Response('<h1>404</h1>', { status: 404 })],
    ['an answer without a token', () => Response.json({})],
  ])('REF-06 takes %s for no answer', async (_name, answer) => {
    expect((await refreshing(answer)).refreshed).toEqual({ kind: 'failed' })
  })

  it('F-T15d CTX-10 notices another patient', async () => {
    const { refreshed } = await refreshing(() => Response.json({ ...good, patient: 'p-2' }))
    expect(refreshed).toEqual({ kind: 'changed', what: 'patient' })
  })

  it('CTX-10 goes on with the same patient, or with none named', async () => {
    const { refreshed } = await refreshing(() => Response.json({ ...good, patient: 'p-1' }))
    expect(refreshed.kind).toBe('renewed')
  })

  it.each([
    ['which needs no nonce', {}],
    ['also by a clock that has gone wrong meanwhile', { iat: 1, exp: 2 }],
  ])('IDT-09 goes on with an id_token of the same person, %s', async (_name, changed) => {
    const { refreshed } = await refreshing(async () =>
      Response.json({ ...good, id_token: await idToken(changed) }),
    )
    expect(refreshed.kind).toBe('renewed')
  })

  it.each([
    ['F-T15f another person', { sub: 'user-2' }],
    ['another issuer', { iss: 'https://other.example' }],
    ['another client', { aud: 'app-2' }],
    ['nobody', { sub: '' }],
  ])('IDT-09 stops at an id_token of %s', async (_name, changed) => {
    const { refreshed } = await refreshing(async () =>
      Response.json({ ...good, id_token: await idToken(changed) }),
    )
    expect(refreshed).toEqual({ kind: 'changed', what: 'user' })
  })

  it('IDT-09 stops at an id_token that another key has signed', async () => {
    const other = await createSigner('key-1')
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: 'app-1', sub: 'user-1', iat: now, exp: now + 300 }
    const forged = await other.sign(claims)
    const { refreshed } = await refreshing(() => Response.json({ ...good, id_token: forged }))
    expect(refreshed).toEqual({ kind: 'changed', what: 'user' })
  })
})
