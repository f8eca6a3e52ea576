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

/** A fault that is no matter of a server's answer: where it is tested, and how to meet it by hand. */
export type FaultElsewhere = { readonly tested: string; readonly byHand: string }

/** The ids that no switch of this server stands for; the README and the Launchpad list them. */
export const faultsElsewhere: Readonly<Record<string, FaultElsewhere>> = {
  'F-A7': {
    tested: 'a browser test opens the same callback twice',
    byHand:
      'Copy the address of the callback while it loads (a slow network in the developer tools helps), and open it again afterwards.',
  },
  'F-R24': {
    tested: 'every patient `gen-<n>` has n Observations; the Launchpad offers `gen-10000`',
    byHand: 'Launch the generated record above.',
  },
  'F-S1': {
    tested: 'a browser test launches another patient in the same tab',
    byHand: 'Launch one patient in this tab, come back here, and launch another.',
  },
  'F-S2': {
    tested: 'a browser test opens two records that share one sessionStorage',
    byHand:
      'Launch one patient in an iframe, duplicate the tab, and launch another there; then reload both.',
  },
  'F-S3': {
    tested: 'a browser test duplicates the tab during the redirect',
    byHand: 'Duplicate the tab while the sign-in page is open, and allow in both.',
  },
  'F-S4': {
    tested: 'a browser test reloads the callback',
    byHand: 'Open callback/ of the app by its address, and reload it.',
  },
  'F-S5': {
    tested: 'a browser test goes back and forward',
    byHand:
      'Go to another page from an open record, then Back; and Back once more after signing out.',
  },
  'F-S6': {
    tested: 'a browser test frames the app with `sandbox`, so that storage throws',
    byHand: 'Tell the browser to block third-party storage, and launch in an iframe.',
  },
  'F-S7': {
    tested: 'a browser test sets the clock of the page ten minutes off',
    byHand: 'Set this computer’s clock ten minutes back, and launch.',
  },
}

/** The ids an entry names, such as `F-I10` and `F-R8` of `F-I10, F-R8`. */
export function splitFaultIds(id: string): string[] {
  return id.split(', ')
}
