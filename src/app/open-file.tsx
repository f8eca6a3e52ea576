import { Suspense, useCallback, useState } from 'react'
import { t } from '../language/t.ts'
import { Loading } from '../ui/loading.tsx'
import { WithoutSignIn } from '../views/home/without-sign-in.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FileOutcome } from './lazy-pages.ts'
import { useDroppedFiles } from './use-dropped-files.ts'

/** Opens files that are chosen or dropped, and with `sampleHref` the sample record. */
export function OpenFile({ sampleHref }: { readonly sampleHref: string | undefined }) {
  const [chosen, setChosen] = useState<{ readonly files: readonly File[]; readonly time: number }>()
  const open = useCallback(
    (files: readonly File[]) => setChosen((before) => ({ files, time: (before?.time ?? 0) + 1 })),
    [],
  )
  const isDroppedOn = useDroppedFiles(open)
  return (
    <WithoutSignIn sampleHref={sampleHref} isDroppedOn={isDroppedOn} onFiles={open}>
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
