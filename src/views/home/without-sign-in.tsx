import { useId, useRef, type ReactNode } from 'react'
import { t } from '../../language/t.ts'
import './without-sign-in.css'

/**
 * Ways in that need no sign-in: the sample record, and files of one's own, chosen or dropped. `children` says what came of
 * the files.
 */
export function WithoutSignIn({
  sampleHref,
  isDroppedOn,
  onFiles,
  children,
}: {
  /** Undefined where only files are meant. */
  readonly sampleHref: string | undefined
  /** Whether files are held above the page. */
  readonly isDroppedOn: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <section
      className={`card without-sign-in${isDroppedOn ? ' is-dropped-on' : ''}`}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>
        {sampleHref === undefined ? t('Open a file again') : t('Without signing in')}
      </h2>
      {sampleHref !== undefined && (
        <p>
          <a href={sampleHref}>{t('Look around with sample data')}</a>
        </p>
      )}
      <p>
        <button
          type="button"
          aria-describedby={`${id}-help`}
          onClick={() => input.current?.click()}
        >
          {t('Open a file')}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label={t('FHIR files')}
          accept=".json,.ndjson,.jsonl,.gz,application/json,application/fhir+json,application/ndjson"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            // So that the same file can be chosen again.
            event.target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
      </p>
      <p id={`${id}-help`} className="quiet prose">
        {t(
          'A record that you exported elsewhere as FHIR R4: a Bundle (.json) or one or several NDJSON files, packed by gzip or not. You can also drop them on this page. They are read in this browser, and sent nowhere.',
        )}
      </p>
      {children}
    </section>
  )
}
