import { useState } from 'react'
import type { AppConfig } from '../config/server-config.ts'
import { isMatch, searchWords, type Organization } from '../directory/organization.ts'
import { wordsOf } from '../directory/words.ts'
import { DirectorySearch } from '../views/home/directory-search.tsx'
import { createListSource, createShardSource } from './directory-source.ts'
import { forgetRecent } from './forget-recent.ts'
import { keepRecent, listRecent } from './recent-organizations.ts'
import { useDirectory } from './use-directory.ts'

/** The search of the home page: over the directory beside the app, or over the names of the configured servers. */
export function HomeDirectory({
  config,
  root,
  onSignIn,
  busyServerId,
}: {
  readonly config: AppConfig
  readonly root: URL
  readonly onSignIn: (serverId: string) => void
  readonly busyServerId: string | undefined
}) {
  const [source] = useState(() =>
    config.directory ? createShardSource(root) : createListSource(config.servers),
  )
  const [servers] = useState(() => new Map(config.servers.map((server) => [server.id, server])))
  const [recent, setRecent] = useState(listRecent)
  const { query, answer, type, showMore, retry } = useDirectory(source)
  const words = wordsOf(query)

  function choose(organization: Organization): void {
    keepRecent(organization)
    onSignIn(organization.serverId)
  }

  return (
    <DirectorySearch
      query={query}
      answer={answer}
      recent={recent.filter((one) => isMatch(searchWords(one), words))}
      servers={servers}
      busyServerId={busyServerId}
      onQuery={type}
      onMore={showMore}
      onRetry={retry}
      onForget={() => {
        forgetRecent()
        setRecent([])
      }}
      onChoose={choose}
    />
  )
}
