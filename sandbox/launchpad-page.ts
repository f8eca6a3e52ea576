import { html } from 'hono/html'

import { faultPanelStyles, toFaultPanel } from './fault-panel.ts'
import { describeFaults } from './fault-switch.ts'
import { toPage } from './page-layout.ts'
import type { Html } from './page-layout.ts'
import { toPatientRadios } from './patient-choices.ts'
import type { PatientChoice } from './patient-choices.ts'
import type { Tenant } from './tenant.ts'

/** What the Launchpad shows. */
export type Launchpad = {
  readonly tenants: readonly Tenant[]
  readonly patients: readonly PatientChoice[]
  readonly appRoots: readonly string[]
  /** The root to launch, one of `appRoots`. */
  readonly root: string
  /** The tenant whose faults can be switched. */
  readonly faultsOf: Tenant | undefined
  /** Letter of the fault group that is open. */
  readonly openGroup: string | undefined
}

/** The Launchpad: pick an EHR and a patient, then launch the app from the chart or open it alone. */
export function toLaunchpadPage(launchpad: Launchpad): Html {
  const { tenants, patients, appRoots, root, faultsOf, openGroup } = launchpad
  const noCharts = tenants.filter(({ profile }) => !profile.launches.includes('ehr'))
  // Where an EHR has no launch from the chart, the buttons for it go away; the server refuses them anyhow.
  const styles = noCharts
    .map(({ id }) => `form:has(#tenant-${id}:checked) .from-chart { display: none; }`)
    .join('\n')
  return toPage(
    'Local EHR: Launchpad',
    html`<header>
        <h1>Launchpad</h1>
        <p class="soft">
          A pretend hospital for trying Chartside. It checks what a strict EHR checks. Every patient
          is made up or a published example.
        </p>
      </header>
      <main>
        <form method="post" action="/launch">
          <fieldset>
            <legend>EHR</legend>
            <div class="cards">${tenants.map(toTenantCard)}</div>
          </fieldset>
          <fieldset class="from-chart">
            <legend>Patient</legend>
            <div class="cards">${toPatientRadios(patients)} ${generatedCard}</div>
          </fieldset>
          ${
            appRoots.length > 1
              ? html`<div class="field">
                  <label for="root">App</label>
                  <select id="root" name="root">
                    ${appRoots.map(
                      (one) => html`<option ${one === root ? 'selected' : ''}>${one}</option>`,
                    )}
                  </select>
                </div>`
              : html`<input type="hidden" name="root" value="${root}" />`
          }
          <div class="field from-chart">
            <label>
              <input type="checkbox" name="banner" value="shown" />
              The chart shows who the patient is, the app needn't
            </label>
          </div>
          <div class="actions">
            <button class="main from-chart" name="how" value="tab">Launch in this tab</button>
            <button class="from-chart" name="how" value="iframe">Launch in an iframe</button>
            <button name="how" value="standalone">Open standalone</button>
          </div>
          <p class="soft">
            <span class="from-chart"
              >The first two come from the chart: nobody has to sign in.</span
            >
            Standalone opens the app, which sends you to the sign-in page of the EHR you pick there.
          </p>
        </form>
        <h2 id="faults">Faults</h2>
        ${tenants.map(toFaultNotice)}
        ${
          tenants.every(({ faults }) => describeFaults(faults).length === 0)
            ? html`<p class="soft">No fault is switched on.</p>`
            : ''
        }
        ${faultsOf === undefined ? '' : toFaultPanel(tenants, faultsOf, openGroup)}
      </main>
      <footer>For development only. Listens on this computer alone.</footer>`,
    styles + faultPanelStyles,
  )
}

const generatedCard = html`<div class="card">
  <input type="radio" name="patient" value="generated" id="patient-generated" />
  <label for="patient-generated">Generated record</label>
  <small>
    <input
      type="number"
      name="count"
      value="10000"
      min="1"
      max="999999"
      aria-label="Results in the generated record"
    />
    results
  </small>
</div>`

function toTenantCard({ id, profile, faults }: Tenant, index: number): Html {
  const count = describeFaults(faults).length
  const isNamedDifferently = id !== profile.name
  return html`<div class="card">
    <input
      type="radio"
      name="tenant"
      value="${id}"
      id="tenant-${id}"
      aria-describedby="about-tenant-${id}"
      ${index === 0 ? 'checked' : ''}
    />
    <label for="tenant-${id}">${isNamedDifferently ? id : profile.title}</label>
    <small id="about-tenant-${id}">
      ${profile.summary} <code>${id}</code>
      ${
        count === 0
          ? ''
          : html`<span class="fault"
              >${count === 1 ? 'One fault' : `${count} faults`} switched on.</span
            >`
      }
    </small>
  </div>`
}

function toFaultNotice({ id, faults }: Tenant): Html | '' {
  const lines = describeFaults(faults)
  if (lines.length === 0) return ''
  return html`<div class="notice">
    <b>${id}</b> has switched on:
    <ul>
      ${lines.map((line) => html`<li><code>${line}</code></li>`)}
    </ul>
    <form method="post" action="/faults/reset">
      <input type="hidden" name="tenant" value="${id}" />
      <button>Reset the faults of ${id}</button>
    </form>
  </div>`
}
