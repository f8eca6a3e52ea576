import { createAuthorizationServer } from './authorization-server.ts'
import { loadPatients } from './fhir-store.ts'
import type { FhirStore } from './fhir-store.ts'
import { profiles } from './profiles.ts'
import type { ProfileName } from './profile.ts'
import { generateSigningKey } from './signing-keys.ts'
import type { SigningKey } from './signing-keys.ts'
import { Tenant } from './tenant.ts'

/** The tenants of one running sandbox. */
export class Tenants {
  readonly origin: string
  readonly appRoots: readonly string[]
  readonly store: FhirStore
  readonly #log: (line: string) => void
  readonly #byId = new Map<string, Tenant>()
  #key: Promise<SigningKey> | undefined

  constructor(settings: {
    origin: string
    appRoots: readonly string[]
    log: (line: string) => void
  }) {
    this.origin = settings.origin
    this.appRoots = settings.appRoots
    this.#log = settings.log
    this.store = loadPatients()
  }

  get all(): Tenant[] {
    return [...this.#byId.values()]
  }

  get(id: string): Tenant | undefined {
    return this.#byId.get(id)
  }

  /** Adds a tenant, or replaces the one of that id, with nothing signed in and no fault on. */
  async add(id: string, profile: ProfileName, appRoots = this.appRoots): Promise<Tenant> {
    // Making an RSA key takes longer than all the rest, so tenants share one until they rotate it.
    this.#key ??= generateSigningKey()
    const tenant = new Tenant({
      id,
      profile: profiles[profile],
      store: this.store,
      origin: this.origin,
      appRoots,
      key: await this.#key,
    })
    await this.#build(tenant)
    this.#byId.set(id, tenant)
    return tenant
  }

  /** Gives a tenant other app roots; its sessions live on. */
  async setAppRoots(tenant: Tenant, appRoots: readonly string[]): Promise<void> {
    tenant.appRoots = appRoots
    await this.#build(tenant)
  }

  /** Gives a tenant a new signing key; its sessions live on, the old key is gone. */
  async rotateKeys(tenant: Tenant): Promise<void> {
    tenant.key = await generateSigningKey()
    await this.#build(tenant)
  }

  /** Removes a tenant; false when there was none. */
  remove(id: string): boolean {
    return this.#byId.delete(id)
  }

  /** Clients and keys are fixed in a provider, so a change of either builds a new one on the same storage. */
  async #build(tenant: Tenant): Promise<void> {
    tenant.authorizationServer = await createAuthorizationServer(tenant, this.#log)
  }
}
