import { canonicalIssuer } from '../../config/issuer-address.ts'
import { toBaseUrl } from '../../fhir/base-url.ts'
import { toObject, toObjects, toText, type JsonObject } from '../../fhir/json.ts'
import { t } from '../../language/t.ts'
import { readDocument } from '../sign-in-document.ts'
import { signInTimeoutMs, type Ask, type StrictAnswer } from '../strict-fetch.ts'
import { adviseOnFailure, explainFailure } from './explain-failure.ts'
import { advise, fault, toQuote, well, type Finding } from './finding.ts'

/** Looks at the CapabilityStatement: FHIR's version, what can be read and searched, and the server's own address. */
export async function checkStatement(iss: string, root: URL, ask: Ask): Promise<Finding[]> {
  let answer: StrictAnswer
  try {
    const init = { headers: { accept: 'application/fhir+json' } }
    answer = await ask(`${toBaseUrl(iss)}metadata`, init, signInTimeoutMs)
  } catch (error) {
    return [
      advise(
        'statement',
        t('{words} The app does without it, but then reads large records more slowly.', {
          words: explainFailure(error),
        }),
        adviseOnFailure(error, 'metadata', root.origin),
      ),
    ]
  }
  const statement = answer.ok ? readDocument(answer.text) : undefined
  if (statement?.['resourceType'] !== 'CapabilityStatement')
    return [
      advise(
        'statement',
        t('There is no CapabilityStatement to be read (status {status}).', {
          status: answer.status,
        }),
        t(
          'Look whether iss is the FHIR base; metadata below it must be readable without signing in.',
        ),
      ),
    ]
  return [judgeStatement(statement), ...compareAddress(statement, iss)]
}

function judgeStatement(statement: JsonObject): Finding {
  const version = toText(statement['fhirVersion'])
  if (version === undefined)
    return advise(
      'statement',
      t('The server doesn’t say which FHIR it speaks.'),
      t('Make sure that iss is the address of an R4 server; the app reads R4 alone.'),
    )
  if (!version.startsWith('4.'))
    return fault(
      'statement',
      t('The server speaks another FHIR than R4.'),
      t('Write the address of the vendor’s R4 server as iss; the app reads R4 alone.'),
      toQuote(version),
    )
  const resources = toObjects(statement['rest'])
    .filter(({ mode }) => mode !== 'client')
    .flatMap(({ resource }) => toObjects(resource))
  const can = (type: string, action: string) =>
    resources.some(
      (one) =>
        one['type'] === type && toObjects(one['interaction']).some(({ code }) => code === action),
    )
  const searchesByDate = resources
    .filter(({ type }) => type === 'Observation')
    .flatMap(({ searchParam }) => toObjects(searchParam))
    .some(({ name }) => name === 'date')
  const missing = [
    can('Patient', 'read') ? undefined : t('reading Patient'),
    can('Observation', 'search-type') ? undefined : t('searching Observation'),
    searchesByDate ? undefined : t('searching Observation by date'),
  ].filter((words) => words !== undefined)
  if (missing.length > 0)
    return advise(
      'statement',
      t('FHIR {version}; not announced: {missing}.', {
        version: version.slice(0, 10),
        missing: missing.join(', '),
      }),
      t(
        'Ask the vendor: without reading and searching nothing can be shown, without dates large records load slowly.',
      ),
    )
  return well(
    'statement',
    t('FHIR {version}; Patient and Observation can be read and searched, by date too.', {
      version: version.slice(0, 10),
    }),
  )
}

/** What a server calls itself is what it compares `aud` with, as a rule (ISS-02). */
function compareAddress(statement: JsonObject, iss: string): Finding[] {
  const own = toText(toObject(statement['implementation'])?.['url'])
  if (own === undefined) return []
  if (own === iss) return [well('own-address', t('The server names itself as config.json does.'))]
  const isSame = canonicalIssuer(own) === canonicalIssuer(iss)
  return [
    advise(
      'own-address',
      isSame
        ? t('The server writes its address a little otherwise: in case, or the slash at its end.')
        : t('The server names another address as its own.'),
      t(
        'If sign-ins are refused because of aud, write iss in config.json as the server does, to the letter.',
      ),
      toQuote(own),
    ),
  ]
}
