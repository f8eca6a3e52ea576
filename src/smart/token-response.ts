import { isFhirId } from '../fhir/fhir-id.ts'
import { toObject, toText, type Json } from '../fhir/json.ts'
import { SmartError } from './smart-error.ts'

/** What the app reads of a token response (SMART App Launch 2.2, RFC 6749 §5.1); everything else is dropped (TOK-06). */
export type TokenResponse = {
  readonly access_token: string
  readonly token_type: 'Bearer'
  /** Seconds; never more than an hour (TOK-04). */
  readonly expires_in: number
  /** Whether the server said how long, or a short time is assumed. */
  readonly saysLifetime: boolean
  /** As granted; undefined when the server named none, which means as asked (SCOPE-03). */
  readonly scope?: string | undefined
  readonly id_token?: string | undefined
  readonly refresh_token?: string | undefined
  readonly patient?: string | undefined
  readonly encounter?: string | undefined
  readonly need_patient_banner: boolean
  /** As sent, for `readFhirContext`. */
  readonly fhirContext?: Json | undefined
  /** Unchecked, for `chooseStyleUrl`. */
  readonly smart_style_url?: string | undefined
  /** Whether there was an `intent`; this app knows none, so that it says and does nothing more (CTX-06). */
  readonly hasIntent: boolean
  /** Unchecked, for `readEhrMessaging`. */
  readonly messaging: { readonly handle: string | undefined; readonly origin: string | undefined }
}

/**
 * Reads a token response of unknown shape.
 *
 * @throws {SmartError} `token-unusable` when it holds no Bearer access token (TOK-03), or a patient that is no
 * FHIR id (TOK-09)
 */
export function readTokenResponse(json: unknown, host: string): TokenResponse {
  const unusable = (reason: string) => new SmartError('token-unusable', { host, reason })
  const response = toObject(json)
  const accessToken = toText(response?.['access_token'])
  if (!response || accessToken === undefined) throw unusable('no access token in the answer')
  if (toText(response['token_type'])?.toLowerCase() !== 'bearer')
    throw unusable('the token is not of type Bearer')
  const patient = toText(response['patient'])
  const lifetime = readLifetime(response['expires_in'])
  if (patient !== undefined && !isFhirId(patient)) throw unusable('the patient is not a FHIR id')
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: lifetime ?? shortSeconds,
    saysLifetime: lifetime !== undefined,
    scope: typeof response['scope'] === 'string' ? response['scope'] : undefined,
    id_token: toText(response['id_token']),
    refresh_token: toText(response['refresh_token']),
    patient,
    encounter: readEncounter(response['encounter']),
    need_patient_banner: readNeedPatientBanner(response['need_patient_banner']),
    fhirContext: response['fhirContext'],
    smart_style_url: toText(response['smart_style_url']),
    hasIntent: toText(response['intent']) !== undefined,
    messaging: {
      handle: toText(response['smart_web_messaging_handle']),
      origin: toText(response['smart_web_messaging_origin']),
    },
  }
}

/** What is assumed where the server doesn't say how long, or makes no sense. */
const shortSeconds = 300

/** A number or digits, an hour at most; undefined for anything else (TOK-04). */
function readLifetime(json: unknown): number | undefined {
  const seconds = typeof json === 'string' && /^\d+$/.test(json) ? Number(json) : json
  return typeof seconds === 'number' && seconds >= 1
    ? Math.min(Math.floor(seconds), 3600)
    : undefined
}

/** The id of a visit; anything else names none, and there need not be one (CTX-02). */
function readEncounter(json: Json | undefined): string | undefined {
  const id = toText(json) ?? ''
  return isFhirId(id) ? id : undefined
}

/** False only for false and "false": Epic sends the text, and `Boolean("false")` is true (CTX-03). */
function readNeedPatientBanner(json: unknown): boolean {
  return json !== false && json !== 'false'
}
