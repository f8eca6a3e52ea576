import type { ReactNode } from 'react'

/**
 * Text that someone else wrote and nobody translated: of the hospital's server, or of a person. It stands apart from
 * the sentence around it and keeps its own language (WCAG 2.2 3.1.2); where that isn't known, `lang=""` says so, so
 * that it isn't read aloud by the rules of the page's language (HTML, the `lang` attribute).
 *
 * - `lang` is the language of the text, where its resource names one (FHIR R4 Resource.language).
 */
export function Theirs({
  lang,
  className,
  children,
}: {
  readonly lang?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <bdi lang={lang ?? ''} className={className}>
      {children}
    </bdi>
  )
}
