import type { OfferedLanguage } from '../language/language.ts'
import type { ObservationSettings } from './observation-settings.ts'

/** Scopes as a server is asked for them that knows version 2 of their syntax, and one that knows version 1 alone. */
export type ScopeBySyntax = { readonly v2: string; readonly v1: string }

/** What one kind of launch asks a server for; which syntax, the server's capabilities say (SCOPE-07). */
export type LaunchSettings = { readonly clientId: string; readonly scope: ScopeBySyntax }

/** One server of `config.json`, checked, with its defaults filled in. */
export type ServerConfig = {
  /** Names the server in the app's own addresses (`callback/<id>/`); letters, digits, `-` and `_`. */
  readonly id: string
  /** The name people know: "Example Hospital". */
  readonly name: string
  /** The FHIR base exactly as written: servers compare `aud` to the letter (ISS-02). */
  readonly iss: string
  readonly standalone: LaunchSettings
  readonly ehr: LaunchSettings
  /** The registered redirect address, absolute (AUTHZ-06). */
  readonly redirectUri: string
  /** The OpenID issuer, for a server whose metadata names none (IDT-02). */
  readonly issuer: string | undefined
  /**
   * Whether the patient of a standalone sign-in may be taken from a verified `fhirUser`, for servers that say it
   * nowhere else (TOK-08).
   */
  readonly patientFromFhirUser: boolean
  /**
   * Whether a clinician who signs in by hand and gets no patient may look for one, where the scopes are those of a user
   * (TOK-08).
   */
  readonly patientSearch: boolean
  readonly observations: ObservationSettings
  /**
   * Origins beside that of `iss` which the browser must reach for this server. The app takes its addresses from
   * discovery; these are for the host's policy, where discovery doesn't say or can't be asked (CSP-02).
   */
  readonly origins: readonly string[]
  /** False while the client id is still the placeholder of the shipped file, such as `<your client id>`. */
  readonly isReady: boolean
}

export type AppConfig = {
  readonly servers: readonly ServerConfig[]
  /** How long nobody may touch the page before the record is covered (END-06); 0 is off, undefined unsaid. */
  readonly idleMinutes: number | undefined
  /** Origins that may show the app in a frame, for the host's policy: a page can't say it of itself (EMB-01). */
  readonly frameAncestors: readonly string[]
  /** Whether the home page searches the directory that lies beside it (ISS-06). */
  readonly directory: boolean
  /** Languages that people may choose from, the one for browsers that speak none of them first. */
  readonly languages: readonly OfferedLanguage[]
  /** Whether the home page offers the sample record and the opening of files, for which nobody signs in. */
  readonly withoutSignIn: boolean
}

const openid = 'openid fhirUser'
const read = {
  v2: 'patient/Patient.rs patient/Observation.rs',
  v1: 'patient/Patient.read patient/Observation.read',
}

/** Scopes asked for when `config.json` names none (AUTHZ-09: least, read and search only). */
export const defaultScope = {
  standalone: {
    v2: `${openid} launch/patient ${read.v2}`,
    v1: `${openid} launch/patient ${read.v1}`,
  },
  ehr: { v2: `launch ${openid} ${read.v2}`, v1: `launch ${openid} ${read.v1}` },
} as const satisfies Record<string, ScopeBySyntax>
