import type { LeftOut } from './left-out.ts'

/** Where a record comes from that no server gave. */
export type LocalSource =
  | { readonly kind: 'sample' }
  | {
      readonly kind: 'files'
      readonly names: readonly string[]
      /** Whether the files hold a Patient for these results. */
      readonly hasPatient: boolean
      readonly leftOut: LeftOut
    }
