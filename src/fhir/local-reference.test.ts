import { describe, expect, it } from 'vitest'
import { localIdOf, readLocalReference } from './local-reference.ts'

const base = 'https://ehr.example/api/FHIR/R4'
const visit = { type: 'Encounter', id: 'e-1' }

describe('readLocalReference', () => {
  it.each([
    ['Encounter/e-1', visit],
    ['Encounter/e-1/_history/2', visit],
    [`${base}/Encounter/e-1`, visit],
    [`${base}/Encounter/e-1/_history/2`, visit],
    ['https://EHR.example:443/api/FHIR/R4/Encounter/e-1', visit],
    ['https://ehr.example/API/FHIR/R4/Encounter/e-1', undefined],
    ['http://ehr.example/api/FHIR/R4/Encounter/e-1', undefined],
    ['https://ehr.example:444/api/FHIR/R4/Encounter/e-1', undefined],
    ['https://other.example/api/FHIR/R4/Encounter/e-1', undefined],
    ['https://ehr.example/api/FHIR/R4x/Encounter/e-1', undefined],
    [`${base}/../Encounter/e-1`, undefined],
    ['//evil.example/Encounter/e-1', undefined],
    ['Encounter/../Patient', undefined],
    ['Encounter/..', undefined],
    ['Encounter/.', undefined],
    ['Encounter/e-1/x', undefined],
    ['Encounter/e-1/_history', undefined],
    ['Encounter?identifier=7', undefined],
    ['Encounter/e 1', undefined],
    ['encounter/e-1', undefined],
    ['#e-1', undefined],
    ['urn:uuid:1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('CTX-08 LEAK-01 reads %s', (reference, expected) => {
    expect(readLocalReference(reference, base)).toEqual(expected)
    expect(readLocalReference(reference, `${base}/`)).toEqual(expected)
  })
})

describe('localIdOf', () => {
  it.each([
    [{ reference: 'Encounter/e-1' }, 'e-1'],
    [{ reference: 'EpisodeOfCare/e-1' }, undefined],
    [{ display: 'A visit' }, undefined],
    ['Encounter/e-1', undefined],
    [undefined, undefined],
  ])('CTX-02 gives the id of %j among visits', (json, expected) => {
    expect(localIdOf(json, 'Encounter', base)).toBe(expected)
  })
})
