import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { Message } from '../ui/message.tsx'
import { ChoosePerson } from '../views/local/choose-person.tsx'
import { FileProblems } from '../views/local/file-problems.tsx'
import { openFiles, type FilesOutcome } from './open-files.ts'
import { overviewPath } from './paths.ts'

/** Reads the files, and goes on to the record in them; or says why not, or asks whose is meant. To be mounted anew for other files. */
export function FileOutcome({
  files,
  onCancel,
}: {
  readonly files: readonly File[]
  readonly onCancel: () => void
}) {
  const navigate = useNavigate()
  const [percent, setPercent] = useState(0)
  const [outcome, setOutcome] = useState<FilesOutcome | { readonly kind: 'broken' }>()

  const opening = useRef<AbortSignal>(undefined)

  useEffect(() => {
    const abort = new AbortController()
    opening.current = abort.signal
    openFiles(files, abort.signal, (part) => setPercent(Math.floor(part * 20) * 5)).then(
      (found) => {
        if (abort.signal.aborted) return
        if (found.kind === 'opened') void navigate(overviewPath(found.sessionId))
        else setOutcome(found)
      },
      () => {
        if (!abort.signal.aborted) setOutcome({ kind: 'broken' })
      },
    )
    return () => abort.abort()
  }, [files, navigate])

  async function openPerson(sessionId: Promise<string>): Promise<void> {
    const signal = opening.current
    setOutcome(undefined)
    try {
      const path = overviewPath(await sessionId)
      if (signal?.aborted === false) await navigate(path)
    } catch {
      if (signal?.aborted === false) setOutcome({ kind: 'broken' })
    }
  }

  switch (outcome?.kind) {
    case undefined:
    case 'opened':
      return (
        <>
          <Loading>{t('Reading the file…')}</Loading>
          <p>
            <progress max={100} value={percent} aria-label={t('Read so far')} />{' '}
            <button type="button" className="button-small" onClick={onCancel}>
              {t('Cancel')}
            </button>
          </p>
        </>
      )
    case 'choice':
      return (
        <ChoosePerson
          people={outcome.people}
          onChoose={(key) => void openPerson(outcome.open(key))}
        />
      )
    case 'nothing':
      return <FileProblems problems={outcome.problems} />
    case 'broken':
      return (
        <Message kind="problem" title={t('The file could not be read')}>
          {t('It may be too large for the memory of this browser. Try a part of it.')}
        </Message>
      )
  }
}
