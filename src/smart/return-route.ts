/**
 * Whether a text is a view of a record that a new sign-in may come back to: its route below the session, as in
 * `results/loinc-4548-4` or `results?category=laboratory&sort=name`. Nothing else is ever gone to after a sign-in (CB-08).
 */
export function isReturnRoute(text: string): boolean {
  const [path = '', search, ...rest] = text.split('?')
  if (rest.length > 0) return false
  const known = views.find(({ path: view }) => view.test(path))
  return known !== undefined && (search === undefined || search.split('&').every(known.isMember))
}

/** What an address says of each view: words, days and codes, and nothing that is typed. */
const views: readonly { readonly path: RegExp; readonly isMember: (member: string) => boolean }[] =
  [
    { path: /^(?:overview|patient|help)$/, isMember: () => false },
    {
      path: /^results$/,
      isMember: (member) =>
        /^(?:category|status|flag|from|to|visit|sort|order|group|errors)=[\w%.-]{1,100}$/.test(
          member,
        ) || /^row=[A-Za-z0-9.-]{1,64}$/.test(member),
    },
    {
      path: /^flowsheet$/,
      isMember: (member) =>
        /^(?:density=(?:compact|wide)|order=oldest|by=time|only=out-of-range)$/.test(member) ||
        /^(?:category=[\w%.-]{1,100}|(?:from|to)=\d{4}-\d\d-\d\d)$/.test(member),
    },
    {
      path: /^results\/[\w-]{1,200}$/,
      isMember: (member) =>
        /^(?:range=\d{1,2}[my]|(?:from|to)=\d{4}-\d\d-\d\d|with=[\w-]{1,200})$/.test(member),
    },
  ]
