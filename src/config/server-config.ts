/** What one kind of launch asks a server for. */
export type LaunchSettings = { readonly clientId: string; readonly scope: string }

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
  /** False while the client id is still the placeholder of the shipped file, such as `<your client id>`. */
  readonly isReady: boolean
}

export type AppConfig = {
  readonly servers: readonly ServerConfig[]
  /** How long nobody may touch the page before the record is covered (END-06); 0 is off, undefined unsaid. */
  readonly idleMinutes: number | undefined
}

/** Scopes asked for when `config.json` names none (AUTHZ-09: least, read and search only). */
export const defaultScope = {
  standalone: 'openid fhirUser launch/patient patient/Patient.rs patient/Observation.rs',
  ehr: 'launch openid fhirUser patient/Patient.rs patient/Observation.rs',
} as const
