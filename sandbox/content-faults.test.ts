import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ContentFaultKind, Faults } from './faults.ts'
import { hostileNarrative, hostileSvg, hostileText } from './hostile-text.ts'
import { twoVersions } from './observation-faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import {
  SmartClient,
  appOrigin,
  appRoot,
  entriesOf,
  issueCodesOf,
  matchesOf,
  nextOf,
} from './smart-client.ts'
import type { Answer, Json } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'

let ehr: LocalEhr
let client: SmartClient
let token: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
  await client.control('PUT', '', { profile: 'strict-ig' })
  token = await client.signIn()
})
afterAll(async () => ehr.close())

const switchOn = (faults: Faults) => switchFaults(client, faults)
const search = (category: string, more = '') =>
  client.fhir(`Observation?patient=gen-dana-demo&category=${category}${more}`, token, {
    Origin: appOrigin,
  })

const has = (answer: Answer, text: string) =>
  JSON.stringify(answer.json).includes(JSON.stringify(text))

describe('faults of what FHIR answers say', () => {
  const subjects = (answer: Answer) =>
    matchesOf(answer).map(({ subject }) => (subject as Json | undefined)?.['reference'])
  const first = (answer: Answer) => matchesOf(answer)[0] ?? {}
  const subject = (answer: Answer) => (first(answer)['subject'] ?? {}) as Json
  const codesOf = (answer: Answer) =>
    issueCodesOf((entriesOf(answer).at(-1)?.['resource'] ?? {}) as Json).join()
  const seen: Partial<Record<ContentFaultKind, (answer: Answer) => boolean>> = {
    'outcome-entries': (answer) => codesOf(answer) === '4101,4119,59204',
    'protocol-next': (answer) =>
      nextOf(answer)?.startsWith(`//127.0.0.1:${ehr.port}/faulty/api/FHIR/R4/Obs`) === true,
    'twin-next': (answer) => nextOf(answer)?.startsWith(`${client.iss}x/Observation?`) === true,
    'climbing-next': (answer) =>
      URL.parse(nextOf(answer) ?? '')?.pathname === '/faulty/api/FHIR/R5/Observation',
    'other-spelling-next': (answer) =>
      nextOf(answer)?.startsWith(client.iss) === false &&
      URL.parse(nextOf(answer) ?? '')?.href.startsWith(`${client.iss}/Observation?`) === true,
    'subject-absolute': (answer) =>
      subject(answer)['reference'] === `${client.iss}/Patient/gen-dana-demo`,
    'subject-versioned': (answer) =>
      subject(answer)['reference'] === 'Patient/gen-dana-demo/_history/2',
    'subject-identifier': (answer) =>
      'identifier' in subject(answer) && !('reference' in subject(answer)),
    'subject-contained': (answer) =>
      subject(answer)['reference'] === '#subject' && 'contained' in first(answer),
    'foreign-references': (answer) =>
      JSON.stringify(first(answer)['hasMember'] ?? '').includes('http://127.0.0.1:'),
    'hostile-text': (answer) => first(answer)['code'] !== undefined && has(answer, hostileText),
    'hostile-narrative': (answer) => has(answer, hostileNarrative),
    'foreign-next': (answer) =>
      nextOf(answer)?.startsWith(client.iss.replace('localhost', '127.0.0.1')) === true,
    'relative-next': (answer) => nextOf(answer)?.startsWith('Observation?_page=') === true,
    'foreign-patient': (answer) => subjects(answer).includes('Patient/somebody-else'),
    'without-subject': (answer) => subjects(answer).includes(undefined),
    'paging-expired': ({ status, json }) => status === 410 && issueCodesOf(json)[0] === 'expired',
    'wrong-total': ({ json }) => json['total'] === 2330,
    'looping-next': (answer) => {
      const links = answer.json['link'] as Json[] | undefined
      return links?.[0]?.['url'] === nextOf(answer) && nextOf(answer) !== undefined
    },
  }

  it.each(Object.entries(seen))('%s, on the second page only', async (kind, isSeen) => {
    await switchOn({ content: [{ kind: kind as ContentFaultKind, page: 2 }] })
    const first = await search('laboratory')
    expect(isSeen(first)).toBe(false)
    expect(isSeen(await client.fhir(nextOf(first) ?? 'missing', token))).toBe(true)
  })

  it('LEAK-01 a foreign next that is followed shows in the log, with its host', async () => {
    await switchOn({ content: [{ kind: 'foreign-next' }] })
    await client.control('DELETE', '/log')
    await client.fhir(nextOf(await search('laboratory')) ?? 'missing', token)
    const log = (await (await fetch(`${ehr.origin}/_control/faulty/log`)).json()) as readonly Json[]
    expect(log.map(({ host, hasAuthorization }) => [host, hasAuthorization])).toEqual([
      [`localhost:${ehr.port}`, true],
      [`127.0.0.1:${ehr.port}`, true],
    ])
  })

  it.each([
    ['foreign-photo', `http://127.0.0.1:`],
    ['hostile-patient', 'javascript:alert(document.cookie)'],
    ['hostile-patient', Buffer.from(hostileSvg).toString('base64')],
  ] as const)('%s shows in the Patient read', async (kind, text) => {
    await switchOn({ content: [{ kind, type: 'Patient' }] })
    const { json } = await client.fhir('Patient/gen-dana-demo', token)
    expect(json['id']).toBe('gen-dana-demo')
    expect(JSON.stringify(json)).toContain(text)
  })

  it('PAT-01 F-R22 a merged Patient redirects to another id, which replaces the one asked for', async () => {
    await switchOn({ content: [{ kind: 'merged-patient' }] })
    const response = await fetch(client.address('Patient/gen-dana-demo'), {
      redirect: 'manual',
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/fhir+json' },
    })
    expect(response.status).toBe(301)
    expect(issueCodesOf((await response.json()) as Json)).toEqual(['4107'])
    const survivor = await client.fhir(response.headers.get('location') ?? '', token)
    expect(survivor.json).toMatchObject({
      id: 'gen-dana-demo-survivor',
      link: [{ type: 'replaces', other: { reference: 'Patient/gen-dana-demo' } }],
    })
    await switchOn({ content: [{ kind: 'replaced-patient' }] })
    expect((await client.fhir('Patient/gen-dana-demo', token)).json).toEqual(survivor.json)
  })

  it('F-R14 the Patient has another id', async () => {
    await switchOn({ content: [{ kind: 'other-patient-id' }] })
    expect((await client.fhir('Patient/gen-dana-demo', token)).json['id']).toBe('another-id')
  })

  it('F-R16 one Observation comes as version 1 in laboratory and 2 elsewhere', async () => {
    await switchOn({ content: [{ kind: 'two-versions', page: 1 }] })
    const read = async (category: string) => {
      const found = matchesOf(await search(category)).find(({ id }) => id === twoVersions.id)
      return found
    }
    const { first, second } = twoVersions
    expect(await read('laboratory')).toMatchObject({
      meta: { versionId: '1' },
      valueQuantity: { value: first },
    })
    expect(await read('vital-signs')).toMatchObject({
      meta: { versionId: '2' },
      valueQuantity: { value: second },
    })
  })

  it('F-R21 the token runs out at a page, for good', async () => {
    await switchOn({ content: [{ kind: 'token-expires', page: 2 }] })
    token = await client.signIn()
    const first = await search('laboratory')
    expect(first.status).toBe(200)
    expect((await client.fhir(nextOf(first) ?? 'missing', token)).status).toBe(401)
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
    token = await client.signIn()
  })

  it('F-R27 an outcome entry has no search mode', async () => {
    await switchOn({ content: [{ kind: 'outcome-without-mode' }] })
    const last = entriesOf(await search('survey', '&mood=good')).at(-1)
    expect(last).toMatchObject({ resource: { resourceType: 'OperationOutcome' } })
    expect(last).not.toHaveProperty('search')
  })
})
