import { expectProblemPages, expectRecords } from './fault-table.ts'

const unproven = 'The sign-in could not be verified'
const clocks = 'The clocks of this device and the hospital don’t agree'

expectProblemPages([
  ['F-I1 IDT-01 IDT-05 an unsigned id_token', { idToken: 'alg-none' }, unproven],
  [
    'F-I2 IDT-01 IDT-05 an id_token signed by the public key as a secret',
    { idToken: 'hs256' },
    unproven,
  ],
  ['F-I3 IDT-01 IDT-02 another issuer', { idToken: 'wrong-iss' }, unproven],
  ['F-I3 IDT-01 IDT-02 an issuer with a slash more', { idToken: 'iss-slash' }, unproven],
  ['F-I4 IDT-01 IDT-03 another audience', { idToken: 'wrong-aud' }, unproven],
  ['F-I4 IDT-01 IDT-03 two audiences without azp', { idToken: 'aud-without-azp' }, unproven],
  ['F-I5 IDT-01 IDT-04 an expired id_token', { idToken: 'expired' }, clocks],
  ['F-I6 IDT-01 IDT-04 an id_token of the future', { idToken: 'future-iat' }, clocks],
  ['F-I7 IDT-01 IDT-06 another nonce', { idToken: 'wrong-nonce' }, unproven],
  ['F-I7 IDT-01 IDT-06 no nonce', { idToken: 'nonce-missing' }, unproven],
  ['F-I8 IDT-01 IDT-07 a key that is not published', { idToken: 'unknown-kid' }, unproven],
  ['F-I8 IDT-01 IDT-07 no key named where there are two', { idToken: 'without-kid' }, unproven],
  ['F-I8 IDT-01 a bad signature', { idToken: 'bad-signature' }, unproven],
  ['F-I9 IDT-01 IDT-07 a key in the header', { idToken: 'header-jwk' }, unproven],
  ['F-I9 IDT-01 IDT-07 the address of a key in the header', { idToken: 'header-jku' }, unproven],
  ['F-I14 IDT-01 an id_token that is none', { idToken: 'garbage' }, unproven],
  ['F-I15 IDT-01 no id_token', { idToken: 'missing' }, unproven],
])

expectRecords([
  ['F-I8 IDT-07 a key published at the second look', { idToken: 'rotated-key' }, undefined],
  ['F-I10 IDT-10 a relative fhirUser', { idToken: 'user-relative' }, undefined],
  ['F-I10 F-R8 IDT-10 a fhirUser elsewhere', { idToken: 'user-foreign' }, undefined],
  ['F-I10 IDT-11 a fhirUser who is a parent', { idToken: 'user-related' }, undefined],
  ['F-I10 IDT-10 a fhirUser who is a thing', { idToken: 'user-odd' }, undefined],
  ['F-I11 claims beyond ASCII', { idToken: 'non-ascii' }, undefined],
  [
    'F-I13 IDT-08 keys without CORS',
    { jwks: 'without-cors' },
    'who is signed in could not be verified',
    { failedLoads: /jwks/, isBlockedByCors: true },
  ],
])
