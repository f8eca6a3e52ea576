import { randomBytes } from 'node:crypto'

import type { AuthorizationServer } from './authorization-server.ts'
import type { Faults, FhirFaultTarget } from './faults.ts'
import type { FhirStore } from './fhir-store.ts'
import { TenantStorage } from './memory-adapter.ts'
import { PagingSessions } from './paging.ts'
import type { Profile } from './profile.ts'
import { RequestLog } from './request-log.ts'
import { generateSigningKey } from './signing-keys.ts'
import type { SigningKey } from './signing-keys.ts'

/** The one registered client: public, as a browser app is. */
export const clientId = 'chartside-local'

/** What a chart hands over when it launches the app. Good for one authorization, for five minutes. */
export type Launch = {
  readonly patient: string
  readonly encounter: string | undefined
  readonly needPatientBanner: boolean
  /** By which the chart knows the app it holds (SMART Web Messaging). */
  readonly messagingHandle: string
  readonly until: number
}

/** The context an authorization ended with; the token response repeats it. */
export type LaunchContext = {
  readonly accountId: string
  readonly patient: string | undefined
  readonly encounter: string | undefined
  readonly needPatientBanner: boolean
  /** Undefined without the scope `messaging/ui`, or a chart to close. */
  readonly messagingHandle: string | undefined
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
  /** Requests for the key set since an id_token was signed with the spare key (F-I8). */
  keyFetches = 0
  /** Set as soon as the tenant is built; replaced when keys or roots change. */
  authorizationServer: AuthorizationServer | undefined
  #faults: Faults = {}
  #faultUses = new Map<FhirFaultTarget, number>()
  readonly #launches = new Map<string, Launch>()
  #spareKey: Promise<SigningKey> | undefined

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

  /** Address of the authorization server, which its endpoints lie under. */
  get oauthBase(): string {
    return `${this.origin}/${this.id}/oauth2`
  }

  /** The OpenID issuer, in the form the profile gives it (IDT-02). */
  get issuer(): string {
    const endings = { plain: '', slash: '/', 'token-endpoint': '/token' }
    return this.oauthBase + endings[this.profile.issuerForm]
  }

  /** Address of the FHIR server without a slash at the end, for building addresses on it. */
  get fhirRoot(): string {
    return `${this.origin}/${this.id}/api/FHIR/R4`
  }

  /** The FHIR base as the profile writes it: `iss` and `aud`, character by character (ISS-02). */
  get fhirBase(): string {
    return this.profile.hasBaseSlash ? `${this.fhirRoot}/` : this.fhirRoot
  }

  /**
   * The sandbox under its other name, another origin to a browser: a request sent there shows in the log with its
   * host, and reaches nobody else.
   */
  get foreignOrigin(): string {
    return this.origin.replace('//localhost', '//127.0.0.1')
  }

  get faults(): Faults {
    return this.#faults
  }

  set faults(faults: Faults) {
    this.#faults = faults
    // A key that is published late is so from the second fetch after this on.
    this.keyFetches = 0
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

  /** A second key: the forger's, or the one that comes after a rotation. Made when it is first asked for. */
  spareKey(): Promise<SigningKey> {
    return (this.#spareKey ??= generateSigningKey())
  }

  /** How often a fault was used. */
  usesOf(fault: FhirFaultTarget): number {
    return this.#faultUses.get(fault) ?? 0
  }

  /** Whether a fault still has a use left, and takes one. */
  useFault(fault: FhirFaultTarget): boolean {
    const uses = this.usesOf(fault)
    if (fault.times !== undefined && uses >= fault.times) return false
    this.#faultUses.set(fault, uses + 1)
    return true
  }

  /** Prepares a launch for a patient and gives its opaque token. */
  addLaunch({
    messagingHandle = randomBytes(24).toString('base64'),
    ...launch
  }: Omit<Launch, 'until' | 'messagingHandle'> & {
    readonly messagingHandle?: string | undefined
  }): string {
    // Long enough for F-A15: what a launch token that is a JWT does to a query.
    const length = this.faults.authorize === 'query-limit' ? 1536 : 24
    const token = randomBytes(length).toString('base64url')
    this.#launches.set(token, { ...launch, messagingHandle, until: Date.now() + launchMs })
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
