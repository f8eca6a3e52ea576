import type { FhirFailure } from '../fhir/fhir-error.ts'
import type { CategoryState, RecordStatus } from '../fhir/record-status.ts'
import { compareScopes } from './compare-scopes.ts'
import { describeFhirContext } from './fhir-context.ts'
import type { Identity, Session } from './session.ts'
import type { SignInReport, SignInWarning } from './sign-in-report.ts'
import { readSignedInAs } from './signed-in-as.ts'
import { describeEnvironment, toTime, type Environment, type Fact } from './support-code.ts'

/** Facts that belong together. */
export type FactGroup = { readonly title: string; readonly facts: readonly Fact[] }

/** What became of the Patient; nothing of what it says. */
type PatientRead = { readonly kind: string; readonly failure?: FhirFailure }

/** What became of the rest of the context, in words of ours. */
type ContextRead = { readonly visit: string; readonly style: string }

/**
 * Says how a session came about and what became of its record, for whoever has to find out why something doesn't work.
 * By what it leaves out it is safe to send: no token, code or identifier, nothing that the record says, no words of the
 * server but scopes (LOG-02).
 */
export function describeConnection(
  session: Session,
  status: RecordStatus,
  patient: PatientRead,
  environment: Environment,
  context: ContextRead = { visit: 'none', style: 'none' },
): FactGroup[] {
  return [
    { title: 'Server', facts: describeServer(session) },
    { title: 'Sign-in', facts: describeSignIn(session) },
    { title: 'What the EHR handed over', facts: describeContext(session, context) },
    { title: 'Permissions (scopes)', facts: describeScopes(session) },
    { title: 'Record', facts: describeRecord(status, patient) },
    { title: 'App and browser', facts: describeEnvironment(environment) },
  ]
}

function describeServer({ serverName, iss, signIn }: Session): Fact[] {
  return [
    { label: 'Name', value: serverName },
    { label: 'Issuer (FHIR base)', value: iss },
    { label: 'Described by', value: discoveryWords[signIn.discovery] },
  ]
}

function describeSignIn(session: Session): Fact[] {
  const { launch, identity, expiresAt, signIn } = session
  const { at, warnings, timings, answer } = signIn
  const seconds = Math.round((expiresAt - at) / 1000)
  return [
    { label: 'Launch', value: launch === 'ehr' ? 'from the chart' : 'standalone' },
    { label: 'Signed in', value: toTime(at) },
    { label: 'Access ends', value: `${toTime(expiresAt)}, ${seconds} s after the sign-in` },
    {
      label: 'PKCE',
      value: warnings.includes('pkce-not-announced')
        ? 'S256, though the server does not announce it'
        : 'S256, as the server announces',
    },
    { label: 'Answer bound by', value: answerWords[answer] },
    { label: 'Who signed in', value: identityWords[identity.kind] },
    { label: 'Signed in as', value: describeUser(session) },
    { label: 'Unusual', value: warnings.map((one) => warningWords[one]).join('; ') || 'nothing' },
    {
      label: 'Took',
      value: Object.entries(timings)
        .map(([step, milliseconds]) => `${step} ${Math.round(milliseconds)} ms`)
        .join(', '),
    },
  ]
}

/** The kind of person alone: whose resource it is, and where, names somebody. */
function describeUser(session: Session): string {
  const user = readSignedInAs(session)
  if (user.kind !== 'someone') return user.kind
  return user.id === undefined ? `${user.type}, not of this server` : user.type
}

/** What came beside the patient, as counts and kinds; `tenant` isn't even read (CTX-07). */
function describeContext(session: Session, { visit, style }: ContextRead): Fact[] {
  return [
    {
      label: 'Patient from',
      value: session.patientFrom === 'server' ? 'the server' : 'a choice of who signed in',
    },
    {
      label: 'Patient banner',
      value: session.needPatientBanner ? 'this app’s' : 'the EHR’s; this app keeps one line',
    },
    { label: 'Visit', value: session.encounterId === undefined ? 'none' : visit },
    { label: 'Points to', value: describeFhirContext(session.fhirContext) },
    { label: 'Intent', value: session.hasIntent ? 'given, not known here' : 'none' },
    { label: 'Style', value: style },
  ]
}

const discoveryWords: Readonly<Record<SignInReport['discovery'], string>> = {
  'smart-configuration': 'SMART configuration (.well-known/smart-configuration)',
  'capability-statement': 'CapabilityStatement (metadata), the older way',
}

const answerWords: Readonly<Record<SignInReport['answer'], string>> = {
  'issuer-named': 'the server’s name in it (iss, RFC 9207), and the address it came to',
  'redirect-address': 'the address it came to',
}

const identityWords: Readonly<Record<Identity['kind'], string>> = {
  verified: 'verified: signature and claims of the id_token',
  unverified:
    'not verified: claims of the id_token are right, but the server’s keys could not be read; it decides nothing',
  'not-asked': 'not asked for: no openid granted',
}

const warningWords: Readonly<Record<SignInWarning, string>> = {
  'pkce-not-announced': 'the server announces no PKCE; S256 was sent all the same',
  'launch-not-announced': 'the server does not announce this kind of launch',
  'public-client-not-announced': 'the server does not announce apps without a secret',
  'lifetime-not-said': 'the server did not say how long the token lasts; a short time is assumed',
  'scope-not-said': 'the server did not say what it granted, which means as asked',
  'style-not-its-own': 'the style it names is at an address of another server, and is not used',
}

function describeScopes({ scope, signIn }: Session): Fact[] {
  const { missing, inPart, beyond } = compareScopes(signIn.requestedScope, scope)
  const list = (scopes: readonly string[]) => scopes.map(toSafeScope).join(' ') || 'none'
  return [
    { label: 'Requested', value: list(signIn.requestedScope.split(/\s+/)) },
    { label: 'Granted', value: list(scope.split(/\s+/)) },
    { label: 'Not granted', value: list(missing) },
    { label: 'Granted in part', value: list(inPart) },
    { label: 'Granted beyond', value: list(beyond) },
  ]
}

/** A scope as it was written, but of what narrows it the categories alone: another parameter may name a patient. */
function toSafeScope(scope: string): string {
  const [name = '', query] = scope.split('?', 2)
  const safeName = /^[\w./:*-]{0,80}$/.test(name) ? name : '(not readable)'
  if (query === undefined) return safeName
  const filters = [...new URLSearchParams(query)].map(([key, value]) =>
    key === 'category' && /^[\w./:|,-]{1,200}$/.test(value) ? `category=${value}` : 'other=…',
  )
  return `${safeName}?${filters.join('&')}`
}

function describeRecord({ release, categories }: RecordStatus, patient: PatientRead): Fact[] {
  return [
    { label: 'Released', value: release },
    { label: 'Patient', value: join(patient.kind, patient.failure) },
    ...categories.map(({ category, state }) => ({
      label: /^[\w-]{1,40}$/.test(category.code) ? category.code : 'another category',
      value: describeState(state),
    })),
  ]
}

function describeState(state: CategoryState): string {
  switch (state.kind) {
    case 'failed':
      return join(state.kind, state.failure, state.status)
    case 'refused':
      return join(state.kind, state.status)
    case 'stopped':
      return join(state.kind, state.why)
    case 'waiting':
    case 'loading':
    case 'loaded':
    case 'empty':
      return state.kind
  }
}

function join(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}
