import { fireEvent, render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { LineChart } from './line-chart.tsx'
import type { ChartLine } from './chart-rows.ts'

function aLine(name: string, values: readonly number[], bands?: ChartLine['bands']): ChartLine {
  return {
    key: name,
    name,
    bands,
    points: values.map((value, index) => ({
      at: new Date(2024, index, 1).getTime(),
      value,
      dateText: `month ${index + 1}`,
      valueText: `${value} mmHg`,
    })),
  }
}

function draw(lines: readonly ChartLine[], width = 640) {
  const { container } = render(
    <LineChart title="Blood pressure" unit="mmHg" lines={lines} initialWidth={width} />,
  )
  return {
    curves: [...container.querySelectorAll('path.chart-line')],
    dots: container.querySelectorAll('.chart-dot'),
    bands: container.querySelectorAll('.recharts-reference-area path'),
    container,
  }
}

const labelsOf = (container: HTMLElement, axis: 'x' | 'y') =>
  [...container.querySelectorAll(`.recharts-${axis}Axis-tick-labels text`)].map(
    (tick) => tick.textContent,
  )

/** Where a labelled value of the value axis stands, or one between two of them, in pixels from the top. */
function heightOf(container: HTMLElement, value: number): number {
  const ticks = [...container.querySelectorAll('.recharts-yAxis-tick-labels text')]
  const places = ticks.map((tick) => [Number(tick.textContent), Number(tick.getAttribute('y'))])
  const [v0 = NaN, y0 = NaN] = places[0] ?? []
  const [v1 = NaN, y1 = NaN] = places.at(-1) ?? []
  return y0 + ((value - v0) / (v1 - v0)) * (y1 - y0)
}

describe('LineChart', () => {
  it('is a figure named by its title and unit', () => {
    draw([aLine('Systolic', [120, 130])])
    expect(screen.getByRole('figure', { name: 'Blood pressure in mmHg' })).toBeVisible()
  })

  it('draws a path for each line', () => {
    const { curves } = draw([aLine('Systolic', [120, 130]), aLine('Diastolic', [80, 85])])
    expect(curves).toHaveLength(2)
    for (const curve of curves) expect(curve.getAttribute('d')).toMatch(/^M[\d.]+,[\d.]+h0L/)
  })

  it('tells lines apart by dashes, not by colour alone', () => {
    const { curves } = draw([aLine('Systolic', [120, 130]), aLine('Diastolic', [80, 85])])
    const dashes = curves.map((curve) => curve.getAttribute('stroke-dasharray'))
    expect(new Set(dashes).size).toBe(2)
  })

  it('takes its colours from the style sheet', () => {
    const { curves } = draw([aLine('Systolic', [120, 130])])
    expect(curves[0]?.getAttribute('stroke')).toMatch(/^var\(--chart-/)
  })

  it('names each line and its band beside the drawing', () => {
    draw([aLine('Systolic', [120, 130], { text: '90 to 120', areas: [{ low: 90, high: 120 }] })])
    const figure = screen.getByRole('figure')
    expect(within(figure).getByText('Systolic')).toBeVisible()
    expect(within(figure).getByText('shaded: 90 to 120')).toBeVisible()
  })

  it.each([
    ['between its two ends', { low: 90, high: 120 }, 90, 120],
    ['upwards from a low end', { low: 90 }, 90, 130],
    ['downwards from a high end', { high: 120 }, 110, 120],
    ['upwards from zero', { low: 0 }, 0, 150],
  ])('D7 shades a band %s', (_, band, low, high) => {
    const { bands, container } = draw([aLine('Systolic', [110, 130], { text: '', areas: [band] })])
    const path = bands[0]?.getAttribute('d') ?? ''
    const [, top = '', height = ''] = /^M [\d.]+,([\d.]+) .* v ([\d.]+)/.exec(path) ?? []
    expect(Number(top)).toBeCloseTo(heightOf(container, high))
    expect(Number(top) + Number(height)).toBeCloseTo(heightOf(container, low))
  })

  it('D7 shades a step for each range, over its own time', () => {
    const line = aLine('Systolic', [110, 120, 130])
    const at = (index: number) => line.points[index]?.at ?? 0
    const areas = [
      { low: 90, high: 120, from: at(0), until: at(1) },
      { low: 90, high: 130, from: at(1), until: at(2) },
    ]
    const { bands } = draw([{ ...line, bands: { text: '', areas } }])
    const [first, second] = [...bands].map((path) =>
      (path.getAttribute('d') ?? '').match(/[\d.]+/g)?.map(Number),
    )
    const [left = NaN, , width = NaN] = first ?? []
    expect(second?.[0]).toBeCloseTo(left + width)
    expect(second?.[1]).toBeLessThan(first?.[1] ?? NaN)
  })

  it('D4 draws "<5" as an open triangle that points down, through which no line goes', () => {
    const line = aLine('Systolic', [110, 5, 130])
    const points = line.points.map((point, index) =>
      index === 1 ? { ...point, bound: 'below' as const } : point,
    )
    const { container, curves } = draw([{ ...line, points }])
    const [triangle, ...others] = container.querySelectorAll('.chart-bounds')
    expect(others).toEqual([])
    const [, y0, tip] =
      /^M[\d.]+,([\d.]+)h10L[\d.]+,([\d.]+)Z$/.exec(triangle?.getAttribute('d') ?? '') ?? []
    expect(Number(tip)).toBeGreaterThan(Number(y0))
    // Two stretches of a single point each: no stroke from one to the other.
    expect(curves.flatMap((curve) => curve.getAttribute('d')?.match(/L/g) ?? [])).toEqual([])
    expect(screen.getByText(/triangle pointing down/)).toBeVisible()
  })

  it('draws no line between two bounds that have nothing between them', () => {
    const { points, ...line } = aLine('Systolic', [5, 5, 5, 130])
    const bounds = points.map((point, index) =>
      index < 3 ? { ...point, bound: 'below' as const } : point,
    )
    const { container, curves } = draw([{ ...line, points: bounds }])
    expect(curves.map((curve) => curve.getAttribute('d'))).toEqual([
      expect.stringMatching(/^M[\d.]+,[\d.]+h0$/),
    ])
    const triangles = container.querySelector('.chart-bounds')?.getAttribute('d')
    expect(triangles?.match(/Z/g)).toHaveLength(3)
  })

  it('draws no band where there is none', () => {
    expect(draw([aLine('Systolic', [120, 130])]).bands).toHaveLength(0)
  })

  it('marks each of 200 points, and none of 201', () => {
    const values = Array.from({ length: 201 }, (_, index) => index)
    expect(draw([aLine('Systolic', values.slice(1))]).dots).toHaveLength(200)
    expect(draw([aLine('Systolic', values)]).dots).toHaveLength(0)
  })

  it('draws a lone point', () => {
    expect(draw([aLine('Systolic', [120])]).dots).toHaveLength(1)
  })

  it('D6 writes the months of its points in the viewer zone', () => {
    const { container } = draw([aLine('Systolic', [120, 130, 125, 128])])
    expect(labelsOf(container, 'x')).toEqual(['Jan 2024', 'Feb 2024', 'Mar 2024', 'Apr 2024'])
  })

  it('D6 marks fewer moments where it is narrow', () => {
    const { container } = draw([aLine('Systolic', [120, 130, 125, 128, 127])], 260)
    expect(labelsOf(container, 'x')).toEqual(['Jan 2024', 'Apr 2024'])
  })

  it('D4 writes large values with separators of thousands', () => {
    const { container } = draw([aLine('Copies', [150_000_000, 170_000_000])])
    expect(labelsOf(container, 'y')).toEqual([
      '150,000,000',
      '155,000,000',
      '160,000,000',
      '165,000,000',
      '170,000,000',
    ])
  })

  it('D4 gives the labels of values as much room as they need', () => {
    const rightmostOf = (values: readonly number[]) => {
      const { container } = draw([aLine('Copies', values)])
      const [label] = container.querySelectorAll('.recharts-yAxis-tick-labels text')
      return Number(label?.getAttribute('x'))
    }
    // Labels end where the axis stands: eleven signs need more than 80 pixels to the left of it, two do with less.
    expect(rightmostOf([150_000_000, 170_000_000])).toBeGreaterThan(80)
    expect(rightmostOf([10, 20])).toBeLessThan(50)
  })

  it.each([[[1.5e40]], [[1e308, 1]], [[3e-9, 4e-9]]])('draws the values %o', (values) => {
    const { curves } = draw([aLine('Copies', values)])
    expect(curves[0]?.getAttribute('d') ?? '').not.toMatch(/NaN|Infinity/)
  })

  it('says the words of a point when an arrow key reaches it', () => {
    draw([aLine('Systolic', [120, 130]), aLine('Diastolic', [80, 85])])
    const drawing = screen.getByRole('application', { name: /^Blood pressure\./ })
    fireEvent.keyDown(drawing, { key: 'ArrowRight' })
    fireEvent.keyDown(drawing, { key: 'ArrowRight' })
    expect(screen.getByRole('status')).toHaveTextContent(
      'month 2Systolic: 130 mmHgDiastolic: 85 mmHg',
    )
  })

  it('D7 says the flag of a point with its value', () => {
    const line = aLine('Systolic', [150])
    draw([{ ...line, points: line.points.map((point) => ({ ...point, flagText: 'High' })) }])
    const drawing = screen.getByRole('application', { name: /^Blood pressure\./ })
    fireEvent.keyDown(drawing, { key: 'ArrowRight' })
    expect(screen.getByRole('status')).toHaveTextContent('month 1150 mmHg, High')
  })

  it('D5 says the remarks of a point with its value', () => {
    const line = aLine('Systolic', [120, 130])
    const points = line.points.map((point) => ({ ...point, remarks: ['Amended', 'Left arm'] }))
    draw([{ ...line, points }])
    const drawing = screen.getByRole('application', { name: /^Blood pressure\./ })
    fireEvent.keyDown(drawing, { key: 'ArrowRight' })
    fireEvent.keyDown(drawing, { key: 'ArrowRight' })
    expect(screen.getByRole('status')).toHaveTextContent('month 2130 mmHg; Amended; Left arm')
  })
})
