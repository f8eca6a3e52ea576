import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNotice, readOutcome, worstSeverity, type OutcomeIssue } from './operation-outcome.ts'

const epic = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369'

function issue(more: Partial<OutcomeIssue>): OutcomeIssue {
  return {
    severity: 'warning',
    type: undefined,
    code: undefined,
    text: undefined,
    diagnostics: undefined,
    ...more,
  }
}

describe('readOutcome', () => {
  it('OBS-08 reads every issue, with the words of the display where there is no text', () => {
    const json = {
      issue: [
        {
          severity: 'warning',
          code: 'suppressed',
          details: { coding: [{ system: epic, code: '59204', display: 'Not authorized.' }] },
          diagnostics: 'Outside Record Results',
        },
        { severity: 'grave', details: { text: 'Something.', coding: [{ display: 'x' }] } },
      ],
      resourceType: 'OperationOutcome',
    }
    expect(readOutcome(json)).toEqual([
      {
        severity: 'warning',
        type: 'suppressed',
        code: '59204',
        system: epic,
        text: 'Not authorized.',
        diagnostics: 'Outside Record Results',
      },
      issue({ severity: 'unknown', text: 'Something.' }),
    ])
  })

  it('OBS-08 takes the code of the vendor it knows among several', () => {
    const coding = [
      { system: 'https://other.example', code: '1' },
      { system: epic, code: '4119' },
    ]
    const json = { resourceType: 'OperationOutcome', issue: [{ details: { coding } }] }
    expect(readOutcome(json)[0]?.code).toBe('4119')
  })

  it('OBS-08 reads a single issue in place of a list', () => {
    const json = { resourceType: 'OperationOutcome', issue: { severity: 'fatal' } }
    expect(readOutcome(json)).toMatchObject([{ severity: 'fatal' }])
  })

  it.each([
    null,
    '',
    [],
    { resourceType: 'Bundle', issue: [{ severity: 'fatal' }] },
    { resourceType: 'OperationOutcome' },
    { resourceType: 'OperationOutcome', issue: [null, 'fatal'] },
    { resource: 'v1/resource/error/_version/1/', detail: 'Unauthorized' },
  ])('gives nothing for %j', (json) => {
    expect(readOutcome(json)).toEqual([])
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const issues = readOutcome({
          resourceType: 'OperationOutcome',
          issue: [json, { details: json }],
        })
        expect(issues.length).toBeGreaterThanOrEqual(1)
        issues.forEach(formatNotice)
      }),
    )
  })
})

describe('worstSeverity', () => {
  it.each([
    [['information', 'fatal'], 'fatal'],
    [['warning', 'error', 'information'], 'error'],
    [['warning', 'unknown'], 'unknown'],
    [['information', 'warning'], 'warning'],
    [[], undefined],
  ] as const)('OBS-08 judges %j as %s, wherever in the list it stands', (severities, worst) => {
    expect(worstSeverity(severities.map((severity) => issue({ severity })))).toBe(worst)
  })
})

describe('formatNotice', () => {
  it.each([
    ['4119', 'This may not be the complete record.'],
    ['59204', 'Some results are withheld from this app.'],
    ['4130', 'Parts of this chart are protected by break-the-glass and may be missing here.'],
    ['4131', 'Parts of this chart are protected by break-the-glass and may be missing here.'],
    ['4134', 'Parts of this chart are protected by break-the-glass and may be missing here.'],
    ['4113', 'The server stopped sending results before the end. Load this part again.'],
    ['4101', undefined],
    ['59100', undefined],
  ])("OBS-08 says Epic's %s in our words", (code, words) => {
    expect(formatNotice(issue({ code, text: 'of the server' }))).toBe(words)
    expect(formatNotice(issue({ code, system: epic, text: 'of the server' }))).toBe(words)
  })

  it("OBS-08 doesn't read another vendor's number with Epic's meaning", () => {
    const foreign = issue({ code: '4101', system: 'https://other.example', text: 'Disk failure' })
    expect(formatNotice(foreign)).toBe('Disk failure')
  })

  it.each([
    ['suppressed', 'Some results are withheld from this app.'],
    ['incomplete', 'This may not be the complete record.'],
  ])('OBS-08 knows the FHIR issue type %s of any vendor', (type, words) => {
    expect(formatNotice(issue({ type, code: 'X1', text: 'of the server' }))).toBe(words)
  })

  it("OBS-08 gives the server's own words for an unknown code, on one line and without disguise", () => {
    const text = 'First\n  line\u0000 <b>5.1\u202E</b>'
    expect(formatNotice(issue({ code: '77', text }))).toBe('First line <b>5.1</b>')
  })

  it('cuts long words at 200 characters', () => {
    const notice = formatNotice(issue({ text: '😀'.repeat(900) }))
    expect(notice).toBe(`${'😀'.repeat(199)}…`)
    expect(formatNotice(issue({ text: 'x'.repeat(200) }))).toBe('x'.repeat(200))
  })

  it('OBS-08 names a warning without words, but not a piece of information without words', () => {
    expect(formatNotice(issue({ severity: 'unknown' }))).toBe(
      'The server added a warning it did not explain.',
    )
    expect(formatNotice(issue({ severity: 'information' }))).toBeUndefined()
  })
})
