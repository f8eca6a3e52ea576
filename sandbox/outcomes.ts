import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4'

/** The code system of Epic's OperationOutcome codes (vendor notes B2.6). */
const epicSystem = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369'

type Severity = OperationOutcomeIssue['severity']
type IssueCode = OperationOutcomeIssue['code']

/** An OperationOutcome of these issues. */
export function toOutcome(...issue: OperationOutcomeIssue[]): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue }
}

/** An issue in plain words, as most servers send it. */
export function toIssue(severity: Severity, code: IssueCode, text: string): OperationOutcomeIssue {
  return { severity, code, details: { text } }
}

/** An issue as Epic words it; `text` is left out of the few that come without. */
function epicIssue(
  severity: Severity,
  code: IssueCode,
  epicCode: string,
  display: string,
  more: { diagnostics?: string; hasText?: boolean } = {},
): OperationOutcomeIssue {
  const { diagnostics, hasText = true } = more
  return {
    severity,
    code,
    details: {
      coding: [{ system: epicSystem, code: epicCode, display }],
      ...(hasText ? { text: display } : {}),
    },
    ...(diagnostics === undefined ? {} : { diagnostics }),
  }
}

/** Epic 59100, which comes before any fatal issue: never judge an outcome by its first issue. */
export function epicUnknownParameter(name: string): OperationOutcomeIssue {
  return epicIssue('information', 'not-supported', '59100', 'An unknown parameter was ignored.', {
    diagnostics: `Unknown parameter: ${name}. Parameter has been ignored.`,
  })
}

/** Epic 59108: a required parameter is missing. */
export function epicRequired(diagnostics: string): OperationOutcomeIssue {
  return epicIssue('fatal', 'required', '59108', 'A required element is missing.', { diagnostics })
}

/** Epic 59111: a required parameter has a value it may not have. */
export function epicInvalidValue(diagnostics: string): OperationOutcomeIssue {
  return epicIssue('fatal', 'value', '59111', 'A required element has an invalid value.', {
    diagnostics,
  })
}

/** Epic 59102: a parameter has a bad value. */
export function epicBadValue(diagnostics: string): OperationOutcomeIssue {
  return epicIssue('fatal', 'value', '59102', 'The provided value was not valid.', { diagnostics })
}

/** Epic 4101: a search that found nothing. */
export function epicNoResults(): OperationOutcomeIssue {
  return epicIssue('warning', 'processing', '4101', 'Resource request returns no results.')
}

/** Epic 59204: a part of the results was left out, because the app may not see it. */
export function epicSuppressed(type: string): OperationOutcomeIssue {
  return epicIssue(
    'warning',
    'suppressed',
    '59204',
    "The authenticated client's search request applies to a sub-resource that the client is not authorized for. Results of this sub-type will not be returned.",
    {
      diagnostics: `Client not authorized for ${type} - Outside Record Results. Search results of this type have not been included.`,
      hasText: false,
    },
  )
}

/** Epic 4119: what a patient sees may not be all there is. */
export function epicMoreMayExist(): OperationOutcomeIssue {
  return epicIssue('warning', 'processing', '4119', 'Additional data may be present for patient.')
}

/** Epic 4113: a paging session that has run out. */
export function epicPagingExpired(): OperationOutcomeIssue {
  return epicIssue('fatal', 'expired', '4113', 'The paging session has expired.')
}

/** Epic 59008: a read of an id nobody has. */
export function epicNotFound(): OperationOutcomeIssue {
  return {
    ...epicIssue('fatal', 'not-found', '59008', 'The FHIR ID provided was not found.', {
      diagnostics: 'Invalid FHIR ID provided',
    }),
    location: ['/f:id'],
    expression: ['id'],
  }
}

/** Epic 4107: the Patient was merged into another. Only the code is Epic's; the words are ours. */
export function epicMerged(): OperationOutcomeIssue {
  return epicIssue('fatal', 'processing', '4107', 'The resource was merged into another.')
}

/** Epic 4131 and, before it, a mere information (4134). Only the codes are Epic's; the words are ours. */
export function epicBreakTheGlass(): OperationOutcomeIssue[] {
  return [
    epicIssue('information', 'informational', '4134', 'Access to this record is watched.'),
    epicIssue('fatal', 'suppressed', '4131', 'This record is protected: a reason has to be given.'),
  ]
}
