import { toBaseUrl } from './base-url.ts'

/** One thing to be known of a collection, in words. */
export type CollectionRemark = {
  /** `missing` where something that was asked for is not there, `note` for anything else. */
  readonly kind: 'missing' | 'note'
  readonly text: string
  /** What it is about, such as `Observation/123`. */
  readonly about?: string | undefined
}

export type Collection = {
  /** The FHIR base of the server that the resources are of. */
  readonly fhirBase: string
  /** The resources by `Type/id`, in order, each as its JSON text. */
  readonly resources: readonly (readonly [reference: string, json: string])[]
  readonly remarks: readonly CollectionRemark[]
  /** When it was put together, epoch milliseconds. */
  readonly madeAt: number
  /** A UUID, for the resource that holds the remarks: no server has it. */
  readonly remarksId: string
  /** BCP 47, of the remarks. */
  readonly language: string
}

/**
 * Writes resources as a FHIR R4 Bundle of type `collection`, each character by character as it was sent. An
 * OperationOutcome comes first, and says what has to be known of them: what they are, and what was missing (PAT-07). Gives
 * its pieces.
 */
export function writeCollection(collection: Collection): string[] {
  const { fhirBase, resources, remarks, madeAt, remarksId, language } = collection
  const outcome = {
    resourceType: 'OperationOutcome',
    id: remarksId,
    language,
    issue: remarks.map(({ kind, text, about }) => ({
      severity: kind === 'missing' ? 'warning' : 'information',
      code: kind === 'missing' ? 'incomplete' : 'informational',
      details: { text },
      ...(about === undefined ? {} : { diagnostics: about }),
    })),
  }
  const entries = [
    [`urn:uuid:${remarksId}`, JSON.stringify(outcome)],
    ...resources.map(([reference, json]) => [`${toBaseUrl(fhirBase)}${reference}`, json] as const),
  ] as const
  const timestamp = new Date(madeAt).toISOString()
  return [
    `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(timestamp)},"entry":[`,
    ...entries.map(
      ([fullUrl = '', json = ''], index) =>
        `${index === 0 ? '' : ','}\n{"fullUrl":${JSON.stringify(fullUrl)},"resource":${json}}`,
    ),
    '\n]}\n',
  ]
}
