import { key, t } from '../language/t.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'

/** Code systems as people call them, by their addresses (FHIR R4 terminologies-systems; HL7 OID registry). */
const NAMES = wordTable(`
  http://loinc.org: LOINC
  urn:oid:2.16.840.1.113883.6.1: LOINC
  http://snomed.info/sct: SNOMED CT
  urn:oid:2.16.840.1.113883.6.96: SNOMED CT
  http://unitsofmeasure.org: UCUM
  urn:oid:2.16.840.1.113883.6.8: UCUM
  http://hl7.org/fhir/sid/icd-10: ICD-10
  http://hl7.org/fhir/sid/icd-10-cm: ICD-10-CM
  urn:oid:2.16.840.1.113883.6.90: ICD-10-CM
  http://www.cms.gov/Medicare/Coding/ICD10: ICD-10-PCS
  http://hl7.org/fhir/sid/icd-9-cm: ICD-9-CM
  urn:oid:2.16.840.1.113883.6.103: ICD-9-CM
  http://www.ama-assn.org/go/cpt: CPT
  urn:oid:2.16.840.1.113883.6.12: CPT
  http://www.nlm.nih.gov/research/umls/rxnorm: RxNorm
  urn:oid:2.16.840.1.113883.6.88: RxNorm
  http://hl7.org/fhir/sid/cvx: CVX
  urn:oid:2.16.840.1.113883.12.292: CVX
  http://hl7.org/fhir/sid/ndc: NDC
  urn:oid:2.16.840.1.113883.6.69: NDC
  http://terminology.hl7.org/CodeSystem/observation-category: Observation category (HL7)
  http://hl7.org/fhir/observation-category: Observation category (HL7)
  http://hl7.org/fhir/us/core/CodeSystem/us-core-category: US Core category
  http://terminology.hl7.org/CodeSystem/data-absent-reason: Reason for no value (HL7)
  http://terminology.hl7.org/CodeSystem/referencerange-meaning: Meaning of a range (HL7)
  http://hl7.org/fhir/referencerange-meaning: Meaning of a range (HL7)
  urn:iso:std:iso:11073:10101: ISO/IEEE 11073
  urn:iso:std:iso:3166: ISO 3166 countries
  urn:ietf:bcp:47: Languages (BCP 47)
  http://varnomen.hgvs.org: HGVS
  http://www.genenames.org: HGNC
  http://www.nlm.nih.gov/research/umls: UMLS
  http://nucc.org/provider-taxonomy: NUCC provider taxonomy
  http://fdasis.nlm.nih.gov: UNII
`)

/** Families of code systems whose addresses end in a name of their own. */
const FAMILIES = [
  [
    /^http:\/\/(?:terminology\.hl7\.org\/CodeSystem\/v2-|hl7\.org\/fhir\/v2\/)(\w+)$/,
    key('HL7 v2 table {name}'),
  ],
  [
    /^http:\/\/(?:terminology\.hl7\.org\/CodeSystem\/v3-|hl7\.org\/fhir\/v3\/)(\w+)$/,
    key('HL7 v3 {name}'),
  ],
  [/^http:\/\/terminology\.hl7\.org\/CodeSystem\/([\w.-]+)$/, key('HL7 {name}')],
] as const

/** Where addresses of a vendor's own codes, and of HL7's by their OIDs, begin. */
const ARCS = [
  ['urn:oid:1.2.840.114350.', key('Epic, local ({id})')],
  ['https://fhir.cerner.com/', key('Oracle Health (Cerner), local ({id})')],
  ['urn:oid:2.16.840.1.113883.12.', key('HL7 v2 table ({id})')],
  ['urn:oid:2.16.840.1.113883.5.', key('HL7 v3 ({id})')],
] as const

/**
 * Names a code system (FHIR R4 Coding.system): "LOINC", "HL7 v2 table 0078". One that isn't known is never guessed at:
 * its address stands as sent, and no address says that too. Addresses are compared exactly, as FHIR does.
 */
export function nameSystem(system: string | undefined): string {
  if (system === undefined) return t('System not given')
  const name = wordsFor(NAMES, system)
  if (name !== undefined) return name
  for (const [pattern, family] of FAMILIES) {
    const [, own] = pattern.exec(system) ?? []
    if (own !== undefined) return t(family, { name: own })
  }
  const arc = ARCS.find(([start]) => system.startsWith(start))
  return arc === undefined
    ? t('System not named: {address}', { address: system })
    : t(arc[1], { id: system.replace(/^urn:oid:/, '') })
}
