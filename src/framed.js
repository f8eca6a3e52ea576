// A plain script: it runs early, and even in a frame sandboxed without "allow-same-origin", where the
// app's own modules can't load.
try {
  // As src/app/preferences.ts keeps it; so the page that waits doesn't flash in another look.
  const kept = localStorage.getItem('chartside:preferences') ?? ''
  const look = /"look":"(light|dark)"/.exec(kept)?.[1]
  if (look) document.querySelector('meta[name=color-scheme]').setAttribute('content', look)
} catch {
  // No storage: the system's look.
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
