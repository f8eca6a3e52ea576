import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'

/** How the parts of the overview lead to trends, and back from them. */
export type TrendLinks = {
  readonly seriesHref: (seriesId: string) => string
  /** Gets the key of the link that was followed. */
  readonly onOpenTrend?: ((key: string) => void) | undefined
  /** The key of the link that the reader comes back to. */
  readonly returnTo?: string | undefined
}

/** A context, so that no part need hand it on. */
export const TrendLinksContext = createContext<TrendLinks>({ seriesHref: (id) => `#${id}` })

/** A link to a trend. `part` tells it from others to the same trend; coming back, the one that was followed is focused. */
export function TrendLink({
  seriesId,
  part,
  children,
}: {
  readonly seriesId: string
  readonly part: string
  readonly children: ReactNode
}) {
  const { seriesHref, onOpenTrend, returnTo } = useContext(TrendLinksContext)
  const key = `overview ${part} ${seriesId}`
  const link = useRef<HTMLAnchorElement>(null)
  const isReturn = returnTo === key
  useEffect(() => {
    if (isReturn) link.current?.focus()
  }, [isReturn])
  return (
    <a
      ref={link}
      className="overview-link"
      href={seriesHref(seriesId)}
      onClick={() => onOpenTrend?.(key)}
    >
      {children}
    </a>
  )
}
