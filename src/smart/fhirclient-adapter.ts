import type { fhirclient } from 'fhirclient/lib/types.js'
import { randomToken, toBase64Url } from './random.ts'

/** What fhirclient keeps between `authorize` and `ready`; ours lives in memory, never in sessionStorage. */
export type ClientStates = Map<string, fhirclient.ClientState>

/**
 * The surroundings fhirclient works in, cut down to what the code flow needs.
 *
 * It is given a fixed address without parameters, since fhirclient lets those of the page override our
 * configuration (ISS-04), and a storage in memory, since its own keeps the verifier, the whole token response and
 * one key for all charts (STO-02, STO-03, LAUNCH-08).
 */
export function createAdapter(appRoot: URL, states: ClientStates): fhirclient.Adapter {
  return {
    options: {
      replaceBrowserHistory: false,
      fullSessionStorageSupport: false,
      refreshTokenWithClientId: true,
    },
    getUrl: () => new URL(appRoot),
    redirect: () => notUsed(),
    getStorage: () => storageIn(states),
    relative: (path) => new URL(path, appRoot).href,
    btoa: (text) => btoa(text),
    atob: () => notUsed(),
    base64urlencode: (input) =>
      toBase64Url(typeof input === 'string' ? new TextEncoder().encode(input) : input),
    base64urldecode: () => notUsed(),
    getAbortController: () => AbortController,
    getSmartApi: () => notUsed(),
    security: {
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      digestSha256: sha256,
      generatePKCEChallenge: async () => {
        const codeVerifier = randomToken()
        return { codeVerifier, codeChallenge: toBase64Url(await sha256(codeVerifier)) }
      },
      importJWK: () => notUsed(),
      signCompactJws: () => notUsed(),
    },
  }
}

function storageIn(states: ClientStates): fhirclient.Storage {
  return {
    get: (key) => Promise.resolve(states.get(key) ?? null),
    set: (key, value: fhirclient.ClientState) => {
      states.set(key, value)
      return Promise.resolve(value)
    },
    unset: (key) => Promise.resolve(states.delete(key)),
  }
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

function notUsed(): never {
  throw new Error('fhirclient reached for a part of the browser that this app does not lend it')
}
