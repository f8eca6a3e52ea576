import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFindings, summarize } from './count-findings.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'
import { writeReport } from './write-report.ts'

const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  fc.string().map((words) => well('keys', words)),
  fc.string().map((words) => unknown('keys', words)),
  fc
    .tuple(fc.string(), fc.string(), fc.string())
    .map(([words, advice, quote]) => fault('keys', words, advice, quote)),
)
const lineBreaks = fc.string({
  unit: fc.constantFrom('\n', '\r', '\u2028', '\u0085', '\u202e', 'x', '['),
})

describe('writeReport', () => {
  it('writes each part with its findings, advice and what the server wrote', () => {
    const findings = [well('pkce', 'Good.'), fault('keys', 'Bad.', 'Mend it.', 'oops')]
    expect(writeReport('Chartside 1', [{ title: 'City Hospital', findings }])).toBe(
      [
        'Chartside 1',
        '',
        'City Hospital: 1 fault',
        '[Well] PKCE: Good.',
        '[Fault] Keys (JWKS): Bad.',
        '    The server wrote: oops',
        '    What to do: Mend it.',
      ].join('\n'),
    )
  })

  it('lets no text pass for a line of its own', () => {
    fc.assert(
      fc.property(lineBreaks, lineBreaks, lineBreaks, (words, advice, quote) => {
        const report = writeReport(words, [
          { title: quote, findings: [fault('keys', words, advice, quote)] },
        ])
        expect(report.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(6)
        expect(report).not.toContain('\u202e')
      }),
    )
  })
})

describe('summarize', () => {
  it('counts in words', () => {
    const two = [fault('keys', 'a', 'b'), fault('fhir', 'a', 'b'), advise('pkce', 'a', 'b')]
    expect(summarize(two)).toBe('2 faults, 1 piece of advice')
    expect(summarize([well('pkce', 'a'), unknown('keys', 'b')])).toBe('1 not known')
    expect(summarize([])).toBe('all well')
  })

  it('counts each finding once', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        const total = Object.values(countFindings(findings)).reduce((sum, count) => sum + count, 0)
        expect(total).toBe(findings.length)
      }),
    )
  })
})
