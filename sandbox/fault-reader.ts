import { contentFaults, fhirFaults } from './fhir-fault-tables.ts'
import type { Faults } from './faults.ts'
import {
  authorizeFaults,
  discoveryFaults,
  idTokenFaults,
  jwksFaults,
  refreshFaults,
  tokenFaults,
} from './sign-in-fault-tables.ts'

/** A `faults` setting that names something this server doesn't have: a test with a typing slip must not pass. */
export class FaultError extends Error {}

type Check = (setting: unknown, where: string) => void

const oneOf =
  (table: object): Check =>
  (setting, where) => {
    if (typeof setting !== 'string' || !Object.hasOwn(table, setting)) {
      throw new FaultError(
        `${where}: ${JSON.stringify(setting)} is not one of ${Object.keys(table).join(', ')}`,
      )
    }
  }

const listOf =
  (check: Check): Check =>
  (setting, where) => {
    if (!Array.isArray(setting)) throw new FaultError(`${where} is not a list`)
    setting.forEach((one: unknown, index) => {
      check(one, `${where}[${index}]`)
    })
  }

const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (setting, where) => {
    if (typeof setting !== 'object' || setting === null || Array.isArray(setting)) {
      throw new FaultError(`${where} is not an object`)
    }
    for (const [name, value] of Object.entries(setting)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined
      if (check === undefined) throw new FaultError(`${where}.${name} is not known`)
      check(value, `${where}.${name}`)
    }
  }

const text: Check = (setting, where) => {
  if (typeof setting !== 'string') throw new FaultError(`${where} is not a text`)
}

const count: Check = (setting, where) => {
  if (typeof setting !== 'number' || !Number.isInteger(setting) || setting < 1) {
    throw new FaultError(`${where} is not a whole number from 1`)
  }
}

const target = { type: text, category: text, page: count, times: count }

const checkFaults = members({
  discovery: oneOf(discoveryFaults),
  authorize: oneOf(authorizeFaults),
  token: listOf(oneOf(tokenFaults)),
  refresh: listOf(oneOf(refreshFaults)),
  idToken: oneOf(idTokenFaults),
  jwks: oneOf(jwksFaults),
  fhir: listOf(
    members({
      ...target,
      kind: oneOf(fhirFaults),
      status: count,
      body: oneOf({ outcome: true, empty: true, quotes: true }),
      retryAfter: count,
      ms: count,
    }),
  ),
  content: listOf(members({ ...target, kind: oneOf(contentFaults) })),
  grantOnly: listOf(text),
  tokenSeconds: count,
  tokenDelayMs: count,
  pagingSeconds: count,
})

/** Takes the `faults` of a control request as {@link Faults}; throws a {@link FaultError} naming what is wrong. */
export function readFaults(json: unknown): Faults {
  checkFaults(json, 'faults')
  return json as Faults
}
