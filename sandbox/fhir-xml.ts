/**
 * A small FHIR XML document of a resource: its type, id and, for a Bundle, how many entries it has. Enough to be
 * valid and to be seen by an app that forgot to ask for JSON; nothing an app could show.
 */
export function toFhirXml(resource: object): string {
  const { resourceType, id, type, entry } = resource as Record<string, unknown>
  const name = typeof resourceType === 'string' ? resourceType : 'OperationOutcome'
  const body =
    name === 'Bundle'
      ? `<type value="${String(type)}"/><total value="${Array.isArray(entry) ? entry.length : 0}"/>`
      : name === 'OperationOutcome'
        ? '<issue><severity value="information"/><code value="informational"/></issue>'
        : `<id value="${typeof id === 'string' ? id : 'unknown'}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://hl7.org/fhir">${body}</${name}>`
}
