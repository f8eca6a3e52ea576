import type { StrictInit } from './strict-fetch.ts'

/** A request that posts a form and asks for JSON, as OAuth endpoints take it (RFC 6749 Appendix B). */
export function formRequest(body: BodyInit | null | undefined): Omit<
  StrictInit,
  'redirect' | 'headers'
> & {
  readonly headers: Readonly<Record<string, string>>
} {
  return {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    ...(body === undefined ? {} : { body }),
  }
}
