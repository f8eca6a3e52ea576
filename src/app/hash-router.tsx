import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { matchPath, type Params } from './match-path.ts'

// The app needs so little of a router that the code of a whole one would be a sixth of its first load.

/** What the hash of the address says, as in `#/s/a/results?sort=name`, and what is kept with the entry of the history. */
type HashLocation = {
  readonly pathname: string
  /** With its question mark; empty without a search. */
  readonly search: string
  readonly state: unknown
}

/** How an address is gone to: in an entry of its own, unless it replaces the one that there is. */
type Going = { readonly replace?: boolean; readonly state?: unknown }

function readLocation(): HashLocation {
  const [path = '', ...search] = window.location.hash.slice(1).split('?')
  const query = search.join('?')
  return {
    pathname: path.startsWith('/') ? path : `/${path}`,
    search: query === '' ? '' : `?${query}`,
    state: window.history.state as unknown,
  }
}

/** Those to be told of an address that the app itself goes to: the browser tells of all others. */
const followers = new Set<() => void>()

/** Goes to a path of the app, with its search if there is one. */
export function navigate(path: string, { replace = false, state = null }: Going = {}): void {
  if (replace) window.history.replaceState(state, '', `#${path}`)
  else window.history.pushState(state, '', `#${path}`)
  for (const follow of followers) follow()
}

const LocationContext = createContext<HashLocation>({ pathname: '/', search: '', state: null })

/** Gives what is in it the location, and draws it anew when that changes. */
export function HashRouter({ children }: { readonly children: ReactNode }) {
  const [location, setLocation] = useState(readLocation)
  useLayoutEffect(() => {
    // The old page stays until the code of the next is there.
    const follow = () => startTransition(() => setLocation(readLocation()))
    followers.add(follow)
    window.addEventListener('popstate', follow)
    return () => {
      followers.delete(follow)
      window.removeEventListener('popstate', follow)
    }
  }, [])
  return <LocationContext value={location}>{children}</LocationContext>
}

/** The location as it was drawn last. */
export const useLocation = () => useContext(LocationContext)

/** What the search says, and a function that says something else there, on the same page. */
export function useSearchParams() {
  const { pathname, search } = useLocation()
  const setSearch = useCallback(
    (next: string | URLSearchParams | Readonly<Record<string, string>>, going?: Going) => {
      const text = new URLSearchParams(next).toString()
      navigate(text === '' ? pathname : `${pathname}?${text}`, going)
    },
    [pathname],
  )
  return [useMemo(() => new URLSearchParams(search), [search]), setSearch] as const
}

/** What stands at a pattern of paths: see {@link matchPath}. */
export type Route = readonly [pattern: string, page: (params: Params) => ReactNode]

/** Shows the first route that the path belongs to, else `otherwise`. */
export function Routes({
  routes,
  otherwise,
}: {
  readonly routes: readonly Route[]
  readonly otherwise: ReactNode
}) {
  const { pathname } = useLocation()
  for (const [pattern, page] of routes) {
    const params = matchPath(pattern, pathname)
    if (params) return page(params)
  }
  return otherwise
}

/** Leads on to another path, in the place of this one. */
export function Redirect({ to }: { readonly to: string }) {
  useEffect(() => navigate(to, { replace: true }), [to])
  return null
}

/** A link to a page of the app, marked as the current one on that page and on those below it. */
export function NavLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const { pathname } = useLocation()
  const isCurrent = matchPath(`${to}/*`, pathname) !== undefined
  return (
    <a href={`#${to}`} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </a>
  )
}
