import { useEffect, useRef, type RefObject } from 'react'
import type { DirectoryAnswer } from './directory-answer.ts'

/**
 * Gives a function to call when "Show more" or "Try again" is pressed: once the answer is there, the focus goes to the
 * first choice that wasn't shown before, or to the button that stands there then. Whoever has gone elsewhere meanwhile stays.
 *
 * @param shown what is shown, by the items of the lists in their order
 */
export function useFocusOnNew(
  whole: RefObject<HTMLElement | null>,
  answer: DirectoryAnswer,
  shown: readonly string[],
): () => void {
  const before = useRef<ReadonlySet<string>>(undefined)

  useEffect(() => {
    const known = before.current
    if (!known || answer.kind === 'loading') return
    before.current = undefined
    const { activeElement, body } = document
    const isHere = activeElement === body || activeElement?.matches('[data-note]')
    if (!isHere || !whole.current) return
    const items = [...whole.current.querySelectorAll('li')]
    const fresh = items.flatMap((item, index) => {
      const key = shown[index]
      return key === undefined || known.has(key) ? [] : (item.querySelector('button') ?? [])
    })
    const fallbacks = ['[data-note]', 'li button', 'input'].flatMap(
      (selector) => whole.current?.querySelector<HTMLElement>(selector) ?? [],
    )
    const [next] = [...fresh, ...fallbacks]
    next?.focus()
  }, [whole, answer, shown])

  return () => {
    before.current = new Set(shown)
  }
}
