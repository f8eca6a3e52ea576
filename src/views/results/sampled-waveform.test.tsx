import { render, screen, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '../../fhir/json.ts'
import { readObservation } from '../../observations/read-observation.ts'
import { loincComponent, readSample, ucum } from '../../observations/sample-observation.ts'
import { sampledJson } from '../../observations/test-sampled-data.ts'
import { anObservation } from '../test-observations.ts'
import { SampledWaveform } from './sampled-waveform.tsx'

/** An Observation of a patient of the sandbox, as its server gives it. */
function fromSandbox(file: string, id: string) {
  const lines = readFileSync(`sandbox/patients/${file}.ndjson`, 'utf8').split('\n')
  const json = lines
    .filter((line) => line.includes(`"${id}"`))
    .map((line) => JSON.parse(line) as JsonObject)
    .find((one) => one.id === id)
  const reading = readObservation(json)
  if (reading.kind !== 'read') throw new Error(`${id} can't be read`)
  return reading.observation
}

async function summaryOf(rest: JsonObject): Promise<string | null> {
  const observation = readSample({ code: { text: 'Wave' }, valueSampledData: sampledJson(rest) })
  render(<SampledWaveform observation={observation} />)
  const figure = await screen.findByRole('figure', { name: 'Wave' })
  return within(figure).getAllByText(/./, { selector: 'p bdi' })[0]?.textContent ?? null
}

const ones = (count: number) => Array.from({ length: count }, (_, at) => at % 3).join(' ')

describe('SampledWaveform', () => {
  it('draws nothing for a result that is no waveform', () => {
    const { container } = render(<SampledWaveform observation={anObservation()} />)
    expect(container).toBeEmptyDOMElement()
  })

  it.each([
    ['5 s, 500 samples a second, from 0 to 2 mV', { data: ones(2501) }],
    ['10 min, one sample every 5 min, from 0 to 2 mV', { period: 300_000, data: ones(3) }],
    ['6 ms, one sample every 3 ms, from -1 to 0 mV', { period: 3, data: '0 -1 E' }],
    ['at 5 mV', { data: '5' }],
    ['2 ms, 500 samples a second, no sample has a value', { data: 'E L' }],
    [
      '2 ms, 500 samples a second, from 0 to 1 (no unit given)',
      { origin: { value: 0 }, data: '0 1' },
    ],
    [
      '2 ms, 500 samples a second, from 0 to 2 mV, the data is incomplete: some point in time lacks samples',
      { dimensions: 2, data: '0 1 2' },
    ],
  ])('D4 says %s', async (words, rest) => {
    expect(await summaryOf(rest)).toBe(words)
  })

  it('D4 draws each component that has samples as a figure of its own', async () => {
    const observation = readSample({
      component: [
        loincComponent('1', { valueSampledData: sampledJson({ data: '0 1' }) }),
        loincComponent('2', { valueQuantity: ucum(1, 'mV') }),
        loincComponent('3', { valueSampledData: sampledJson({ data: '1 0' }) }),
      ],
    })
    render(<SampledWaveform observation={observation} />)
    await screen.findByRole('figure', { name: 'LOINC 1' })
    expect(screen.getAllByRole('figure')).toHaveLength(2)
    expect(screen.getByRole('figure', { name: 'LOINC 3' })).toBeVisible()
  })

  it('D4 draws the leads of the electrocardiogram among HL7’s examples', async () => {
    render(<SampledWaveform observation={fromSandbox('hl7-f001-pieter-van-de-heuvel', 'ekg')} />)
    const lead = await screen.findByRole('figure', { name: 'MDC_ECG_ELEC_POTL_I' })
    expect(
      within(lead).getByText(/ s, 100 samples a second, from .* \(no unit given\)$/),
    ).toBeVisible()
    expect(within(lead).getByText('lower -3,300, upper 3,300')).toBeVisible()
    expect(screen.getAllByRole('figure')).toHaveLength(3)
  })

  it('draws an electrocardiogram in uV on its paper', async () => {
    render(<SampledWaveform observation={fromSandbox('gen-dana-demo', 'gen-02674')} />)
    await screen.findByRole('figure', { name: 'ECG lead II (SampledData)' })
    expect(screen.getByText(/squares of 0.2 s by 0.5 mV/)).toBeVisible()
  })
})

describe('SampledWaveform that can’t be loaded', () => {
  it('says so', async () => {
    vi.resetModules()
    vi.doMock('./drawn-samples.tsx', () => {
      throw new Error('gone')
    })
    const { SampledWaveform: Broken } = await import('./sampled-waveform.tsx')
    render(<Broken observation={readSample({ valueSampledData: sampledJson({ data: '1 2' }) })} />)
    expect(await screen.findByText('The waveform could not be drawn')).toBeVisible()
    vi.doUnmock('./drawn-samples.tsx')
  })
})
