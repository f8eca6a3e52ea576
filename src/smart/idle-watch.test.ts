import { describe, expect, it } from 'vitest'
import { chooseIdleMinutes, watchIdle } from './idle-watch.ts'

describe('chooseIdleMinutes', () => {
  it.each([
    ['a quarter of an hour by itself', undefined, false, 15],
    ['never inside an EHR’s frame, which has a lock of its own', undefined, true, 0],
    ['as configured', 5, false, 5],
    ['as configured, in a frame too', 5, true, 5],
    ['never where that is configured', 0, false, 0],
  ])('END-06 locks %s', (_name, configured, isFramed, minutes) => {
    expect(chooseIdleMinutes(configured, isFramed)).toBe(minutes)
  })
})

describe('watchIdle', () => {
  it.each(['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])(
    'END-06 takes %s for somebody being there, until it is stopped',
    (sign) => {
      let now = 0
      const idle = watchIdle(
        1,
        () => now,
        () => {},
      )
      now = 5_000
      window.dispatchEvent(new Event(sign))
      expect(idle.getIdleAt()).toBe(65_000)
      idle.stop()
      now = 9_000
      window.dispatchEvent(new Event(sign))
      expect(idle.getIdleAt()).toBe(65_000)
    },
  )
})
