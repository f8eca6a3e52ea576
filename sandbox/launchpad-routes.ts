import { randomBytes } from 'node:crypto'

import { Hono } from 'hono'
import type { Context } from 'hono'

import { toChartPage, toFramedRoot } from './chart-page.ts'
import { faultCatalogue } from './fault-catalogue.ts'
import { hasFaults, mergeFaults, removeFaults } from './fault-switch.ts'
import { toLaunchpadPage } from './launchpad-page.ts'
import { toMessagePage } from './page-layout.ts'
import { listPatients } from './patient-choices.ts'
import type { Tenant } from './tenant.ts'
import type { Tenants } from './tenants.ts'

/** The Launchpad at the root, its launches, and the chart page with the app in a frame. */
export function launchpadRoutes(tenants: Tenants): Hono {
  const routes = new Hono()

  const toRoots = () => [
    ...new Set([...tenants.appRoots, ...tenants.all.flatMap(({ appRoots }) => appRoots)]),
  ]

  routes.get('/', (c) => {
    const asked = c.req.query('app') ?? ''
    const root = toRoots().includes(asked) ? asked : (tenants.appRoots[0] ?? '')
    return c.html(
      toLaunchpadPage({
        tenants: tenants.all,
        patients: listPatients(tenants.store),
        appRoots: toRoots(),
        root,
        faultsOf: tenants.get(c.req.query('faults') ?? '') ?? tenants.all[0],
        openGroup: c.req.query('open'),
      }),
    )
  })

  routes.post('/launch', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const tenant = tenants.get(form.get('tenant') ?? '')
    const root = form.get('root') ?? ''
    if (tenant === undefined) return refuse(c, 'That EHR is gone.')
    if (!tenant.appRoots.includes(root)) {
      return refuse(c, `${tenant.id} does not know the app at ${root}.`)
    }
    if (form.get('how') === 'standalone') return c.redirect(root, 303)
    const patient = toPatient(form)
    const needsBanner = form.get('banner') !== 'shown'
    if (form.get('how') === 'iframe') {
      const chart = new URLSearchParams({ tenant: tenant.id, root, patient })
      if (!needsBanner) chart.set('banner', 'shown')
      return c.redirect(`/chart?${chart}`, 303)
    }
    const url = launch(tenant, patient, root, needsBanner)
    return url === undefined ? refuse(c, noLaunch) : c.redirect(url, 303)
  })

  // Each view of the chart is a launch of its own, so a reload works as it does in an EHR.
  routes.get('/chart', (c) => {
    const { tenant: id = '', patient = '', root = '', banner } = c.req.query()
    const tenant = tenants.get(id)
    if (tenant === undefined || !tenant.appRoots.includes(root)) return refuse(c, noLaunch)
    const framed = toFramedRoot(root, tenant.appRoots, new URL(c.req.url).hostname)
    const handle = randomBytes(24).toString('base64')
    const url = launch(tenant, patient, framed, banner !== 'shown', handle)
    return url === undefined
      ? refuse(c, noLaunch)
      : c.html(toChartPage(tenant, patient, { url, handle }))
  })

  routes.post('/faults', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const tenant = tenants.get(form.get('tenant') ?? '')
    const fault = faultCatalogue.find(({ name }) => name === form.get('fault'))
    if (tenant === undefined || fault === undefined) return refuse(c, 'There is no such fault.')
    tenant.faults = mergeFaults(tenant.faults, fault.faults)
    return c.redirect('/', 303)
  })

  // One click on or off; the page comes back where it was.
  routes.post('/faults/toggle', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const tenant = tenants.get(form.get('tenant') ?? '')
    const fault = faultCatalogue.find(({ name }) => name === form.get('fault'))
    if (tenant === undefined || fault === undefined) return refuse(c, 'There is no such fault.')
    const isOn = hasFaults(tenant.faults, fault.faults)
    tenant.faults = (isOn ? removeFaults : mergeFaults)(tenant.faults, fault.faults)
    const view = new URLSearchParams({ faults: tenant.id, open: form.get('group') ?? '' })
    return c.redirect(`/?${view}#faults`, 303)
  })

  routes.post('/faults/reset', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const tenant = tenants.get(form.get('tenant') ?? '')
    if (tenant !== undefined) tenant.faults = {}
    return c.redirect('/', 303)
  })

  return routes
}

const noLaunch = 'This EHR has no launch from the chart for that patient. Open the app standalone.'

function refuse(c: Context, words: string): Response | Promise<Response> {
  return c.html(toMessagePage('This launch cannot be made', words), 400)
}

function toPatient(form: URLSearchParams): string {
  const patient = form.get('patient') ?? ''
  return patient === 'generated' ? `gen-${form.get('count') ?? ''}` : patient
}

/** Makes a launch and gives the app's address for it; undefined where the EHR or the patient has none. */
function launch(
  tenant: Tenant,
  patient: string,
  root: string,
  needPatientBanner: boolean,
  messagingHandle?: string,
): string | undefined {
  if (!tenant.profile.launches.includes('ehr')) return undefined
  if (tenant.store.readPatient(patient) === undefined) return undefined
  const encounter = tenant.store.lastEncounterOf(patient)
  const token = tenant.addLaunch({ patient, encounter, needPatientBanner, messagingHandle })
  return tenant.toLaunchUrl(root, token)
}
