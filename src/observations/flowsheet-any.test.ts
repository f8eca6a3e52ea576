import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFlowsheet, type Flowsheet, type FlowsheetRow } from './flowsheet.ts'
import type { Observation } from './observation.ts'
import { readObservation } from './read-observation.ts'
import { anyObservation } from './test-observations.ts'

type Modes = Pick<Parameters<typeof buildFlowsheet>[1], 'by' | 'order'>
const build = (all: readonly Observation[], modes: Modes) =>
  buildFlowsheet(all, { ...modes, categories: ['vital-signs', 'laboratory'] })
const rowsOf = ({ lines }: Flowsheet): FlowsheetRow[] =>
  lines.filter((line) => line.kind === 'test')

describe('any flowsheet', () => {
  const records = fc.array(anyObservation, { maxLength: 12 }).map((list) =>
    list.flatMap((json, index) => {
      const reading = readObservation({ ...json, id: `id${index}` })
      return reading.kind === 'read' ? [reading.observation] : []
    }),
  )
  const modes = fc.record({
    by: fc.constantFrom('day', 'time'),
    order: fc.constantFrom('newest', 'oldest'),
  })

  it('OBS-03 has every result in exactly one cell, in a column that is there, or says that it has not', () => {
    fc.assert(
      fc.property(records, modes, (all, { by, order }) => {
        const flowsheet = build(all, { by, order })
        const keys = new Set(flowsheet.columns.map(({ key }) => key))
        const placed = rowsOf(flowsheet)
          .filter(({ isComponent }) => !isComponent)
          .flatMap(({ cells }) =>
            [...cells].flatMap(([key, entries]) => {
              expect(keys).toContain(key)
              return entries.map(({ observation }) => observation.id)
            }),
          )
        const left = flowsheet.leftOut.map(({ observation }) => observation.id)
        expect([...placed, ...left].toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('OBS-09 is the same in whatever order the results come', () => {
    fc.assert(
      fc.property(records, modes, fc.nat(), (all, { by, order }, turn) => {
        const turned = [...all.slice(turn % 12), ...all.slice(0, turn % 12)].toReversed()
        const plain = ({ lines, ...rest }: Flowsheet) => ({
          ...rest,
          lines: lines.map((line) =>
            line.kind === 'heading'
              ? line
              : {
                  ...line,
                  categories: [...line.categories].toSorted(),
                  partIds: [...line.partIds].toSorted(),
                },
          ),
        })
        expect(plain(build(turned, { by, order }))).toEqual(plain(build(all, { by, order })))
      }),
    )
  })
})
