import { expect, it } from 'vitest'
import { membersOf } from './panel.ts'
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
