import { toObject, toObjects, toText, type JsonObject } from '../fhir/json.ts'

const extensionUrl = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris'

/** Names in the extension, and the same in a SMART configuration. */
const names: Readonly<Record<string, string>> = {
  authorize: 'authorization_endpoint',
  token: 'token_endpoint',
  revoke: 'revocation_endpoint',
  manage: 'management_endpoint',
}

/**
 * Finds the OAuth addresses in a CapabilityStatement (FHIR R4 CapabilityStatement.rest.security, extension
 * `oauth-uris` of SMART App Launch 1), under the names that a SMART configuration has for them. Undefined where it
 * holds none; the addresses are unchecked.
 */
export function readOauthUris(statement: unknown): JsonObject | undefined {
  const found = toObjects(toObject(statement)?.['rest'])
    .flatMap((rest) => toObjects(toObject(rest['security'])?.['extension']))
    .find(({ url }) => url === extensionUrl)
  if (!found) return undefined
  const uris = toObjects(found['extension']).flatMap((part) => {
    const name = names[toText(part['url']) ?? '']
    return name === undefined ? [] : [[name, toText(part['valueUri'])] as const]
  })
  return Object.fromEntries(uris)
}
