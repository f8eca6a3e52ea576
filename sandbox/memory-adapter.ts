import type { Adapter, AdapterPayload } from 'oidc-provider'

type Stored = { readonly payload: AdapterPayload; readonly expiresAt: number }

/**
 * Where one tenant's codes, tokens, grants and sign-ins live: in memory, and outside the provider, so that they
 * outlast its rebuilding when keys or redirect URIs change.
 */
export class TenantStorage {
  readonly #entries = new Map<string, Stored>()
  /** Codes handed out under another name (F-A6): by that name, the code they stand for. */
  readonly codeAliases = new Map<string, string>()

  /** The oidc-provider adapter of one of its models, such as `AccessToken`. */
  adapterFor(model: string): Adapter {
    const entries = this.#entries
    const keyOf = (id: string) =>
      `${model}:${model === 'AuthorizationCode' ? (this.codeAliases.get(id) ?? id) : id}`
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
