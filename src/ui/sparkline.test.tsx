import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Sparkline } from './sparkline.tsx'

type Line = Parameters<typeof Sparkline>[0]['lines'][number]

const line = (...values: readonly (number | readonly [number, 'below' | 'above'])[]): Line => ({
  key: values.join(),
  points: values.map((value, at) =>
    typeof value === 'number'
      ? { at, value, bound: 'exact' }
      : { at, value: value[0], bound: value[1] },
  ),
})
const draw = (...lines: readonly Line[]) => render(<Sparkline lines={lines} />).container
const pathsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('path:not(.sparkline-bound)')].map((one) => one.getAttribute('d'))

describe('Sparkline', () => {
  it('goes through the points by their time and value', () => {
    expect(pathsOf(draw(line(1, 3, 2)))).toEqual(['M4 32h0L100 4L196 18'])
  })

  it('is nothing that a screen reader reads', () => {
    expect(draw(line(1, 2)).querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
  })

  it.each([[[]], [[line()]], [[line(5)]], [[line(5), line(6)]]])(
    'draws nothing of fewer than two points: %o',
    (lines) => {
      expect(draw(...lines)).toBeEmptyDOMElement()
    },
  )

  it('D4 marks what lies below or above, and joins nothing across it', () => {
    const container = draw(line(1, [2, 'below'], 3, 4, [5, 'above']))
    expect(pathsOf(container)[0]).toMatch(/^M4 32h0M100 \d+h0L148 [\d.]+$/)
    const bounds = [...container.querySelectorAll('.sparkline-bound')]
    expect(bounds.map((one) => one.getAttribute('d')?.includes('l-3 6z'))).toEqual([true, false])
    // The dot stands for the latest number, and there is none.
    expect(container.querySelector('circle')).toBeNull()
  })

  it('lets several lines share one scale', () => {
    expect(pathsOf(draw(line(120, 130), line(80, 80)))).toEqual([
      'M4 9.6h0L196 4',
      'M4 32h0L196 32',
    ])
  })

  it.each([[[5, 5, 5]], [[1e308, -1e308]], [[Number.MIN_VALUE, 0]]])(
    'gives places for %o',
    (values) => {
      expect(pathsOf(draw(line(...values))).join()).not.toMatch(/NaN|Infinity/)
    },
  )
})
