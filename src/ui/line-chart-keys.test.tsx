import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ChartStack } from './chart-stack.tsx'
import type { ChartLine, ChartPoint } from './chart-rows.ts'

const at = (month: number) => new Date(2024, month - 1, 1).getTime()

function aChart(title: string, months: readonly number[], part: Partial<ChartPoint> = {}) {
  const points = months.map((month) => ({
    at: at(month),
    value: month,
    dateText: `month ${month}`,
    valueText: `${month} of ${title}`,
    ...part,
  }))
  const lines: readonly ChartLine[] = [{ key: title, name: title, points }]
  return { key: title, title, unit: undefined, lines }
}

function draw(...charts: readonly ReturnType<typeof aChart>[]) {
  const onSelect = vi.fn<(span: { from: number; to: number }) => void>()
  const span = { from: at(1), to: at(12) }
  const { container } = render(<ChartStack charts={charts} span={span} onSelect={onSelect} />)
  const press = (title: string, ...keys: readonly string[]) => {
    for (const key of keys)
      fireEvent.keyDown(screen.getByRole('application', { name: RegExp(`^${title}\\.`) }), { key })
  }
  return {
    onSelect,
    container,
    press,
    spoken: () => screen.getAllByRole('status').map(({ textContent }) => textContent),
    tips: () => [...container.querySelectorAll('.chart-tip')].map((tip) => tip.textContent),
    catcher: () => container.querySelector('.chart-catcher') ?? document.body,
  }
}

describe('LineChart by keyboard', () => {
  it.each([
    [['ArrowRight'], 'month 11 of A'],
    [['ArrowRight', 'ArrowRight'], 'month 55 of A'],
    [['End'], 'month 99 of A'],
    [['End', 'ArrowRight'], 'month 99 of A'],
    [['End', 'ArrowLeft'], 'month 55 of A'],
    [['End', 'Home'], 'month 11 of A'],
    [['ArrowLeft'], 'month 99 of A'],
    [['End', 'Escape'], ''],
    [['Tab'], ''],
  ])('after %j says %j', (keys, words) => {
    const { press, spoken } = draw(aChart('A', [1, 5, 9]))
    press('A', ...keys)
    expect(spoken()).toEqual([words])
  })

  it('says each of two values of one moment', () => {
    const twice = { at: at(1), value: 1, dateText: 'once' }
    const points = ['first', 'second'].map((valueText) => ({ ...twice, valueText }))
    const { press, spoken } = draw({ ...aChart('A', []), lines: [{ key: 'A', name: 'A', points }] })
    press('A', 'ArrowRight')
    expect(spoken()).toEqual(['oncefirst'])
    press('A', 'ArrowRight')
    expect(spoken()).toEqual(['oncesecond'])
  })

  it('goes away with the focus', () => {
    const { press, tips } = draw(aChart('A', [1, 5]))
    press('A', 'End')
    expect(tips()).toHaveLength(1)
    fireEvent.blur(screen.getByRole('application'))
    expect(tips()).toHaveLength(0)
  })

  it('shows the nearest of the other chart, with its own date, and speaks of one only', () => {
    const { press, spoken, tips } = draw(aChart('A', [1, 5, 9]), aChart('B', [2, 8]))
    press('A', 'End')
    expect(tips()).toEqual(['month 99 of A', 'month 88 of B'])
    expect(spoken()).toEqual(['month 99 of A', ''])
  })
})

describe('LineChart by pointer', () => {
  it('shows the point nearest to the pointer, and speaks of none', () => {
    const { catcher, spoken, tips } = draw(aChart('A', [1, 12]))
    fireEvent.pointerMove(catcher(), { clientX: 10_000 })
    expect(tips()).toEqual(['month 1212 of A'])
    expect(spoken()).toEqual([''])
    fireEvent.pointerLeave(catcher())
    expect(tips()).toEqual([])
  })

  it('WCAG 1.4.13 goes away by Escape wherever the focus is, and comes back with the pointer', () => {
    const { catcher, tips } = draw(aChart('A', [1, 12]))
    fireEvent.pointerMove(catcher(), { clientX: 10_000 })
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(tips()).toEqual([])
    fireEvent.pointerMove(catcher(), { clientX: 10_000 })
    expect(tips()).toHaveLength(1)
  })

  it('D6 rings both of two equal values of one moment', () => {
    const warn = vi.spyOn(console, 'error').mockImplementation(() => {})
    const one = { at: at(1), value: 1, dateText: 'once', valueText: '1' }
    const lines = [{ key: 'A', name: 'A', points: [one, { ...one }] }]
    const { catcher, container } = draw({ ...aChart('A', []), lines })
    fireEvent.pointerMove(catcher(), { clientX: 10 })
    expect(container.querySelectorAll('.chart-cursor circle')).toHaveLength(2)
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  it('chooses a stretch by dragging over it, either way', () => {
    const { catcher, onSelect } = draw(aChart('A', [1, 12]))
    fireEvent.pointerDown(catcher(), { clientX: 400, button: 0 })
    fireEvent.pointerMove(catcher(), { clientX: 200 })
    fireEvent.pointerUp(catcher(), { clientX: 200 })
    expect(onSelect).toHaveBeenCalledTimes(1)
    const [span] = onSelect.mock.lastCall ?? []
    expect(span?.from).toBeGreaterThan(at(1))
    expect(span?.to).toBeGreaterThan(span?.from ?? Infinity)
    expect(span?.to).toBeLessThan(at(12))
  })

  it('takes a click for no stretch', () => {
    const { catcher, onSelect } = draw(aChart('A', [1, 12]))
    fireEvent.pointerDown(catcher(), { clientX: 200, button: 0 })
    fireEvent.pointerMove(catcher(), { clientX: 203 })
    fireEvent.pointerUp(catcher(), { clientX: 203 })
    expect(onSelect).not.toHaveBeenCalled()
  })
})

describe('LineChart', () => {
  it('D7 marks what is flagged by shape, and says so', () => {
    const { container } = draw(aChart('A', [1, 5], { isFlagged: true }))
    const [marks, ...others] = container.querySelectorAll('.chart-flagged')
    expect(others).toEqual([])
    expect(marks?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
    expect(screen.getByText('A filled diamond is a result that is flagged.')).toBeVisible()
  })

  it('D7 draws what is flagged over the dots of another line at the same place', () => {
    const [flagged] = aChart('A', [1, 5], { isFlagged: true }).lines
    const [plain] = aChart('B', [1, 5]).lines
    const { container } = draw({
      ...aChart('A', []),
      lines: [flagged, plain].flatMap((line) => line ?? []),
    })
    const marks = [...container.querySelectorAll('.chart-dot, .chart-flagged')]
    expect(marks.map((mark) => mark.getAttribute('class'))).toEqual([
      ...Array.from({ length: 4 }, () => 'chart-dot'),
      'chart-flagged',
    ])
  })

  it('marks nothing where nothing is flagged', () => {
    const { container } = draw(aChart('A', [1, 5]))
    expect(container.querySelector('.chart-flagged')).toBeNull()
    expect(screen.queryByText(/filled diamond/)).not.toBeInTheDocument()
  })

  it('says how many of very many points are drawn', () => {
    const points = Array.from({ length: 20_000 }, (_, index) => ({
      at: at(1) + index * 60_000,
      value: index % 9,
      dateText: '',
      valueText: '',
    }))
    draw({ key: 'A', title: 'A', unit: undefined, lines: [{ key: 'A', name: 'A', points }] })
    expect(
      screen.getByText(
        /^\d{3} of 20,000 points are drawn, all flagged ones among them\. The table holds all\.$/,
      ),
    ).toBeVisible()
  })

  it('puts the same moments of two charts above one another', () => {
    const large = aChart('B', [1, 12], { value: 170_000_000 })
    const { container } = draw(aChart('A', [1, 12]), large)
    const [a, b] = [...container.querySelectorAll('.chart-catcher')].map((one) =>
      ['x', 'width'].map((name) => one.getAttribute(name)),
    )
    expect(a).toEqual(b)
  })
})
