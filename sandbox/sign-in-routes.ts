import { Hono } from 'hono'
import type { Context } from 'hono'
import type { InteractionResults } from 'oidc-provider'

import { toAccountId } from './accounts.ts'
import type { Env } from './fhir-answer.ts'
import { saveGrant, scopesOf, toScopeChoices } from './grants.ts'
import { toMessagePage } from './page-layout.ts'
import { listPatients } from './patient-choices.ts'
import { splitScope } from './scopes.ts'
import type { ScopeChoice } from './scopes.ts'
import { toSignInPage } from './sign-in-page.ts'

/** The sign-in page, mounted at a tenant's `sign-in/`; the address behind it is the sign-in's own. */
export function signInRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.use(async (c, next) => {
    await next()
    // RFC 9700 §4.16: a sign-in page in somebody's frame can be clicked by a person who doesn't see it.
    c.header('X-Frame-Options', 'DENY')
    c.header('Content-Security-Policy', "frame-ancestors 'none'")
    c.header('Cache-Control', 'no-store')
  })

  routes.get('/:uid', async (c) => {
    const choices = await openChoices(c)
    const { profile, store } = c.get('tenant')
    return c.html(toSignInPage(profile, listPatients(store), choices))
  })

  routes.post('/:uid', async (c) => {
    const tenant = c.get('tenant')
    const choices = await openChoices(c)
    const form = new URLSearchParams(await c.req.text())
    if (form.get('decision') !== 'allow') {
      return finish(c, {
        error: 'access_denied',
        error_description: 'The person did not allow it.',
      })
    }
    const provider = providerOf(c)
    const kind = tenant.profile.signInAs.find((one) => one === form.get('person'))
    const allowed = new Set(form.getAll('allow'))
    const scopes = scopesOf(choices.filter(({ label }) => allowed.has(label)))
    const picked = form.get('patient') ?? ''
    const hasPatient = kind !== 'clinician' || tenant.profile.hasClinicianPatient
    if (kind === undefined || (hasPatient && tenant.store.readPatient(picked) === undefined)) {
      return c.html(toMessagePage('Sign in', 'Somebody and a patient have to be picked.'), 400)
    }
    if (scopes.length === 0) {
      return finish(c, { error: 'access_denied', error_description: 'Nothing was allowed.' })
    }
    const accountId = toAccountId(kind, picked)
    const grant = await saveGrant(tenant, provider, scopes, {
      accountId,
      patient: hasPatient && scopes.some(isAboutPatient) ? picked : undefined,
      encounter: undefined,
      // Nobody but the app shows who the patient is, outside a chart.
      needPatientBanner: true,
      messagingHandle: undefined,
    })
    return finish(c, {
      login: { accountId, remember: false },
      consent: { grantId: grant.jti },
      smart: {},
    })
  })

  routes.onError((error, c) => {
    if (error.name !== 'SessionNotFound') throw error
    const words =
      'This sign-in has run out, or its cookie is missing: a browser keeps it from a page inside another site. Start again from the app.'
    return c.html(toMessagePage('Sign in', words), 400)
  })
  return routes
}

const isAboutPatient = (scope: string) => scope === 'launch/patient' || scope.startsWith('patient/')

function providerOf(c: Context<Env>) {
  const server = c.get('tenant').authorizationServer
  if (server === undefined) throw new Error('the tenant has no authorization server')
  return server.provider
}

/** What this sign-in's request asks for; throws SessionNotFound when the sign-in isn't this browser's. */
async function openChoices(c: Context<Env>): Promise<ScopeChoice[]> {
  const { params } = await providerOf(c).interactionDetails(c.env.incoming, c.env.outgoing)
  return toScopeChoices(c.get('tenant'), splitScope(String(params['scope'])))
}

async function finish(c: Context<Env>, result: InteractionResults): Promise<Response> {
  const { incoming, outgoing } = c.env
  return c.redirect(await providerOf(c).interactionResult(incoming, outgoing, result), 303)
}
