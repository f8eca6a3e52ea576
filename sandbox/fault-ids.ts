/** The groups of the fault catalogue (vendor notes B6) in its order, by the letter of their ids. */
export const faultGroups = {
  D: 'Discovery',
  A: 'Authorization',
  T: 'Token and refresh',
  I: 'id_token',
  R: 'FHIR answers',
} as const

export type FaultGroup = keyof typeof faultGroups

const numbered = (group: string, count: number) =>
  Array.from({ length: count }, (_, index) => `F-${group}${index + 1}`)

/** Every id of the fault catalogue (vendor notes B6). */
export const faultIds: readonly string[] = [
  ...numbered('D', 12),
  ...numbered('A', 15),
  ...numbered('T', 14),
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((part) => `F-T15${part}`),
  'F-T16',
  'F-T17',
  'F-T18',
  ...numbered('I', 15),
  ...numbered('R', 30),
  ...numbered('S', 7),
]

/** The ids that no switch of this server stands for, and where each is found instead; the README lists them. */
export const faultsElsewhere: Readonly<Record<string, string>> = {
  'F-A7': 'a browser test opens the same callback twice',
  'F-R24': 'every patient `gen-<n>` has n Observations; the Launchpad offers `gen-10000`',
  'F-S1': 'a browser test launches another patient in the same tab',
  'F-S2': 'a browser test opens two records that share one sessionStorage',
  'F-S3': 'a browser test duplicates the tab during the redirect',
  'F-S4': 'a browser test reloads the callback',
  'F-S5': 'a browser test goes back and forward',
  'F-S6': 'a browser test frames the app with `sandbox`, so that storage throws',
  'F-S7': 'a browser test sets the clock of the page ten minutes off',
}

/** The ids an entry names, such as `F-I10` and `F-R8` of `F-I10, F-R8`. */
export function splitFaultIds(id: string): string[] {
  return id.split(', ')
}
