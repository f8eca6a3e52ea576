import { useState } from 'react'
import type { Coding } from '../../fhir/coding.ts'
import { currentSpeech } from '../../language/language.ts'
import { t } from '../../language/t.ts'
import type { PlainTest } from '../../observations/plain-names/plain-test.ts'
import type { Explanation } from '../../observations/plain-names/source-page.ts'
import { tx } from '../../ui/tx.tsx'
import { usePlainTest } from './register.ts'
import './what-is-this.css'

/**
 * Explains to a patient what a test is, when asked; never what a result means. Nothing where the test has no plain name.
 * The page of the source opens in a window that knows nothing of this one (URL-06); its address names the test, so
 * nothing of it is asked for before somebody follows the link.
 */
export function WhatIsThis({ codings }: { readonly codings: readonly Coding[] }) {
  const test = usePlainTest(codings)
  // Of another test nothing stays open.
  return test === undefined ? null : <Explained key={test.name} test={test} />
}

/** What has become of the explanation, which is loaded when it is asked for. */
type Asked = 'not-asked' | 'loading' | 'failed' | Explanation

function Explained({ test }: { readonly test: PlainTest }) {
  const [explanation, setExplanation] = useState<Asked>('not-asked')
  const load = async () => {
    setExplanation('loading')
    try {
      const { EXPLANATIONS } = await import('../../observations/plain-names/explanations.ts')
      setExplanation(EXPLANATIONS[test.topic])
    } catch {
      setExplanation('failed')
    }
  }
  return (
    <details
      className="what-is-this"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && (explanation === 'not-asked' || explanation === 'failed'))
          void load()
      }}
    >
      <summary>
        {t('What is this?')} <span className="visually-hidden">{t(test.name)}</span>
      </summary>
      <div role="status">
        {explanation === 'loading' ? (
          <p>{t('Opening…')}</p>
        ) : explanation === 'failed' ? (
          <p>{t('The explanation could not be loaded. Close it and open it again.')}</p>
        ) : explanation === 'not-asked' ? null : (
          <p>{t(explanation.text)}</p>
        )}
      </div>
      {typeof explanation !== 'string' && <Source explanation={explanation} />}
    </details>
  )
}

function Source({ explanation: { pages } }: { readonly explanation: Explanation }) {
  const { language } = currentSpeech()
  const spanish = language === 'es' ? pages.es : undefined
  const pageLanguage = spanish === undefined ? 'en' : 'es'
  return (
    <>
      <p className="quiet">
        {t('This says what the test is, not what a result means: ask your care team about that.')}
      </p>
      <p className="quiet">
        {tx('In our own words. Source: {source}, public domain.', {
          source: (
            <a
              href={spanish ?? pages.en}
              hrefLang={pageLanguage}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('MedlinePlus, U.S. National Library of Medicine')}
            </a>
          ),
        })}{' '}
        {t('The page opens in a new tab, and MedlinePlus learns which test was looked up.')}{' '}
        {language !== pageLanguage && t('It is in English.')}
      </p>
    </>
  )
}
