import type { ReactNode } from 'react'
import './message.css'

/**
 * A box that says something about the data around it. `problem` interrupts a screen reader (role alert), `warning`
 * is announced when it is free (role status), `note` is only read where it stands.
 */
export function Message({
  kind,
  title,
  children,
}: {
  readonly kind: 'note' | 'warning' | 'problem'
  readonly title?: string
  readonly children?: ReactNode
}) {
  const role = kind === 'problem' ? 'alert' : kind === 'warning' ? 'status' : 'note'
  return (
    <div className={`message message-${kind}`} role={role}>
      {title !== undefined && <p className="message-title">{title}</p>}
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}
