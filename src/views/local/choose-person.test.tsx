import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ChoosePerson, type PersonChoice } from './choose-person.tsx'

const person: PersonChoice = {
  key: 'a',
  id: '1',
  name: 'Ann First',
  born: undefined,
  number: undefined,
  from: [],
  count: 1,
  isMixed: false,
}

it('PAT-02 tells people with one name apart by their numbers, else their ids, and by where they are from', () => {
  const people: PersonChoice[] = [
    { ...person, number: { label: 'Medical record number', text: 'M-7' } },
    { ...person, key: 'b', id: '2' },
    { ...person, key: 'c', from: ['https://ehr.example', 'a.json'] },
  ]
  render(<ChoosePerson people={people} onChoose={() => {}} />)
  const [first, second, third] = screen.getAllByRole('button')
  expect(first).toHaveTextContent('Medical record number: M-7')
  expect(first).not.toHaveTextContent('Id 1')
  expect(second).toHaveTextContent('Id 2')
  expect(second).not.toHaveTextContent('From')
  expect(third).toHaveTextContent('From https://ehr.example and a.json')
})
