import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeConnection } from '../../smart/diagnostics.ts'
import { toSupportCode, type Environment } from '../../smart/support-code.ts'
import { exampleStored } from '../../smart/test-session.ts'
import { aCategory, aPatient, aRecordStatus } from '../test-observations.ts'
import { DiagnosticsPanel } from './diagnostics-panel.tsx'

const environment: Environment = {
  version: '1.2.3',
  origin: 'https://app.example',
  userAgent: 'Browser/1',
  isFramed: true,
  hasStorage: true,
  timeZone: 'America/Chicago',
  now: 1_700_000_000_000,
}

/** A session and a record with a canary in everything of the patient. Tokens aren't part of a session: e2e looks for those. */
function describeWith(canary: string) {
  const stored = exampleStored({
    id: canary,
    patientId: canary,
    encounterId: canary,
    identity: { kind: 'verified', fhirUser: `https://ehr.example/Practitioner/${canary}` },
    managementUrl: `https://ehr.example/${canary}`,
    fhirContext: {
      items: [{ kind: 'reference', type: 'Observation', id: canary }],
      otherRoles: 1,
      leftOut: 1,
    },
    hasIntent: true,
    styleUrl: `https://ehr.example/${canary}`,
    scope: `patient/Patient.r?_id=${canary} patient/Observation.rs launch/patient`,
  })
  const issues = [{ severity: 'error', code: canary, text: canary, diagnostics: canary }] as never
  const status = aRecordStatus([
    aCategory('laboratory', { kind: 'refused', count: 0, status: 403, issues }, [canary]),
    aCategory('exam', { kind: 'failed', count: 0, failure: 'server', status: 500, issues }),
  ])
  const patient = { kind: 'loaded', patient: aPatient({ id: canary, name: canary }) } as const
  return describeConnection(stored.session, status, patient, environment)
}

const fragments = (canary: string) =>
  Array.from({ length: canary.length - 5 }, (_, start) => canary.slice(start, start + 6))

describe('DiagnosticsPanel', () => {
  it('LOG-02 shows and copies no identifier, name or address of a person that the session or the record holds, nor any piece of one', () => {
    const canaries = fc.string({
      unit: fc.constantFrom('Z', 'Q', 'X', 'J', 'W', 'K', '9', '8', '7'),
      minLength: 6,
      maxLength: 40,
    })
    fc.assert(
      fc.property(canaries, (canary) => {
        const groups = describeWith(canary)
        const { container, unmount } = render(<DiagnosticsPanel groups={groups} />)
        const said = container.innerHTML + toSupportCode(groups.flatMap(({ facts }) => facts))
        unmount()
        expect(fragments(canary).filter((piece) => said.includes(piece))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('copies what it shows', async () => {
    const user = userEvent.setup()
    const groups = describeWith('ZQXJWK')
    const { container } = render(<DiagnosticsPanel groups={groups} />)
    await user.click(screen.getByRole('button', { name: 'Copy support code' }))
    const [first, ...lines] = (await navigator.clipboard.readText()).split('\n')
    expect(first).toBe('Chartside support code 1')
    for (const { label, value } of groups.flatMap(({ facts }) => facts)) {
      expect(lines).toContain(`${label}: ${value}`)
      expect(container).toHaveTextContent(value)
    }
  })
})
