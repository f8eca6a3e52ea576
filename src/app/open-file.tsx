import { Suspense, useEffect, useState } from 'react'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { WithoutSignIn } from '../views/home/without-sign-in.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FileOutcome } from './lazy-pages.ts'

/** Opens files, and with `sampleHref` the sample record. A file that is dropped beside its place doesn't make the browser leave the app. */
export function OpenFile({ sampleHref }: { readonly sampleHref: string | undefined }) {
  const [chosen, setChosen] = useState<{ readonly files: readonly File[]; readonly time: number }>()

  useEffect(() => {
    const keep = (event: Event) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])

  return (
    <WithoutSignIn
      sampleHref={sampleHref}
      onFiles={(files) => setChosen((before) => ({ files, time: (before?.time ?? 0) + 1 }))}
    >
      {chosen && (
        <ErrorBoundary key={chosen.time}>
          <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
            <FileOutcome files={chosen.files} onCancel={() => setChosen(undefined)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </WithoutSignIn>
  )
}
