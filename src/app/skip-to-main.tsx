import { t } from '../language/t.ts'
import { headingOfView } from './keep-focus.ts'

/** The first thing of a record that takes the focus: leads past what stands above every view (WCAG 2.4.1). */
export function SkipToMain() {
  return (
    <button
      type="button"
      className="button-small skip-to-main"
      onClick={() => headingOfView()?.focus()}
    >
      {t('Skip to the main content')}
    </button>
  )
}
