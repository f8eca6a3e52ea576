import { authorize, ready } from 'fhirclient/lib/smart.js'
import { createAdapter, type ClientStates } from '../../../src/smart/fhirclient-adapter.ts'

/** What a request needs to know of a sign-in. */
export type SignedIn = {
  readonly base: string
  readonly token: string
  readonly patientId: string
}

const kept = 'states'

/**
 * Begins a sign-in by fhirclient with the launch that the address names, or ends it with the code that it names.
 *
 * @returns nothing where the page is being left
 */
export async function signIn(): Promise<SignedIn | undefined> {
  const query = new URLSearchParams(location.search)
  const here = new URL(location.pathname, location.origin)
  const states: ClientStates = new Map(
    JSON.parse(sessionStorage.getItem(kept) ?? '[]') as Iterable<never>,
  )
  const adapter = createAdapter(here, states)
  const code = query.get('code')
  if (code === null) {
    const address = await authorize(adapter, {
      iss: query.get('iss') ?? '',
      launch: query.get('launch') ?? '',
      clientId: 'minimal',
      scope: 'launch patient/Patient.rs patient/Observation.rs',
      redirectUri: here.href,
      noRedirect: true,
      completeInTarget: true,
    })
    sessionStorage.setItem(kept, JSON.stringify([...states]))
    location.assign(String(address))
    return undefined
  }
  const { state } = await ready(adapter, { code, stateKey: query.get('state') ?? '' })
  return {
    base: state.serverUrl,
    token: state.tokenResponse?.access_token ?? '',
    patientId: state.tokenResponse?.patient ?? '',
  }
}
