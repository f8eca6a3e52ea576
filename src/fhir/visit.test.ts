import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json.ts'
import { readVisit } from './visit.ts'

const nothing = { start: undefined, type: undefined, place: undefined, standing: undefined }

describe('readVisit', () => {
  it('CTX-02 reads date, type and place', () => {
    const visit = readVisit({
      resourceType: 'Encounter',
      status: 'finished',
      class: { code: 'AMB' },
      type: [{ coding: [{ code: '99213', display: 'Office visit' }] }],
      period: { start: '2024-05-01T09:00:00-05:00', end: '2024-05-01T09:30:00-05:00' },
      location: [
        { location: { display: 'Waiting room' }, status: 'completed' },
        { location: { display: 'Clinic 4' }, status: 'active' },
      ],
      serviceProvider: { display: 'Example Hospital' },
    })
    expect(visit).toMatchObject({ type: 'Office visit', place: 'Clinic 4', standing: undefined })
    expect(visit.start?.text).toBe('2024-05-01T09:00:00-05:00')
  })

  it.each<[string, JsonObject, object]>([
    ['a class without words', { class: { code: 'IMP' } }, { type: 'Hospital stay' }],
    ['a class in words', { class: { code: 'X', display: 'Walk-in' } }, { type: 'Walk-in' }],
    ['a class nobody knows', { class: { code: 'X' } }, {}],
    ['whose it was', { serviceProvider: { display: 'Ward' } }, { place: 'Ward' }],
    ['a cancelled one', { status: 'cancelled' }, { standing: 'cancelled' }],
    ['one in error', { status: 'entered-in-error' }, { standing: 'entered-in-error' }],
    ['nothing', {}, {}],
  ])('CTX-02 reads %s', (_name, json, expected) => {
    expect(readVisit(json)).toEqual({ ...nothing, ...expected })
  })

  it('CTX-02 keeps the precision of the date', () => {
    expect(readVisit({ period: { start: '2024-05' } }).start).toMatchObject({ precision: 'month' })
  })

  it('CTX-02 never fails', () => {
    const json = fc.dictionary(
      fc.constantFrom('period', 'type', 'class', 'location', 'serviceProvider', 'status'),
      fc.jsonValue(),
    )
    const reads = fc.property(json, (one) => Object.keys(readVisit(one as JsonObject)).length === 4)
    expect(fc.check(reads).failed).toBe(false)
  })
})
