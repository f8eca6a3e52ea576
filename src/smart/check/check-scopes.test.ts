import { afterEach, describe, expect, it, vi } from 'vitest'
import { about, findAll } from './test-check.ts'

afterEach(() => vi.unstubAllGlobals())

describe('checkScopes', () => {
  it('says that scopes of version 2 may be refused by a server of version 1', async () => {
    const both = { v1: 'patient/Patient.rs', v2: 'patient/Patient.rs' }
    const settings = { clientId: 'a', scope: both }
    const findings = await findAll(
      { configuration: { capabilities: ['launch-ehr'] } },
      { standalone: settings, ehr: settings },
    )
    expect(about(findings, 'scopes').join('\n')).toMatch(/scopeSyntax/)
  })

  it('quotes what scopes a server lists, whole, those of use first, and counts the rest', async () => {
    const types = Array.from({ length: 200 }, (_, index) => `patient/Type${index}.rs`)
    const listed = [...types, 'patient/Observation.rs', 'openid']
    const findings = await findAll({ configuration: { scopes_supported: listed } })
    const { words, quote } = findings.find(({ subject }) => subject === 'scopes-listed') ?? {}
    expect(words).toContain('202 scopes')
    expect(quote).toMatch(
      /^openid patient\/Observation\.rs patient\/Type0\.rs .*\.rs and \d+ more$/,
    )
    expect(quote?.length).toBeLessThanOrEqual(300)
  })
})
