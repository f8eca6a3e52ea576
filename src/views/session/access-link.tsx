import { tx } from '../../ui/tx.tsx'

/**
 * Leads to the server's own page where a patient reviews which apps may see the record (END-05). A link, opened by hand
 * alone, in a window that knows nothing of this one (URL-06); nothing where the server names no such page.
 */
export function AccessLink({
  href,
  serverName,
}: {
  readonly href: string | undefined
  readonly serverName: string
}) {
  if (href === undefined) return null
  return (
    <p className="quiet">
      <a href={href} target="_blank" rel="noopener noreferrer">
        {tx('Review which apps may see this record, at {server}', {
          server: <bdi lang="">{serverName}</bdi>,
        })}
      </a>
    </p>
  )
}
