import { useId, useState, type ReactNode } from 'react'
import type { PartState } from './overview-words.ts'

/** A part of the overview under its heading, with what is to be known of how much it holds. */
export function PartSection({
  title,
  state,
  children,
}: {
  readonly title: string
  readonly state?: PartState
  readonly children?: ReactNode
}) {
  const id = useId()
  const isPending = state?.isPending === true
  // The room that was kept for what was to come stays, so that nothing moves when all of it is there.
  const [hasRoom] = useState(isPending)
  return (
    <section aria-labelledby={id} className={hasRoom ? 'overview-part has-room' : 'overview-part'}>
      <h2 id={id}>{title}</h2>
      {children}
      {state !== undefined && state.words !== '' && (
        <p className={isPending ? 'quiet' : 'overview-gap'}>{state.words}</p>
      )}
    </section>
  )
}
