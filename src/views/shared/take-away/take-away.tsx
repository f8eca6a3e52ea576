import { lazy, Suspense, useContext, useEffect, useId, useRef, useState } from 'react'
import { t } from '../../../language/t.ts'
import { Loading } from '../../../ui/loading.tsx'
import { TakeAwayContext, type Taken } from './desk.ts'
import './take-away.css'

// Few take something away: its code comes with the first who does.
const TakeAwayPanel = lazy(async () => ({
  default: (await import('./take-away-panel.tsx')).TakeAwayPanel,
}))

/** Closes on Escape, which brings the focus back, and on a press anywhere else, unless something is held that would be lost. */
function useClosing(isOpen: boolean, isHeld: boolean, close: () => void) {
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const leaving = new AbortController()
    const { signal } = leaving
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // The detail of a result would close too.
      event.preventDefault()
      close()
      button.current?.focus()
    }
    box.current?.addEventListener('keydown', onKey, { signal })
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (isHeld) return
        if (target instanceof Node && box.current?.contains(target) === false) close()
      },
      { signal },
    )
    return () => leaving.abort()
  }, [isOpen, isHeld, close])
  return { box, button }
}

/**
 * A quiet button that lets a person take away what is on the screen: as a spreadsheet, as FHIR, on paper; with `sentence`, a
 * result as text. On paper its place says what was chosen. Nothing where nothing can be taken away.
 */
export function TakeAway({
  taken,
  sentence,
}: {
  readonly taken: Taken
  readonly sentence?: string | undefined
}) {
  const desk = useContext(TakeAwayContext)
  const panelId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [isHeld, setIsHeld] = useState(false)
  const [close] = useState(() => () => setIsOpen(false))
  const { box, button } = useClosing(isOpen, isHeld, close)
  if (desk === undefined) return null
  return (
    <div ref={box} className="take-away">
      {taken.from !== 'overview' && <p className="print-only">{taken.words.join(' · ')}</p>}
      <button
        ref={button}
        type="button"
        className="button-small"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('Take away')}
      </button>
      <div id={panelId} className="take-away-panel" hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
            <TakeAwayPanel desk={desk} taken={taken} sentence={sentence} onHold={setIsHeld} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
