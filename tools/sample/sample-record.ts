import type { Observation, Patient } from 'fhir/r4'
import { addLaboratory, addOddLaboratory } from './laboratory.ts'
import { addOthers, addVitalSigns } from './other-results.ts'
import { createDraw, createRecord, sampleId } from './parts.ts'

const patient: Patient = {
  resourceType: 'Patient',
  id: sampleId,
  active: true,
  identifier: [
    {
      use: 'usual',
      type: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }],
        text: 'Medical record number',
      },
      system: 'https://sample.example/mrn',
      value: 'SAMPLE-001',
    },
  ],
  name: [
    { use: 'official', family: 'Sample', given: ['Alexandra', 'M'] },
    { use: 'usual', text: 'Alex Sample' },
  ],
  gender: 'female',
  birthDate: '1968-03-29',
  address: [{ use: 'home', line: ['1 Example Street'], city: 'Sampletown' }],
  communication: [{ language: { text: 'English' }, preferred: true }],
  generalPractitioner: [{ display: 'Dr. Example' }],
}

/** The sample record that comes with the app: a person who isn't there, the same at every run. One resource a line. */
export function writeSampleRecord(): string {
  const draw = createDraw(2026)
  const { add, list } = createRecord()
  addLaboratory(add, draw)
  addOddLaboratory(add)
  addVitalSigns(add, draw)
  addOthers(add)
  const resources: (Patient | Observation)[] = [patient, ...list()]
  return `${resources.map((one) => JSON.stringify(one)).join('\n')}\n`
}
