import { Component, type ReactNode } from 'react'
import { t } from '../language/t.ts'
import { notLoaded } from './plain-message.ts'

type Props = { readonly children: ReactNode }

/**
 * Keeps a view that can't be drawn, or whose code can't be loaded, from taking the page along: says so in its place.
 * The error itself is shown nowhere, since it may name addresses (LOG-02).
 */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div role="alert" className="waiting">
        <h1>{t(notLoaded.title)}</h1>
        <p>{t(notLoaded.explanation)}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {t('Reload the page')}
          </button>
        </p>
      </div>
    )
  }
}
