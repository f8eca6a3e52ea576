import type { Organization } from '../../directory/organization.ts'

/** What somebody did that made the search load: typed, or pressed "Show more" or "Try again". */
export type LoadingReason = 'typing' | 'more' | 'retry'

/** Where a search stands. What is shown meanwhile matches what is typed too, but may not be all. */
export type DirectoryAnswer =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'loading'
      readonly after: LoadingReason
      readonly organizations: readonly Organization[]
    }
  | { readonly kind: 'failed'; readonly organizations: readonly Organization[] }
  | {
      readonly kind: 'found'
      /** How many there are; more than are given, perhaps. */
      readonly total: number
      readonly organizations: readonly Organization[]
    }
