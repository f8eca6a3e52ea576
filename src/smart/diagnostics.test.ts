import { describe, expect, it } from 'vitest'
import type { RecordStatus } from '../fhir/record-status.ts'
import { describeConnection } from './diagnostics.ts'
import type { Session } from './session.ts'
import { toSupportCode, type Environment } from './support-code.ts'
import { exampleSession } from './test-session.ts'

const environment: Environment = {
  version: '1.2.3',
  origin: 'https://app.example',
  userAgent: 'Browser/1',
  isFramed: false,
  hasStorage: true,
  timeZone: 'America/Chicago',
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
}
const system = 'http://terminology.hl7.org/CodeSystem/observation-category'
const exam = { code: 'exam', system, title: 'Exam' }
const status: RecordStatus = {
  categories: [
    {
      category: exam,
      state: { kind: 'failed', count: 3, failure: 'server', status: 502, issues: [] },
      notices: [],
    },
  ],
  release: 'as-asked',
  asOf: undefined,
  withoutSubject: 0,
  foreignSubject: false,
  unreadable: [],
  enteredInError: 0,
}

function factsOf(changed: Partial<Session> = {}): Record<string, string> {
  const groups = describeConnection(
    exampleSession(changed),
    status,
    { kind: 'failed', failure: 'timed-out' },
    environment,
  )
  return Object.fromEntries(
    groups.flatMap(({ facts }) => facts.map(({ label, value }) => [label, value])),
  )
}

describe('describeConnection', () => {
  it('CTX-06 CTX-07 CTX-08 LOG-02 says what was handed over by kind and number alone', () => {
    const iss = 'https://ehr.example/api/FHIR/R4'
    expect(factsOf()).toMatchObject({
      'Signed in as': 'unsaid',
      'Patient from': 'the server',
      'Patient banner': 'this app’s',
      Visit: 'none',
      'Points to': 'nothing',
      Intent: 'none',
      Style: 'none',
    })
    expect(
      factsOf({
        identity: { kind: 'verified', fhirUser: `${iss}/RelatedPerson/secret` },
        patientFrom: 'choice',
        needPatientBanner: false,
        hasIntent: true,
        fhirContext: {
          items: [{ kind: 'reference', type: 'Task', id: 'secret' }],
          otherRoles: 0,
          leftOut: 0,
        },
      }),
    ).toMatchObject({
      'Signed in as': 'RelatedPerson',
      'Patient from': 'a choice of who signed in',
      'Patient banner': 'the EHR’s; this app keeps one line',
      'Points to': '1 × Task',
      Intent: 'given, not known here',
    })
  })

  it('names server, way of discovery, binding, identity and what each step took', () => {
    expect(factsOf()).toMatchObject({
      Name: 'Example Hospital',
      'Issuer (FHIR base)': 'https://ehr.example/api/FHIR/R4',
      Launch: 'from the chart',
      'Answer bound by': 'the address it came to',
      'Who signed in': 'not asked for: no openid granted',
      Unusual: 'nothing',
      Took: 'discovery 40 ms, authorization 2000 ms, token 50 ms, identity 5 ms',
      'App version': '1.2.3',
      Time: '2026-01-02T03:04:05Z, browser in America/Chicago',
    })
  })

  it('IDT-08 says that an identity was not verified, and that it decides nothing', () => {
    expect(factsOf({ identity: { kind: 'unverified' } })['Who signed in']).toMatch(
      /^not verified.*decides nothing/,
    )
  })

  it('DISC-05 SCOPE-03 TOK-04 puts what was unusual into words', () => {
    const { signIn } = exampleSession()
    const warnings = ['pkce-not-announced', 'lifetime-not-said', 'scope-not-said'] as const
    const facts = factsOf({ signIn: { ...signIn, warnings } })
    expect(facts['PKCE']).toMatch(/does not announce/)
    expect(facts['Unusual']).toMatch(/PKCE.*how long the token lasts.*what it granted/)
  })

  it('SCOPE-01 compares what was asked for with what was granted', () => {
    const { signIn } = exampleSession()
    const facts = factsOf({
      scope: 'patient/Patient.read user/Encounter.r',
      signIn: { ...signIn, requestedScope: 'patient/Patient.rs patient/Observation.rs' },
    })
    expect(facts['Not granted']).toBe('patient/Observation.rs')
    expect(facts['Granted in part']).toBe('none')
    expect(facts['Granted beyond']).toBe('user/Encounter.r')
  })

  it('LOG-02 keeps of what narrows a scope the categories alone', () => {
    const facts = factsOf({ scope: 'patient/Observation.r?category=exam&patient=p-12345' })
    expect(facts['Granted']).toBe('patient/Observation.r?category=exam&other=…')
  })

  it('LOG-02 ERR-07 names error class and status of what failed, and no count', () => {
    expect(factsOf()).toMatchObject({ Patient: 'failed, timed-out', exam: 'failed, server, 502' })
  })
})

describe('toSupportCode', () => {
  it('XSS-05 keeps each fact on one line, whatever its value holds', () => {
    const value = 'a\nIssuer: evil\u2028b\u202Ec\r\n'
    expect(toSupportCode([{ label: 'Name', value }])).toBe(
      'Chartside support code 1\nName: a Issuer: evil b c',
    )
  })
})
