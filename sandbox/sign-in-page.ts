import { html } from 'hono/html'

import { toPage } from './page-layout.ts'
import type { Html } from './page-layout.ts'
import { toPatientRadios } from './patient-choices.ts'
import type { PatientChoice } from './patient-choices.ts'
import type { Profile, SignInKind } from './profile.ts'
import { readResourceScope } from './scopes.ts'
import type { ScopeChoice } from './scopes.ts'

const people: Readonly<Record<SignInKind, { name: string; details: string }>> = {
  clinician: { name: 'Dr. Meredith Grey', details: 'a clinician of this hospital' },
  patient: { name: 'The patient', details: 'with their own record' },
  proxy: { name: 'A parent of the patient', details: 'who may see the record as proxy' },
}

const contexts: Readonly<Record<string, string>> = {
  openid: 'Know who signed in',
  fhirUser: 'Know which record stands for who signed in',
  profile: 'Know the name of who signed in',
  launch: 'Take over what the chart shows',
  'launch/patient': 'Know which patient was picked',
  'launch/encounter': 'Know which encounter was picked',
  offline_access: 'Stay signed in, also when the person has gone',
  online_access: 'Stay signed in as long as the person does',
}

/** The sign-in page of a standalone launch: who signs in, for which patient, and what the app may have. */
export function toSignInPage(
  profile: Profile,
  patients: readonly PatientChoice[],
  choices: readonly ScopeChoice[],
): Html {
  const needsPatient = profile.hasClinicianPatient || !profile.signInAs.includes('clinician')
  return toPage(
    `Sign in: ${profile.title}`,
    html`<header>
        <h1>Sign in</h1>
        <p class="soft">
          ${profile.title}, a pretend EHR. No password: nobody here is real. <b>Chartside</b> asks
          for access.
        </p>
      </header>
      <main>
        <form method="post">
          <fieldset>
            <legend>Sign in as</legend>
            <div class="cards">
              ${profile.signInAs.map((kind, index) =>
                toCard(
                  'radio',
                  'person',
                  kind,
                  people[kind].name,
                  people[kind].details,
                  index === 0,
                ),
              )}
            </div>
          </fieldset>
          ${
            needsPatient
              ? html`<fieldset>
                  <legend>Patient</legend>
                  <div class="cards">${toPatientRadios(patients)}</div>
                </fieldset>`
              : html`<p class="soft">
                  A clinician who signs in outside a chart gets no patient: the app will have to say
                  so.
                </p>`
          }
          <fieldset>
            <legend>Allow Chartside to</legend>
            <div class="cards">
              ${choices.map((choice) =>
                toCard('checkbox', 'allow', choice.label, choice.label, describe(choice), true),
              )}
            </div>
          </fieldset>
          <div class="actions">
            <button class="main" name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Deny</button>
          </div>
        </form>
      </main>`,
  )
}

function toCard(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  label: string,
  details: string,
  isChecked: boolean,
): Html {
  const id = `${name}-${value.replace(/\W+/g, '-')}`
  return html`<div class="card">
    <input
      type="${type}"
      name="${name}"
      value="${value}"
      id="${id}"
      aria-describedby="about-${id}"
      ${isChecked ? 'checked' : ''}
    />
    <label for="${id}">${label}</label>
    <small id="about-${id}">${details}</small>
  </div>`
}

/** What a choice means, in words. */
function describe({ scopes: [scope = ''] }: ScopeChoice): string {
  const resource = readResourceScope(scope)
  if (resource === undefined) return contexts[scope] ?? scope
  const what = resource.type === '*' ? 'everything' : `${resource.type} resources`
  const whose = resource.level === 'user' ? 'of all patients' : 'of this patient'
  const only = resource.filters.map(
    ([name, value]) => `, only ${name} ${value.split('|').at(-1) ?? value}`,
  )
  return `Read ${what} ${whose}${only.join('')}`
}
