import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePolicy, type PolicySources } from './policy.ts'

const nothing: PolicySources = {
  appOrigin: 'https://app.example',
  connect: [],
  forms: [],
  frameAncestors: [],
}

/** The directives of a policy, each with its sources. */
const directivesOf = (policy: string) =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    }),
  )

describe('the policy of a deployment', () => {
  it('CSP-01 allows the app’s own files alone, and no server that is not named', () => {
    expect(writePolicy(nothing)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; upgrade-insecure-requests",
    )
  })

  it('CSP-02 EMB-01 AUTHZ-08 names exactly the servers, those that take forms, and the EHRs', () => {
    const directives = directivesOf(
      writePolicy({
        ...nothing,
        connect: ['https://b.example', 'https://a.example', 'https://b.example'],
        forms: ['https://login.example'],
        frameAncestors: ['https://ehr.example:8443'],
      }),
    )
    expect(directives.get('connect-src')).toEqual([
      "'self'",
      'https://a.example',
      'https://b.example',
    ])
    expect(directives.get('form-action')).toEqual(["'self'", 'https://login.example'])
    expect(directives.get('frame-ancestors')).toEqual(["'self'", 'https://ehr.example:8443'])
  })

  it('CSP-02 allows any https server only where it was told to', () => {
    const directives = directivesOf(writePolicy({ ...nothing, connect: 'any-https' }))
    expect(directives.get('connect-src')).toEqual(["'self'", 'https:'])
  })

  it('CSP-01 asks for no upgrade to https where the app or something else runs without', () => {
    const local = ['http://localhost:5181']
    for (const part of [
      { appOrigin: 'http://app.example' },
      { connect: local },
      { forms: local },
      { frameAncestors: local },
    ])
      expect(writePolicy({ ...nothing, ...part })).not.toContain('upgrade-insecure-requests')
  })

  it('CSP-01 is the same whatever the order and repeats of what is named', () => {
    const origins = fc.array(fc.domain().map((host) => `https://${host}`))
    fc.assert(
      fc.property(origins, (connect) => {
        const policy = writePolicy({ ...nothing, connect })
        const again = [...connect, ...connect].toReversed()
        expect(writePolicy({ ...nothing, connect: again })).toBe(policy)
        expect(directivesOf(policy).get('connect-src')?.slice(1)).toEqual(
          [...new Set(connect)].toSorted(),
        )
      }),
    )
  })
})
