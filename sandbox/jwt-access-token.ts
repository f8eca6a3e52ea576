import { randomBytes } from 'node:crypto'

import type { Tenant } from './tenant.ts'

/**
 * Gives an access token another name that looks like a JWT of about 1 kB, as some sites of Epic send (F-T16). Nobody
 * may read it: its claims are made up and its signature is none (TOK-05).
 */
export function toJwtAccessToken(tenant: Tenant, token: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const header = encode({ alg: 'RS256', typ: 'at+jwt', kid: tenant.key.kid })
  const claims = encode({ sub: 'nobody', patient: 'nobody', padding: 'x'.repeat(360), jti: token })
  const jwt = `${header}.${claims}.${randomBytes(256).toString('base64url')}`
  tenant.storage.addAlias('AccessToken', jwt, token)
  return jwt
}
