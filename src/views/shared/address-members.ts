const day = /^\d{4}-\d\d-\d\d$/

/** The day that a member of an address says, as `YYYY-MM-DD`; undefined for anything else. */
export function dayIn(params: URLSearchParams, name: string): string | undefined {
  const text = params.get(name) ?? ''
  return day.test(text) ? text : undefined
}

/** The members that say something, as an address has them. */
export function givenMembers(
  members: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => member[1] !== undefined),
  )
}
