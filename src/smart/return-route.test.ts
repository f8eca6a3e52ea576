import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReturnRoute } from './return-route.ts'

describe('isReturnRoute', () => {
  it.each([
    'patient',
    'overview',
    'flowsheet',
    'help',
    'results',
    'results/loinc-4548-4',
    'results?category=vital-signs',
    'flowsheet?density=compact&order=oldest&by=time&category=vital-signs',
    'flowsheet?from=2024-05-01&to=2024-06-01&only=out-of-range',
    'results?row=gen-00001.a',
    'results/loinc-4548-4?range=1y',
    'results/loinc-4548-4?from=2024-01-31&to=2025-01-31&with=loinc-2345-7',
    'results?from=2024-05-01&sort=name&order=descending&group=test',
    'results?group=panel&errors=show',
  ])('CB-08 takes the view %s', (route) => {
    expect(isReturnRoute(route)).toBe(true)
  })

  it.each([
    '',
    '/',
    '//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'results/../../s/other/results',
    'results/a/b',
    'results/%2e%2e',
    'results?next=//evil.example',
    'results?category=//evil.example',
    'results?category=a&next=b',
    'results?text=Miller',
    'results?row=a_b',
    'results?row=%2e%2e',
    'results?row=a/b',
    `results?row=${'x'.repeat(65)}`,
    'results/loinc-4548-4?range=Miller',
    'results/loinc-4548-4?from=yesterday',
    'results/loinc-4548-4?with=a/b',
    'results/loinc-4548-4?with=a%2fb',
    'results/loinc-4548-4?with=a&next=b',
    'results/loinc-4548-4?sort=name',
    'patient?range=1y',
    'help?range=1y',
    'results?category=a?sort=name',
    'results?',
    'results?density=compact',
    'flowsheet?density=Miller',
    'flowsheet?sort=name',
    'flowsheet?from=yesterday',
    'patient#x',
    'results\n',
  ])('CB-08 URL-07 takes no other address: %j', (route) => {
    expect(isReturnRoute(route)).toBe(false)
  })

  it('CB-08 never leads out of the session, whatever the text is made of', () => {
    const base = 'https://app.example/s/one/'
    const parts = ['patient', 'results', '/', '..', '?category=', 'a-1', '%2e', '\\', '#', ':', '@']
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 5 }).map((all) => all.join(''))
    let accepted = 0
    fc.assert(
      fc.property(text, (route) => {
        if (!isReturnRoute(route)) return
        accepted += 1
        expect(new URL(route, base).href).toBe(base + route)
      }),
      { numRuns: 2_000 },
    )
    expect(accepted).toBeGreaterThan(0)
  })
})
