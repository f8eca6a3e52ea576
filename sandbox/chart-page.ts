import { html, raw } from 'hono/html'

import { toPage } from './page-layout.ts'
import type { Html } from './page-layout.ts'
import { listPatients } from './patient-choices.ts'
import type { Tenant } from './tenant.ts'
import { toDisplayName } from './fhir-store.ts'

const styles = `
body { display: grid; grid-template-rows: auto auto 1fr; min-height: 100vh; }
.top, .patient { width: 100%; max-width: none; margin: 0; padding: .6rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; }
.top { background: var(--accent); color: var(--on-accent); }
.top a { color: inherit; }
.patient { background: var(--tint); border-bottom: 1px solid var(--line); }
.patient h1 { font-size: 1.25rem; margin: 0; }
.chart { max-width: none; margin: 0; padding: 0; display: grid; grid-template-columns: 11rem 1fr; min-height: 0; }
.chart nav { border-right: 1px solid var(--line); padding: 1rem; }
.chart ul { list-style: none; margin: 0; padding: 0; color: var(--soft); }
.chart li { padding: .3rem 0; }
.chart li[aria-current] { color: var(--ink); font-weight: 650; }
iframe { display: block; width: 100%; height: 100%; min-height: 32rem; border: 0; background: var(--card); }
@media (max-width: 44rem) { .chart { grid-template-columns: 1fr; grid-template-rows: auto 1fr; }
  .chart nav { border-right: 0; border-bottom: 1px solid var(--line); padding: .5rem 1rem; }
  .chart ul { display: flex; flex-wrap: wrap; gap: 0 1rem; } }
`

/** Closes the frame when the app in it asks for that: its window, its origin and the handle it was given (`ui.done`). */
const closeScript = `
const frame = document.querySelector('iframe')
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== frame.dataset.origin) return
  if (data?.messagingHandle !== frame.dataset.handle || data.messageType !== 'ui.done') return
  const answer = { messageId: crypto.randomUUID(), responseToMessageId: data.messageId }
  source.postMessage({ ...answer, payload: { status: 'success' } }, origin)
  const words = document.createElement('p')
  words.setAttribute('role', 'status')
  words.textContent = 'Chartside was closed.'
  frame.replaceWith(words)
})
`

/**
 * A page that looks like a chart with the app in it: banner, tabs, and the app in an iframe of another site, as in
 * an EHR's web client (EMB-02). `launch` is the app's launch address with `iss` and `launch`, and the handle by which the
 * app may ask the page to close it (SMART Web Messaging).
 */
export function toChartPage(
  tenant: Tenant,
  patientId: string,
  launch: { readonly url: string; readonly handle: string },
): Html {
  const patient = tenant.store.readPatient(patientId)
  const details = listPatients(tenant.store).find(({ id }) => id === patientId)?.details ?? ''
  const name = toDisplayName(patient?.name)
  return toPage(
    `Chart: ${tenant.profile.title}`,
    html`<header class="top">
        <b>${tenant.profile.title}</b>
        <span>Dr. Meredith Grey</span>
        <a href="/">Close the chart</a>
      </header>
      <section class="patient" aria-label="Patient banner">
        <h1>${name}</h1>
        <span>${details}</span>
      </section>
      <main class="chart">
        <nav aria-label="Chart">
          <ul>
            <li>Summary</li>
            <li>Notes</li>
            <li>Orders</li>
            <li aria-current="page">Chartside</li>
          </ul>
        </nav>
        <iframe
          title="Chartside"
          src="${launch.url}"
          data-origin="${new URL(launch.url).origin}"
          data-handle="${launch.handle}"
        ></iframe>
      </main>
      <script>
        ${raw(closeScript)}
      </script>`,
    styles,
  )
}

/**
 * The app root to frame: one on another site than the chart's own host, if there is one. `localhost` and
 * `127.0.0.1` are two sites though one computer.
 */
export function toFramedRoot(root: string, appRoots: readonly string[], chartHost: string): string {
  const isOtherSite = (one: string) => new URL(one).hostname !== chartHost
  const port = new URL(root).port
  return (
    [root, ...appRoots.filter((one) => new URL(one).port === port)].find(isOtherSite) ??
    appRoots.find(isOtherSite) ??
    root
  )
}
