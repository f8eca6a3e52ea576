import type { CheckedServer } from './check-server.ts'
import { advise, fault, well, type Finding } from './finding.ts'

/** Looks at what `config.json` says of a server that a valid file may still say wrongly: client id and spelling of iss. */
export function checkAddress({ iss, isReady }: Pick<CheckedServer, 'iss' | 'isReady'>): Finding[] {
  const client = isReady
    ? []
    : [
        fault(
          'client',
          'The client id is still the placeholder, so nobody can sign in.',
          'Register the app with the server as a public client, and write its client id into config.json.',
        ),
      ]
  return [...client, checkSpelling(iss)]
}

/** `aud` is compared to the letter by servers (ISS-02), so what goes out is said to the letter. */
function checkSpelling(iss: string): Finding {
  const { pathname } = new URL(iss)
  if (pathname.includes('//'))
    return advise(
      'address',
      'The address holds two slashes in a row.',
      'Look whether the server really writes it so: it is sent as aud to the letter.',
      iss,
    )
  return well(
    'address',
    `Sent as aud to the letter, ${iss.endsWith('/') ? 'with a slash' : 'without a slash'} at its end: ${iss}`,
  )
}
