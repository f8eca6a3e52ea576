import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json.ts'
import { subjectOf } from './subject.ts'

const base = 'https://ehr.example/fhir/R4'

function of(reference: unknown, fhirBase = base, patientId = 'eRp.Hu-3') {
  const resource = { resourceType: 'Observation', subject: { reference } }
  return subjectOf(resource as JsonObject, patientId, fhirBase)
}

describe('subjectOf', () => {
  it.each([
    'Patient/eRp.Hu-3',
    'Patient/eRp.Hu-3/_history/4',
    'https://ehr.example/fhir/R4/Patient/eRp.Hu-3',
    'https://ehr.example/fhir/R4/Patient/eRp.Hu-3/_history/4',
    'https://ehr.example:443/fhir/R4/Patient/eRp.Hu-3',
    'HTTPS://EHR.example/fhir/R4/Patient/eRp.Hu-3',
  ])('PAT-02 knows %s as the same patient', (reference) => {
    expect(of(reference)).toBe('same')
    expect(of(reference, `${base}/`)).toBe('same')
    expect(of(reference, 'https://EHR.EXAMPLE:443/fhir/R4')).toBe('same')
  })

  it.each([
    ['another patient', 'Patient/other'],
    ['a prefix twin', 'Patient/eRp.Hu-33'],
    ['a shorter twin', 'Patient/eRp.Hu-'],
    ['a dot that matches anything', 'Patient/eRpxHu-3'],
    ['another case of the id', 'Patient/erp.hu-3'],
    ['another case of the type', 'patient/eRp.Hu-3'],
    ['a Group', 'Group/eRp.Hu-3'],
    ['a Device', 'Device/eRp.Hu-3'],
    ['a bare id', 'eRp.Hu-3'],
    ['a rooted path', '/Patient/eRp.Hu-3'],
    ['a longer path', 'x/Patient/eRp.Hu-3'],
    ['something behind', 'Patient/eRp.Hu-3/x'],
    ['a slash behind', 'Patient/eRp.Hu-3/'],
    ['white space', ' Patient/eRp.Hu-3'],
    ['a line break', 'Patient/eRp.Hu-3\n'],
    ['a query', 'Patient/eRp.Hu-3?x'],
    ['a fragment', 'Patient/eRp.Hu-3#x'],
    ['an escape', 'Patient/eRp%2EHu-3'],
    ['two versions', 'Patient/eRp.Hu-3/_history/1/_history/2'],
    ['another host', 'https://evil.example/fhir/R4/Patient/eRp.Hu-3'],
    ['a host prefix twin', 'https://ehr.example.evil/fhir/R4/Patient/eRp.Hu-3'],
    ['the host as user', 'https://ehr.example@evil.example/fhir/R4/Patient/eRp.Hu-3'],
    ['a user before the host', 'https://evil@ehr.example/fhir/R4/Patient/eRp.Hu-3'],
    ['a tab in the host', 'https://ehr.exa\tmple/fhir/R4/Patient/eRp.Hu-3'],
    ['another port', 'https://ehr.example:8443/fhir/R4/Patient/eRp.Hu-3'],
    ['another scheme', 'http://ehr.example/fhir/R4/Patient/eRp.Hu-3'],
    ['another base', 'https://ehr.example/fhir/DSTU2/Patient/eRp.Hu-3'],
    ['another case of the base', 'https://ehr.example/fhir/r4/Patient/eRp.Hu-3'],
    ['no base', 'https://ehr.example/Patient/eRp.Hu-3'],
    ['dot segments', 'https://ehr.example/fhir/x/../R4/Patient/eRp.Hu-3'],
    ['back slashes', 'https://ehr.example\\fhir\\R4\\Patient\\eRp.Hu-3'],
    ['a doubled slash', 'https://ehr.example/fhir/R4//Patient/eRp.Hu-3'],
    ['no host', 'https:///fhir/R4/Patient/eRp.Hu-3'],
    ['a port that is none', 'https://ehr.example:x/fhir/R4/Patient/eRp.Hu-3'],
    ['a script', 'javascript:Patient/eRp.Hu-3'],
  ])('PAT-02 takes %s for somebody else: %j', (_, reference) => {
    expect(of(reference)).toBe('other')
  })

  it.each([undefined, null, '', '  ', 5, {}, ['Patient/eRp.Hu-3'], '#eRp.Hu-3', 'urn:uuid:1'])(
    'PAT-02 finds nobody named in the reference %j',
    (reference) => {
      expect(of(reference)).toBe('missing')
    },
  )

  it.each([
    {},
    { subject: null },
    { subject: 'Patient/eRp.Hu-3' },
    { subject: [{ reference: 'Patient/eRp.Hu-3' }] },
    { subject: { identifier: { value: 'eRp.Hu-3' }, display: 'Maria' } },
  ])('PAT-02 finds nobody named in %j (F-R15)', (resource) => {
    expect(subjectOf(resource, 'eRp.Hu-3', base)).toBe('missing')
  })

  it.each([
    ['Patient/', base],
    [`${base}/Patient/`, base],
    ['https://ehr.example/Patient/eRp.Hu-3', 'not an address'],
  ])(
    'PAT-02 never knows %s as the patient when it has no id or no base to compare',
    (reference, at) => {
      expect(of(reference, at, '')).toBe('other')
      expect(of(reference, at)).toBe('other')
    },
  )
})
