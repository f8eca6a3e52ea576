import fc from 'fast-check'
import { expect, it } from 'vitest'
import { membersOf, panelMembers, partsOf, withoutParts, type PanelMember } from './panel.ts'
import { readSample } from './sample-observation.ts'
import { formatValue } from './words.ts'

const panelOf = (...references: string[]) =>
  readSample({ hasMember: references.map((reference) => ({ reference })) })
const loaded = new Set(['1', '2', 'a.b-c'])

it.each([
  ['Observation/1', 1],
  ['https://ehr.example/r4/Observation/a.b-c', 1],
  ['Observation/2/_history/3', 1],
  ['Observation/3', 0],
  ['Observation/12', 0],
  ['#1', 0],
  ['1', 0],
  ['QuestionnaireResponse/1', 0],
  ['ObservationDefinition/1', 0],
])('D5 finds of the member %s among the loaded results: %i', (reference, received) => {
  expect(membersOf(panelOf(reference), loaded)).toEqual({ received, missing: 1 - received })
})

it('D5 calls a member missing that names no reference or can not be read', () => {
  const observation = readSample({ hasMember: [{ display: '1' }, null, { reference: 5 }] })
  expect(membersOf(observation, loaded)).toEqual({ received: 0, missing: 3 })
})

it.each([
  [['Observation/1', 'Observation/2'], 'Panel of 2 results'],
  [
    ['Observation/1', 'Observation/3', 'Observation/4'],
    'Panel of 3 results, 2 of them not received',
  ],
  [['Observation/3', 'Observation/4'], 'Panel of 2 results, none of them received'],
  [['Observation/1'], 'Panel of 1 result'],
  [['Observation/3'], 'Panel of 1 result, not received'],
])('D5 says of the panel %j: %s', (references, words) => {
  expect(formatValue(panelOf(...references), loaded)).toBe(words)
})

it('D5 says nothing of what was received where that is not known', () => {
  expect(formatValue(panelOf('Observation/3'))).toBe('Panel of 1 result')
})

/** Panels by id, each with the ids of its members. */
function panels(members: Readonly<Record<string, readonly string[]>>) {
  const all = Object.entries(members).map(([id, ids]) =>
    readSample({ id, hasMember: ids.map((one) => ({ reference: `Observation/${one}` })) }),
  )
  return new Map(all.map((one) => [one.id, one]))
}

function shapeOf(member: PanelMember): unknown {
  if (member.kind === 'missing') return member.reference
  const { id } = member.observation
  return member.kind === 'result' ? { [id]: member.members.map(shapeOf) } : `${member.kind} ${id}`
}

const shapesOf = (byId: ReturnType<typeof panels>, id: string) => {
  const panel = byId.get(id)
  return panel && panelMembers(panel, byId).map(shapeOf)
}

it('D5 gives members within members, in their order, and says what is missing', () => {
  const byId = panels({ a: ['c', 'b', 'x'], b: ['d'], c: [], d: [] })
  expect(shapesOf(byId, 'a')).toEqual([{ c: [] }, { b: [{ d: [] }] }, 'Observation/x'])
})

it.each([
  ['itself', { a: ['a'] }, ['circle a']],
  ['each other', { a: ['b'], b: ['a'] }, [{ b: ['circle a'] }]],
  ['the same result twice', { a: ['b', 'b'], b: [] }, [{ b: [] }, { b: [] }]],
])('D5 goes round in no circle where panels contain %s', (_, members, shapes) => {
  expect(shapesOf(panels(members), 'a')).toEqual(shapes)
})

it('D5 goes three levels deep, and says where there is more', () => {
  const byId = panels({ a: ['b'], b: ['c'], c: ['d', 'e'], d: ['f'], e: [], f: [] })
  expect(shapesOf(byId, 'a')).toEqual([{ b: [{ c: ['too-deep d', { e: [] }] }] }])
})

it('D5 ends whatever contains whatever', () => {
  const ids = ['a', 'b', 'c', 'd']
  const some = fc.array(fc.constantFrom(...ids, 'x'), { maxLength: 4 })
  fc.assert(
    fc.property(fc.record({ a: some, b: some, c: some, d: some }), (members) => {
      expect(shapesOf(panels(members), 'a')).toHaveLength(members.a.length)
    }),
  )
})

it('D5 keeps what the panel calls a member that is missing', () => {
  const panel = readSample({
    hasMember: [{ reference: 'Observation/x', display: 'Sodium' }, { display: 'Potassium' }, {}],
  })
  expect(panelMembers(panel, new Map())).toEqual([
    { kind: 'missing', reference: 'Observation/x', name: 'Sodium' },
    { kind: 'missing', reference: 'Potassium', name: 'Potassium' },
    { kind: 'missing', reference: 'not named', name: undefined },
  ])
  expect(readSample({ hasMember: [{ reference: 'Observation/x' }] })).not.toHaveProperty(
    'memberNames',
  )
})

const part = (code: string, value: string) => ({
  code: { coding: [{ system: 'http://loinc.org', code }], text: code },
  valueString: value,
})

it('D5 lets all components stand for themselves but the two of a blood pressure', () => {
  const other = part('8867-4', 'c')
  const pressure = readSample({ component: [part('8480-6', 'a'), part('8462-4', 'b'), other] })
  expect(partsOf(pressure).map(({ name }) => name)).toEqual(['8867-4'])
  expect(withoutParts(pressure).components.map(({ name }) => name)).toEqual(['8480-6', '8462-4'])
  expect(partsOf(readSample({ component: [other, other] }))).toHaveLength(2)
})

it.each([
  ['D3 of a cancelled panel', { status: 'cancelled' }],
  ['D8 of one that can not be interpreted', { modifierExtension: [{ url: 'x' }] }],
])('%s shows no component', (_, more) => {
  expect(partsOf(readSample({ component: [part('1-8', 'a')], ...more }))).toEqual([])
})
