/** A fault in `config.json`: where, and what to do about it. */
export type ConfigFault = { readonly field: string; readonly message: string }

/** Notes a fault of one field. */
export type Report = (field: string, message: string) => undefined

/** An object of unknown members. */
export type Members = Record<string, unknown>

/**
 * Reports members nobody reads, since a misspelt one would silently do nothing, and secrets, since whatever a
 * browser can read, everyone can (AUTHZ-10).
 */
export function reportUnknown(
  json: Members,
  known: readonly string[],
  prefix: string,
  report: Report,
): void {
  for (const name of Object.keys(json)) {
    const isSecret = /secret|password|private|apikey/i.test(name)
    const isComment = /^[_$]/.test(name) && !isSecret
    if (known.includes(name) || isComment) continue
    report(
      prefix + name,
      isSecret
        ? 'must not be here: this file is public, so nothing in it is secret. Register a public client, which needs none, and take this one out of use.'
        : `is not known here. Known: ${known.join(', ')}.`,
    )
  }
}

/** Whether `json` is an object with members (not null, not an array). */
export function isMembers(json: unknown): json is Members {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
