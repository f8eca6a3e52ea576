/**
 * Whether a text is a view of a record that a new sign-in may come back to: its route below the session, as in
 * `results/loinc-4548-4` or `results?category=laboratory`. Nothing else is ever gone to after a sign-in (CB-08).
 */
export function isReturnRoute(text: string): boolean {
  return /^(?:patient|results(?:\/[\w-]{1,200})?)(?:\?category=[\w%.-]{1,100})?$/.test(text)
}
