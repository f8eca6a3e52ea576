import { t } from '../../language/t.ts'
import type { CheckedServer } from './check-server.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'

/** Looks at what `config.json` says of a server that a valid file may still say wrongly: client id and spelling of iss. */
export function checkAddress(
  { iss, isReady }: Pick<CheckedServer, 'iss' | 'isReady'>,
  isClientNamed: boolean,
): Finding[] {
  return [...checkClient(isReady, isClientNamed), checkSpelling(iss)]
}

function checkClient(isReady: boolean, isClientNamed: boolean): Finding[] {
  if (!isClientNamed)
    return [
      unknown(
        'client',
        t('No client id was named, so whether the server takes it was not checked.'),
        t('Name it: --client-id.'),
      ),
    ]
  if (isReady) return []
  return [
    fault(
      'client',
      t('The client id is still the placeholder, so nobody can sign in.'),
      t(
        'Register the app with the server as a public client, and write its client id into config.json.',
      ),
    ),
  ]
}

/** `aud` is compared to the letter by servers (ISS-02), so what goes out is said to the letter. */
function checkSpelling(iss: string): Finding {
  const { pathname } = new URL(iss)
  if (pathname.includes('//'))
    return advise(
      'address',
      t('The address holds two slashes in a row.'),
      t('Look whether the server really writes it so: it is sent as aud to the letter.'),
      iss,
    )
  return well(
    'address',
    iss.endsWith('/')
      ? t('Sent as aud to the letter, with a slash at its end: {iss}', { iss })
      : t('Sent as aud to the letter, without a slash at its end: {iss}', { iss }),
  )
}
