import { describe, expect, it } from 'vitest'
import { buildSeries } from './build-series.ts'
import { readSample, ucum } from './sample-observation.ts'
import { buildSample, sampleNow as NOW } from './test-series.ts'

const quantity = (value: number, rest = {}) => ({ valueQuantity: ucum(value, '%'), ...rest })

describe('what buildSeries keeps apart', () => {
  it('D5 keeps methods on lines of their own, and names them', () => {
    const series = buildSample(
      quantity(5, { method: { text: 'HPLC' } }),
      quantity(6, { method: { text: 'Immunoassay' } }),
      quantity(7),
    )
    expect(series?.lines.map(({ name }) => name).toSorted()).toEqual([
      'Hemoglobin A1c',
      'Hemoglobin A1c (HPLC)',
      'Hemoglobin A1c (Immunoassay)',
    ])
  })

  it('D5 keeps the specimens of a test of no group apart, and tubes of one kind together', () => {
    const protein = (value: number, specimen: string) =>
      readSample({
        id: `o${value}`,
        code: { text: 'Protein' },
        valueQuantity: ucum(value, 'mg/dL'),
        specimen: { display: specimen },
      })
    const of = (...specimens: string[]) => {
      const observations = specimens.map((specimen, at) => protein(at, specimen))
      return buildSeries(observations, observations[0]?.seriesId ?? '', { now: NOW })
    }
    expect(
      of('Serum', 'Cerebrospinal fluid')
        ?.lines.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Protein (Cerebrospinal fluid)', 'Protein (Serum)'])
    expect(of('Tube 17', 'Tube 18')?.lines).toHaveLength(1)
  })

  it('D4 keeps apart what only the words of a unit tell apart', () => {
    const dimer = (unit: string) => ({ valueQuantity: { ...ucum(500, 'ng/mL'), unit } })
    expect(buildSample(dimer('ng/mL FEU'), dimer('ng/mL DDU'))?.lines).toHaveLength(2)
  })
})
