import { toObject, toText, type JsonObject } from '../../fhir/json.ts'
import { t } from '../../language/t.ts'
import { signingAlgorithms } from '../signing-algorithms.ts'
import { advise, fault, well, type Finding } from './finding.ts'

/** What becomes of a key when an id_token is verified. */
type KeyUse = 'usable' | 'secret' | 'other'

/** Members of a key that nobody may publish (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']

/** 2048 bits in base64url, the least that an RSA signature is verified with (RFC 7518 §3.3). */
const leastModulus = 342

const curves = ['P-256', 'P-384']

/** Says of the keys that a server publishes whether an id_token can be verified with them (IDT-05, IDT-07). */
export function judgeKeys(keys: readonly unknown[]): Finding {
  const uses = keys.map((key) => toUse(toObject(key)))
  const usable = uses.filter((use) => use === 'usable').length
  if (uses.includes('secret'))
    return fault(
      'keys',
      t('The server publishes a secret or private key: whoever reads it can sign as the server.'),
      t('Tell the vendor at once, and let nobody sign in until the keys are replaced.'),
    )
  if (usable === 0)
    return fault(
      'keys',
      t(
        'None of {length} keys can verify an id_token, so every sign-in that brings one is refused.',
        { length: keys.length },
      ),
      t('Ask the vendor to sign with one of {algorithms} and to publish the key.', {
        algorithms: signingAlgorithms.join(', '),
      }),
    )
  const identified = keys.filter((key) => toText(toObject(key)?.['kid']) !== undefined)
  if (keys.length > 1 && identified.length < keys.length)
    return advise(
      'keys',
      t('{usable} of {length} keys can be used, but not all have a name (kid).', {
        usable,
        length: keys.length,
      }),
      t('Ask the vendor to name each: an id_token says by kid which one signed it.'),
    )
  return well(
    'keys',
    t('{usable} of {length} keys can verify an id_token.', { usable, length: keys.length }),
  )
}

function toUse(key: JsonObject | undefined): KeyUse {
  if (!key) return 'other'
  if (key['kty'] === 'oct' || secretMembers.some((name) => key[name] !== undefined)) return 'secret'
  const { use, alg } = key
  if (use !== undefined && use !== 'sig') return 'other'
  if (alg !== undefined && !signingAlgorithms.includes(toText(alg) ?? '')) return 'other'
  const has = (name: string, least = 1) => (toText(key[name])?.length ?? 0) >= least
  const isRsa = key['kty'] === 'RSA' && has('n', leastModulus) && has('e')
  const isCurve =
    key['kty'] === 'EC' && has('x') && has('y') && curves.includes(toText(key['crv']) ?? '')
  return isRsa || isCurve ? 'usable' : 'other'
}
