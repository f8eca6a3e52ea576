import type { Adapter, AdapterPayload } from 'oidc-provider'

type Stored = { readonly payload: AdapterPayload; readonly expiresAt: number }

/**
 * Where one tenant's codes, tokens, grants and sign-ins live: in memory, and outside the provider, so that they
 * outlast its rebuilding when keys or redirect URIs change.
 */
export class TenantStorage {
  readonly #entries = new Map<string, Stored>()
  /** Codes and tokens handed out under another name (F-A6, F-T16), as `model:name`: what they stand for. */
  readonly #aliases = new Map<string, string>()

  /** Makes a stored code or token answer to another name too. */
  addAlias(model: 'AuthorizationCode' | 'AccessToken', alias: string, id: string): void {
    this.#aliases.set(`${model}:${alias}`, id)
  }

  /** Changes what is stored of a code; does nothing when there is no such code. */
  changeCode(id: string, change: (payload: AdapterPayload) => void): void {
    const stored = this.#entries.get(`AuthorizationCode:${id}`)
    if (stored !== undefined) change(stored.payload)
  }

  /** Takes back a grant and everything issued with it. */
  revokeGrant(grantId: string): void {
    for (const [key, { payload }] of this.#entries) {
      if (payload.grantId === grantId || key === `Grant:${grantId}`) this.#entries.delete(key)
    }
  }

  /** The oidc-provider adapter of one of its models, such as `AccessToken`. */
  adapterFor(model: string): Adapter {
    const entries = this.#entries
    const keyOf = (id: string) => `${model}:${this.#aliases.get(`${model}:${id}`) ?? id}`
    const find = (key: string): AdapterPayload | undefined => {
      const stored = entries.get(key)
      return stored !== undefined && stored.expiresAt > Date.now() ? stored.payload : undefined
    }
    const mine = () => [...entries].filter(([key]) => key.startsWith(`${model}:`))
    return {
      upsert: async (id, payload, seconds) => {
        const expiresAt = seconds === undefined ? Infinity : Date.now() + seconds * 1000
        entries.set(keyOf(id), { payload, expiresAt })
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => mine().find(([, { payload }]) => payload.uid === uid)?.[1].payload,
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = find(keyOf(id))
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        entries.delete(keyOf(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of mine()) {
          if (payload.grantId === grantId) entries.delete(key)
        }
      },
    }
  }
}
