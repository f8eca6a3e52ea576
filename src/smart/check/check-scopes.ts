import { toList, type JsonObject } from '../../fhir/json.ts'
import { t, tn } from '../../language/t.ts'
import type { ServerMetadata } from '../discovery.ts'
import { chooseScopeSyntax } from '../sign-in-warnings.ts'
import type { CheckedServer } from './check-server.ts'
import { advise, mostQuoted, toQuote, unknown, well, type Finding } from './finding.ts'
import { isListed } from './is-listed.ts'

/**
 * Compares the scopes that both kinds of launch ask for with those that the server lists. What counts is what it
 * grants; vendors list too much and too little, so a difference is advice (SCOPE-01).
 */
export function checkScopes(
  server: Pick<CheckedServer, 'standalone' | 'ehr'>,
  metadata: ServerMetadata,
  document: JsonObject,
): Finding[] {
  const syntax = chooseScopeSyntax(metadata)
  const asked = unite(server.standalone.scope[syntax], server.ehr.scope[syntax])
  const listed = toList(document['scopes_supported']).filter((one) => typeof one === 'string')
  if (listed.length === 0)
    return [
      unknown('scopes', t('The server lists no scopes. The app asks for: {asked}', { asked })),
      ...checkSyntax(asked, metadata),
    ]
  return [compareWithList(asked, listed), quoteList(listed), ...checkSyntax(asked, metadata)]
}

function compareWithList(asked: string, listed: readonly string[]): Finding {
  const absent = asked.split(' ').filter((scope) => !isListed(scope, listed))
  if (absent.length === 0)
    return well('scopes', t('All that the app asks for is listed: {asked}', { asked }))
  return advise(
    'scopes',
    t('The server’s list leaves out, in whole or in part: {absent}. The app asks for: {asked}', {
      absent: absent.join(' '),
      asked,
    }),
    t(
      'Look whether the registration of the app holds these; vendors list too much and too little. What a sign-in was granted stands in "About this connection".',
    ),
  )
}

/** Quotes the list: whole scopes, those that the app could have a use for first, as far as a quote goes. */
function quoteList(listed: readonly string[]): Finding {
  const rank = (scope: string) =>
    scope.includes('.') ? (/\/(?:Patient|Observation|\*)\./.test(scope) ? 1 : 2) : 0
  const shown: string[] = []
  let length = 0
  for (const scope of listed.toSorted((one, other) => rank(one) - rank(other))) {
    length += scope.length + 1
    if (length > mostQuoted - ' and 9999 more'.length) break
    shown.push(scope)
  }
  const more = listed.length - shown.length
  const scopes = shown.join(' ')
  return well(
    'scopes-listed',
    tn(listed.length, 'The server lists one scope.', 'The server lists {n} scopes.'),
    toQuote(
      more > 0 ? tn(more, '{scopes} and {n} more', '{scopes} and {n} more', { scopes }) : scopes,
    ),
  )
}

/** Version 2 is `.rs`; a server that lists capabilities without it may refuse the whole request (SCOPE-07). */
function checkSyntax(asked: string, { capabilities }: ServerMetadata): Finding[] {
  const isV2 = /\.c?r?u?d?s?(?:\?|\s|$)/.test(asked)
  if (!isV2 || capabilities.length === 0 || capabilities.includes('permission-v2')) return []
  return [
    advise(
      'scopes',
      t('The configured scopes are written in version 2 (.rs), which the server does not list.'),
      t(
        'Write them in version 1 (.read), or set "scopeSyntax": "v1", if sign-ins end in invalid_scope.',
      ),
    ),
  ]
}

const unite = (...scopes: readonly string[]) =>
  [...new Set(scopes.flatMap((scope) => scope.split(/\s+/)).filter(Boolean))].join(' ')
