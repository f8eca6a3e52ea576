/** A file as a test hands it to the page. */
export type TestFile = { name: string; mimeType: string; buffer: Buffer }

export const toFile = (name: string, content: string | Uint8Array): TestFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
})

export const toLines = (...resources: object[]) =>
  resources.map((one) => `${JSON.stringify(one)}\n`).join('')

export function patient(id: string, name: string, birthDate: string) {
  return { resourceType: 'Patient', id, name: [{ text: name }], birthDate }
}

/** An Observation as text, so that the digits of its value stand as they are written here. */
export function observationText(id: string, subject: string, value: string): string {
  const category = [{ coding: [{ code: 'laboratory' }] }]
  const json = {
    resourceType: 'Observation',
    id,
    status: 'final',
    category,
    code: { text: 'Potassium' },
    subject: { reference: subject },
    effectiveDateTime: '2026-01-05',
    valueQuantity: { value: 0, unit: 'mmol/L' },
  }
  return JSON.stringify(json).replace('"value":0', `"value":${value}`)
}

/** A Bundle as Synthea and many portals write it: references by `urn:uuid:`, other types, somebody else's result. */
export function exampleBundle(): string {
  const urn = 'urn:uuid:6a1e2b38-0000-4000-8000-000000000001'
  const person = JSON.stringify(patient('p-1', 'Robin Export', '1980-02-03'))
  const condition = '{"resourceType":"Condition","id":"c-1"}'
  const entries = [
    `{"fullUrl":"${urn}","resource":${person}}`,
    `{"resource":${observationText('o-1', urn, '5.10')}}`,
    `{"resource":${observationText('o-2', 'Patient/p-1', '4.9')}}`,
    `{"resource":${condition}}`,
  ]
  return `{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',\n')}]}`
}
