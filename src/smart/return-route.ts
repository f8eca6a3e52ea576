/**
 * Whether a text is a view of a record that a new sign-in may come back to: its route below the session, as in
 * `results/loinc-4548-4` or `results?category=laboratory&sort=name`. Nothing else is ever gone to after a sign-in (CB-08).
 */
export function isReturnRoute(text: string): boolean {
  const [path = '', search, ...rest] = text.split('?')
  const isPath = /^(?:overview|flowsheet|patient|results(?:\/[\w-]{1,200})?)$/.test(path)
  return isPath && rest.length === 0 && (search === undefined || search.split('&').every(isKnown))
}

/** What of the results is shown: words, days and codes, and nothing that is typed. */
function isKnown(member: string): boolean {
  return /^(?:category|status|flag|from|to|visit|sort|order|group)=[\w%.-]{1,100}$/.test(member)
}
