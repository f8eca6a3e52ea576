import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { WaveSample } from './wave-samples.ts'
import { Waveform } from './waveform.tsx'

const KINDS = { E: 'error', L: 'below', U: 'above', x: 'unreadable' } as const

function aTrack(
  words: string,
  periodMs = 4,
  name = 'Lead',
): { name: string; samples: WaveSample[] } {
  const samples = words.split(' ').map((word, index): WaveSample => {
    const atMs = index * periodMs
    return word in KINDS
      ? { kind: KINDS[word as 'E'], atMs }
      : { kind: 'value', atMs, value: Number(word) }
  })
  return { name, samples }
}

function draw(
  tracks: ReturnType<typeof aTrack>[],
  part: Partial<Parameters<typeof Waveform>[0]> = {},
) {
  const { container } = render(
    <Waveform
      title="ECG lead II"
      summary="20 ms, 250 samples a second"
      unit="mV"
      unitCode="mV"
      periodMs={4}
      limits={{ lower: undefined, upper: undefined }}
      formatTime={(ms) => `${ms} ms`}
      tracks={tracks}
      {...part}
    />,
  )
  const all = (name: string) => [...container.querySelectorAll(`.${name}`)]
  return { all, lines: () => all('wave-line').map((one) => one.getAttribute('d')) }
}

const plot = () =>
  screen.getByRole('application', { name: /^ECG lead II\. Left and right arrow keys/ })
const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(plot(), { key }))
const said = () => screen.getByRole('status').textContent

describe('Waveform', () => {
  it('is a figure named by what was measured, with its caption', () => {
    draw([aTrack('0 1 0')])
    const figure = screen.getByRole('figure', { name: 'ECG lead II' })
    expect(within(figure).getByText('20 ms, 250 samples a second')).toBeVisible()
  })

  it('D4 draws a path for each stretch, none across a gap, and a lone value as a dot', () => {
    const { lines, all } = draw([aTrack('0 1 0 E 1 L 0 1')])
    expect(lines()).toHaveLength(3)
    expect(lines().map((path) => path?.split('L').length)).toEqual([3, 1, 2])
    expect(all('wave-dot')).toHaveLength(1)
    expect(all('wave-mark')).toHaveLength(1)
  })

  it.each([
    ['0 1', undefined],
    ['0 E', '1 error'],
    ['0 1 L L U', '2 samples below the limit of detection, 1 sample above the limit of detection'],
    ['E E x', '2 errors, 1 sample that can’t be read'],
  ])('D4 counts in words what of "%s" has no value', (words, expected) => {
    draw([aTrack(words)])
    const text = screen.queryByText(/^Not drawn as a value/)?.textContent
    expect(text).toBe(expected === undefined ? undefined : `Not drawn as a value: ${expected}`)
  })

  it('D4 draws no scale where no sample has a value', () => {
    const { all } = draw([aTrack('E L')])
    expect(screen.queryByRole('application')).not.toBeInTheDocument()
    expect(all('wave-label')).toEqual([])
  })

  it('has the squares of ECG paper for what is in mV, a plain grid for what is not', () => {
    const beats = [aTrack('0 1 0 -0.4')]
    const paper = draw(beats)
    expect(paper.all('wave-paper')).toHaveLength(1)
    const words = 'Time in ms; values in mV; squares of 0.2 s by 0.5 mV'
    expect(paper.all('wave-axis')[0]).toHaveTextContent(words)
    const plain = draw(beats, { unit: undefined, unitCode: undefined })
    expect(plain.all('wave-paper')).toHaveLength(0)
    expect(screen.getByText(/Time in ms; no unit was given for the values/)).toBeVisible()
  })

  it('D4 marks the limits of detection that lie on the scale, and says all', () => {
    const { all } = draw([aTrack('0 1')], { limits: { lower: -0.2, upper: 3300 } })
    expect(all('wave-limit')).toHaveLength(1)
    expect(screen.getByText('lower -0.2 mV, upper 3,300 mV')).toBeVisible()
  })
})

describe('Waveform moved through by keyboard', () => {
  it.each([
    [['ArrowRight'], '0 ms: 0 mV'],
    [['ArrowRight', 'ArrowRight'], '4 ms: 1 mV'],
    [['End'], '156 ms: 9 mV'],
    [['End', 'ArrowRight'], '156 ms: 9 mV'],
    [['End', 'ArrowLeft'], '152 ms: error'],
    [['End', 'Home'], '0 ms: 0 mV'],
    [['Home', 'PageDown'], '40 ms: 1 mV'],
    [['End', 'PageUp'], '116 ms: 0 mV'],
    [['End', 'Escape'], ''],
    [['a'], ''],
  ])('says where %j leads', (keys, words) => {
    const samples = Array.from({ length: 40 }, (_, at) => (at === 10 ? '1' : at === 1 ? '1' : '0'))
    draw([aTrack([...samples.slice(0, 38), 'E', '9'].join(' '))])
    press(...keys)
    expect(said()).toBe(words)
  })

  it('says the samples of all dimensions at a point in time', () => {
    draw([aTrack('0 1', 4, 'Dimension 1 of 2'), aTrack('2 L', 4, 'Dimension 2 of 2')])
    press('End')
    expect(said()).toBe(
      '4 ms: Dimension 1 of 2: 1 mV; Dimension 2 of 2: below the limit of detection',
    )
  })

  it('leaves the keys of the browser alone', () => {
    draw([aTrack('0 1')])
    fireEvent.keyDown(plot(), { key: 'ArrowLeft', altKey: true })
    expect(said()).toBe('')
  })
})

describe('Waveform of many samples', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => String(at % 50 === 0 ? 1.2 : 0)).join(' ')

  it('draws what can be seen, and says so', () => {
    const { lines } = draw([aTrack(many)])
    expect(lines().join('').split('L').length).toBeLessThan(4 * 640)
    expect(screen.getByText(/drawn with the lowest and highest values/)).toBeVisible()
  })

  it('D4 draws very many stretches together, and still none across a gap', () => {
    const { lines } = draw([
      aTrack(Array.from({ length: 900 }, (_, at) => (at % 3 ? '1' : 'E')).join(' ')),
    ])
    expect(lines()).toHaveLength(2)
    expect(lines().join('').split('M')).toHaveLength(301)
  })

  it('draws at 25 mm a second only the parts about what is in sight', async () => {
    const { lines } = draw([aTrack(many)])
    await userEvent.click(screen.getByRole('button', { name: 'Show at 25 mm a second' }))
    expect(lines().length).toBeLessThan(6)
    expect(screen.queryByText(/drawn with the lowest/)).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show all at once' }))
    expect(lines()).toHaveLength(1)
  })

  it('has no larger drawing of what fits', () => {
    draw([aTrack('0 1 0')])
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('draws sixteen dimensions of any number, and says so', () => {
    const { all } = draw(Array.from({ length: 1200 }, (_, at) => aTrack('0 1', 4, `${at}`)))
    expect(all('wave-line')).toHaveLength(16)
    expect(screen.getByText(/The first 16 of 1,200 dimensions are drawn/)).toBeVisible()
  })
})

describe('Waveform as a table', () => {
  const cells = () =>
    screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))

  it('D4 has every sample, once somebody asks for it', async () => {
    draw([aTrack('0 E 1.5')])
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await userEvent.click(screen.getByText('Show the samples as a table'))
    expect(await screen.findByRole('table', { name: 'Samples of ECG lead II' })).toBeVisible()
    expect(cells()).toEqual([
      ['Time', 'Value'],
      ['0 ms', '0 mV'],
      ['4 ms', 'error'],
      ['8 ms', '1.5 mV'],
    ])
  })

  it('D4 names the dimensions, in the order of time', async () => {
    draw([aTrack('0 1', 4, 'One'), aTrack('2', 4, 'Two')])
    await userEvent.click(screen.getByText('Show the samples as a table'))
    await screen.findByRole('table')
    expect(cells().slice(1)).toEqual([
      ['0 ms', 'One', '0 mV'],
      ['0 ms', 'Two', '2 mV'],
      ['4 ms', 'One', '1 mV'],
    ])
  })

  it('opens the table of as many dimensions as a sender may claim', async () => {
    const one: WaveSample = { kind: 'value', atMs: 0, value: 1 }
    const tracks = Array.from({ length: 200_000 }, () => ({ name: 'D', samples: [one] }))
    draw(tracks)
    await userEvent.click(screen.getByText('Show the samples as a table'))
    expect(screen.getByRole('table', { name: 'Samples of ECG lead II' })).toBeVisible()
  })
})
