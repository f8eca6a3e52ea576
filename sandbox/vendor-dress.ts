import type { Observation, Quantity } from 'fhir/r4'

import { hasCategory } from './fhir-search.ts'
import { escapeHtml } from './error-page.ts'
import type { Resource } from './fhir-store.ts'
import type { FhirProfile } from './profile.ts'

const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

/** A resource as a vendor's server sends it: the same record, with that vendor's habits. */
export function dressResource(resource: Resource, dress: FhirProfile['dress']): Resource {
  if (dress === 'as-stored') return resource
  if (resource.resourceType !== 'Observation') {
    return dress === 'oracle' ? { ...resource, meta: { versionId: '1' } } : resource
  }
  return dress === 'oracle' ? toOracle(resource) : toMeditech(resource)
}

/** Version, generated narrative, a coding of its own first, and milliseconds on every instant (notes B3). */
function toOracle(observation: Observation): Observation {
  const { code, effectiveDateTime, valueQuantity, valueString } = observation
  const name = code.text ?? code.coding?.[0]?.display ?? 'Observation'
  const value = valueQuantity?.value ?? valueString ?? ''
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"><p><b>Observation</b></p><p><b>Code</b>: ${escapeHtml(name)}</p><p><b>Result</b>: ${escapeHtml(String(value))}</p></div>`
  const own = {
    system: 'https://fhir.example/codeSet/72',
    code: String(toHash(name)),
    display: name,
  }
  return {
    ...observation,
    meta: { versionId: '1', lastUpdated: '2026-01-02T03:04:05.000Z', ...observation.meta },
    text: { status: 'generated', div },
    code: { text: name, coding: [{ ...own, userSelected: true }, ...(code.coding ?? [])] },
    ...(effectiveDateTime === undefined
      ? {}
      : { effectiveDateTime: effectiveDateTime.replace(/(T\d\d:\d\d:\d\d)Z$/, '$1.000Z') }),
  }
}

/**
 * Laboratory results without codes and units, one in about twenty of them entered in error; oxygen saturation coded
 * twice over; an offset in place of Z, and `resourceType` last (notes B4).
 */
function toMeditech(observation: Observation): Observation {
  const { resourceType, ...rest } = observation
  const { effectiveDateTime } = rest
  const dated = {
    ...rest,
    ...(effectiveDateTime === undefined
      ? {}
      : { effectiveDateTime: effectiveDateTime.replace(/Z$/, '+00:00') }),
  }
  const categories = (rest.category ?? []).flatMap(({ coding = [] }) =>
    coding.map(({ code = '' }) => code),
  )
  const isLaboratory = hasCategory(categories, 'laboratory')
  const changes = isLaboratory ? toBareResult(observation) : toSaturation(observation)
  return { ...dated, ...changes, resourceType }
}

function toBareResult(observation: Observation): Partial<Observation> {
  const { code, id, valueQuantity, referenceRange } = observation
  return {
    code: { text: code.text ?? code.coding?.[0]?.display ?? 'Result' },
    ...(valueQuantity === undefined ? {} : { valueQuantity: withoutUnit(valueQuantity) }),
    ...(referenceRange === undefined
      ? {}
      : {
          referenceRange: referenceRange.map(({ low, high, ...range }) => ({
            ...range,
            ...(low === undefined ? {} : { low: withoutUnit(low) }),
            ...(high === undefined ? {} : { high: withoutUnit(high) }),
          })),
        }),
    ...(toHash(id ?? '') % 20 === 0 ? { status: 'entered-in-error' as const } : {}),
  }
}

function withoutUnit({ value, comparator }: Quantity): Quantity {
  return {
    ...(value === undefined ? {} : { value }),
    ...(comparator === undefined ? {} : { comparator }),
  }
}

function toSaturation(observation: Observation): Partial<Observation> {
  const { code, valueQuantity } = observation
  if (!code.coding?.some((coding) => coding.code === '59408-5')) return {}
  const twice = { system: 'http://loinc.org', code: '2708-6', display: 'Oxygen saturation' }
  const isLow = (valueQuantity?.value ?? 100) < 95
  return {
    code: { ...code, coding: [twice, twice, ...code.coding] },
    referenceRange: [{ low: { value: 95, unit: '%' }, appliesTo: [{ text: 'Female' }] }],
    ...(isLow
      ? { interpretation: [{ coding: [{ system: interpretationSystem, code: 'L' }] }] }
      : {}),
  }
}

/** A number that belongs to a text, the same at every call. */
function toHash(text: string): number {
  return Array.from(text, (one) => one.codePointAt(0) ?? 0).reduce(
    (hash, code) => (hash * 31 + code) >>> 0,
    7,
  )
}
