// A plain script: it runs before all others, and even in a frame sandboxed without "allow-same-origin", where the app's
// own modules can't load.
try {
  // As src/app/preferences.ts keeps it; so the page that waits doesn't flash in another look.
  const kept = localStorage.getItem('chartside:preferences') ?? ''
  const look = /"look":"(light|dark)"/.exec(kept)?.[1]
  if (look) document.querySelector('meta[name=color-scheme]').setAttribute('content', look)
} catch {
  // No storage: the system's look.
}
// The parts of the app that this address begins with, by the build's list: the server that gave the page can't know, as
// a hash is never sent.
/** @type {unknown} */
const listed = JSON.parse(document.currentScript?.dataset.parts ?? '{}')
const parts = /** @type {Record<string, string[] | undefined>} */ (listed)
const [, view] = /^#\/s\/[^/?]*\/?([a-z]*)/.exec(location.hash) ?? []
const isHome = /^(?:#\/?)?(?:\?|$)/.test(location.hash)
const ofRecord = view !== undefined && Object.hasOwn(parts, view) ? view : 'record'
const wanted = view !== undefined ? parts[ofRecord] : isHome ? parts.home : undefined
for (const href of wanted ?? []) {
  const link = document.createElement('link')
  const isStyle = href.endsWith('.css')
  link.rel = isStyle ? 'preload' : 'modulepreload'
  if (isStyle) link.as = 'style'
  link.crossOrigin = ''
  link.href = href
  document.head.append(link)
}
// Its words are English in every language: the sentences of the others are modules.
if (self.origin === 'null') {
  const show = () => {
    const main = document.querySelector('main')
    const [heading, words, link, hint] = ['h1', 'p', 'a', 'p'].map((name) =>
      document.createElement(name),
    )
    const address = document.createElement('textarea')
    heading.textContent = 'This app can’t run inside this frame'
    words.textContent =
      'Its sandbox lacks allow-same-origin, and with it the storage that a sign-in needs.'
    link.textContent = 'Open in a new window'
    link.href = location.href
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    // A sandbox may stop the link, too, and the page can't tell.
    hint.textContent =
      'If nothing opens (the link needs allow-popups and allow-popups-to-escape-sandbox), copy this address into a new window:'
    address.value = location.href
    address.readOnly = true
    address.setAttribute('aria-label', 'Address of this page')
    main.replaceChildren(heading, words, link, hint, address)
  }
  // No other script waits for this one, so it may come at any time.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show)
  else show()
}
