import { useMemo } from 'react'
import type { TextSearch } from '../../observations/search-results.ts'
import { codeFrom } from '../../ui/code-from.ts'

const [useSearchCode, preloadSearch] = codeFrom(
  () => import('../../observations/search-results.ts'),
)

/** Fetches the code of the search before somebody types. */
export { preloadSearch }

/** The search by text; it waits for its code once there is a text, and is to be used where that is deferred. */
export function useTextSearch(text: string): TextSearch | undefined {
  const code = useSearchCode(text !== '')
  return useMemo(() => code?.createTextSearch(), [code])
}
