import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { MountCost } from './parts-page.ts'

/** What stands on the page, and how it goes away. */
export type Mounted = { readonly cost: MountCost; readonly unmount: () => void }

/** Resolves when the next frame has been drawn. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      port2.postMessage(undefined)
    })
  })
}

/** Where a part is mounted, as wide as a page of the app. */
function makeHost(): HTMLElement {
  const host = document.createElement('main')
  host.style.inlineSize = '900px'
  document.body.append(host)
  return host
}

/**
 * Draws something, from just after a frame, and says what it took until layout and until it was drawn. `draw` gives how
 * it goes away; what it draws later than in its own task it waits for.
 */
export async function mountMeasured(
  draw: (host: HTMLElement) => Promise<() => void> | (() => void),
): Promise<Mounted> {
  const host = makeHost()
  await nextPaint()
  const began = performance.now()
  const drawn = draw(host)
  const clear = typeof drawn === 'function' ? drawn : await drawn
  void host.offsetHeight
  const layout = performance.now() - began
  await nextPaint()
  const painted = performance.now() - began
  return {
    cost: { layout, painted, elements: host.querySelectorAll('*').length },
    unmount: () => {
      clear()
      host.remove()
    },
  }
}

/** Mounts in one go. */
export const mountReact = (content: ReactNode): Promise<Mounted> =>
  mountMeasured((host) => {
    const root = createRoot(host)
    flushSync(() => root.render(content))
    return () => root.unmount()
  })
