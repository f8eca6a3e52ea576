import { useEffect, useState } from 'react'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { Message } from '../ui/message.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { sampleId } from './local-id.ts'
import { OpenFile } from './open-file.tsx'
import { PageTools } from './page-tools.tsx'
import { openSample } from './open-sample.ts'

type Props = {
  readonly id: string
  readonly root: URL
  /** The record is open now. */
  readonly onOpened: () => void
}

/** Stands in the place of a local record that isn't open: the sample opens by itself, a file has to be chosen again. */
export function ReopenLocal(props: Props) {
  return props.id === sampleId ? <OpeningSample {...props} /> : <ClosedFile root={props.root} />
}

function OpeningSample({ root, onOpened }: Props) {
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    openSample(abort.signal).then(onOpened, () => {
      if (!abort.signal.aborted) setHasFailed(true)
    })
    return () => abort.abort()
    // Once: what it calls is another function at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  if (!hasFailed) return <Loading>{t('Opening the sample…')}</Loading>
  return (
    <main className="view problem">
      <Message kind="problem" title={t('The sample could not be loaded')}>
        {t('Check the connection, and reload the page.')}
      </Message>
      <p>
        <a href={root.href}>{t('Back to the first page')}</a>
      </p>
    </main>
  )
}

function ClosedFile({ root }: { readonly root: URL }) {
  return (
    <div className="page-frame">
      <PageTools root={root} />
      <main className="view problem">
        <PageHeading page="problem" isFocusedOnMount>
          {t('This file is not open any more')}
        </PageHeading>
        <p className="lead">
          {t(
            'A file is kept in the memory of its page alone. It is gone when the page is reloaded or closed, or another file is opened.',
          )}
        </p>
        <OpenFile sampleHref={undefined} />
        <p>
          <a href={root.href}>{t('Back to the first page')}</a>
        </p>
      </main>
    </div>
  )
}
