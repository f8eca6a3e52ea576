import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'

import type { FhirFault } from './faults.ts'
import { sendHtmlNotFound, sendResource } from './fhir-answer.ts'
import type { Env } from './fhir-answer.ts'
import { resumedPosition } from './fhir-paging.ts'
import { hasCategory, valuesOf } from './fhir-search.ts'
import { toFhirXml } from './fhir-xml.ts'
import { epicBreakTheGlass, epicRequired, toIssue, toOutcome } from './outcomes.ts'
import { toPageNumber } from './paging.ts'
import type { Tenant } from './tenant.ts'

const defaultBodies = new Map([
  [429, 'throttled'],
  [401, 'login'],
  [403, 'forbidden'],
  [404, 'not-found'],
] as const)

/** Never answers: waits until the client has gone or the server closes. */
export async function hang(c: Context<Env>): Promise<Response> {
  if (!c.env.outgoing.closed) await once(c.env.outgoing, 'close')
  return RESPONSE_ALREADY_SENT
}

/** Answers FHIR requests as the tenant's `fhir` faults say, the first that fits. */
export const applyFhirFaults: MiddlewareHandler<Env> = async (c, next) => {
  const tenant = c.get('tenant')
  const fault = findFault(tenant, new URL(c.req.url))
  if (fault === undefined) return next()
  switch (fault.kind) {
    case 'status':
      return sendStatus(c, fault)
    case 'html':
      return sendHtmlNotFound(fault.status ?? 200)
    case 'empty':
      return new Response(null, {
        status: 200,
        headers: { 'Content-Type': 'application/fhir+json' },
      })
    case 'hang':
      return hang(c)
    case 'drop':
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    case 'required-missing': {
      const issue = epicRequired('Must have either code or category.')
      return sendResource(c, toOutcome(issue), 400)
    }
    case 'break-the-glass':
      return sendResource(c, toOutcome(...epicBreakTheGlass()), 403)
    case 'foreign-redirect': {
      const { origin, pathname, search } = new URL(c.req.url)
      if (origin === tenant.foreignOrigin) return next()
      return c.redirect(tenant.foreignOrigin + pathname + search, 302)
    }
    case 'out-of-order': {
      const turn = (tenant.usesOf(fault) - 1) % 3
      await delay((2 - turn) * (fault.ms ?? 500), undefined, { ref: false })
      return next()
    }
    case 'slow':
      await delay(fault.ms ?? 3000)
      return next()
    case 'without-cors':
      await next()
      c.header('Access-Control-Allow-Origin', undefined)
      return undefined
    case 'wrong-content-type':
      await next()
      c.header('Content-Type', 'text/plain; charset=utf-8')
      return undefined
    case 'truncated':
    case 'xml':
      await next()
      c.res = await rewrite(c.res, fault.kind)
      return undefined
  }
}

function findFault(tenant: Tenant, url: URL): FhirFault | undefined {
  const type = url.pathname.slice(new URL(tenant.fhirRoot).pathname.length + 1).split('/')[0] ?? ''
  const position = resumedPosition(tenant, type, url.searchParams)
  const page = position === undefined ? 1 : toPageNumber(position)
  const categories = valuesOf(position?.query ?? [...url.searchParams], 'category')
  return tenant.faults.fhir?.find(
    (fault) =>
      (fault.type === undefined || fault.type === type) &&
      (fault.page === undefined || fault.page === page) &&
      (fault.category === undefined || hasCategory(categories, fault.category)) &&
      tenant.useFault(fault),
  )
}

function sendStatus(c: Context<Env>, fault: FhirFault): Response {
  const { status = 500, body = 'outcome', retryAfter } = fault
  const asksToWait = retryAfter !== undefined || status === 429 || status === 503
  const headers: Record<string, string> = asksToWait
    ? { 'Retry-After': String(retryAfter ?? 1) }
    : {}
  if (body === 'outcome') {
    const code = new Map<number, 'throttled' | 'login' | 'forbidden' | 'not-found'>(defaultBodies)
    const issue = toIssue(
      'error',
      code.get(status) ?? 'exception',
      `Answered ${status} on purpose.`,
    )
    return sendResource(c, toOutcome(issue), status, headers)
  }
  return new Response(body === 'quotes' ? '""' : null, {
    status,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  })
}

async function rewrite(answer: Response, kind: 'truncated' | 'xml'): Promise<Response> {
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  if (kind === 'truncated') {
    return new Response(text.slice(0, Math.ceil(text.length * 0.6)), {
      status: answer.status,
      headers,
    })
  }
  headers.set('Content-Type', 'application/fhir+xml; charset=utf-8')
  return new Response(toFhirXml(JSON.parse(text) as object), { status: answer.status, headers })
}
