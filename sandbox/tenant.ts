import { randomBytes } from 'node:crypto'

import type { AuthorizationServer } from './authorization-server.ts'
import type { Faults, FhirFaultTarget } from './faults.ts'
import type { FhirStore } from './fhir-store.ts'
import { TenantStorage } from './memory-adapter.ts'
import { PagingSessions } from './paging.ts'
import type { Profile } from './profiles.ts'
import { RequestLog } from './request-log.ts'
import type { SigningKey } from './signing-keys.ts'

/** The one registered client: public, as a browser app is. */
export const clientId = 'chartside-local'

/** What a chart hands over when it launches the app. Good for one authorization, for five minutes. */
export type Launch = {
  readonly patient: string
  readonly encounter: string | undefined
  readonly needPatientBanner: boolean
  readonly until: number
}

/** The context an authorization ended with; the token response repeats it. */
export type LaunchContext = {
  readonly accountId: string
  readonly patient: string | undefined
  readonly encounter: string | undefined
  readonly needPatientBanner: boolean
}

const launchMs = 5 * 60_000

/** One EHR of the sandbox: a profile at its own addresses, with its own sign-ins, launches, faults and log. */
export class Tenant {
  readonly id: string
  readonly profile: Profile
  readonly store: FhirStore
  /** Origin of the sandbox, such as `http://localhost:9400`. */
  readonly origin: string
  readonly storage = new TenantStorage()
  readonly pages = new PagingSessions()
  readonly log = new RequestLog()
  /** Contexts by grant id. */
  readonly contexts = new Map<string, LaunchContext>()
  /** Roots of the app with trailing slash; they decide redirect URIs and CORS. */
  appRoots: readonly string[]
  key: SigningKey
  /** Set as soon as the tenant is built; replaced when keys or roots change. */
  authorizationServer: AuthorizationServer | undefined
  #faults: Faults = {}
  #faultUses = new Map<FhirFaultTarget, number>()
  readonly #launches = new Map<string, Launch>()

  constructor(settings: {
    id: string
    profile: Profile
    store: FhirStore
    origin: string
    appRoots: readonly string[]
    key: SigningKey
  }) {
    this.id = settings.id
    this.profile = settings.profile
    this.store = settings.store
    this.origin = settings.origin
    this.appRoots = settings.appRoots
    this.key = settings.key
  }

  get issuer(): string {
    return `${this.origin}/${this.id}/oauth2`
  }

  get fhirBase(): string {
    return `${this.origin}/${this.id}/api/FHIR/R4`
  }

  get faults(): Faults {
    return this.#faults
  }

  set faults(faults: Faults) {
    this.#faults = faults
    this.#faultUses = new Map()
  }

  /** The registered redirect URIs, compared as whole strings. */
  get redirectUris(): string[] {
    return this.appRoots.flatMap((root) => [`${root}callback/`, `${root}callback/${this.id}/`])
  }

  /** Whether scripts of that origin may read answers: exactly the app's own origins. */
  allowsOrigin(origin: string): boolean {
    return this.appRoots.some((root) => new URL(root).origin === origin)
  }

  /** Whether a fault still has a use left, and takes one. */
  useFault(fault: FhirFaultTarget): boolean {
    const uses = this.#faultUses.get(fault) ?? 0
    if (fault.times !== undefined && uses >= fault.times) return false
    this.#faultUses.set(fault, uses + 1)
    return true
  }

  /** Prepares a launch for a patient and gives its opaque token. */
  addLaunch(launch: Omit<Launch, 'until'>): string {
    const token = randomBytes(24).toString('base64url')
    this.#launches.set(token, { ...launch, until: Date.now() + launchMs })
    return token
  }

  /** The launch behind a token, which is used up by this; undefined when unknown, used or too old (LAUNCH-02). */
  takeLaunch(token: string): Launch | undefined {
    const launch = this.#launches.get(token)
    this.#launches.delete(token)
    return launch !== undefined && launch.until > Date.now() ? launch : undefined
  }

  /** The app's launch address for a launch token (SMART App Launch 2.2, EHR launch). */
  toLaunchUrl(root: string, launch: string): string {
    const url = new URL('launch/', root)
    url.searchParams.set('iss', this.fhirBase)
    url.searchParams.set('launch', launch)
    return url.href
  }
}
