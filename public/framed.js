// A plain script, since in a frame sandboxed without "allow-same-origin" the app's own modules can't load.
if (self.origin === 'null')
  addEventListener('DOMContentLoaded', () => {
    const main = document.querySelector('main')
    const [heading, words, link, hint] = ['h1', 'p', 'a', 'p'].map((name) =>
      document.createElement(name),
    )
    const address = document.createElement('textarea')
    heading.textContent = 'This app can’t run inside this frame'
    words.textContent =
      'The page around it blocks the storage that a sign-in needs (sandbox without allow-same-origin).'
    link.textContent = 'Open in a new window'
    link.href = location.href
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    // A sandbox may stop the link, too, and the page can't tell.
    hint.textContent =
      'If nothing opens, copy this address into a window of its own. Whoever set up the frame can allow more: ' +
      'sandbox="allow-scripts allow-forms allow-same-origin", or for the link allow-popups and allow-popups-to-escape-sandbox.'
    address.value = location.href
    address.readOnly = true
    address.rows = 3
    address.setAttribute('aria-label', 'Address of this page')
    address.addEventListener('focus', () => address.select())
    main.replaceChildren(heading, words, link, hint, address)
  })
