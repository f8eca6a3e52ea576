// A plain script, since in a frame sandboxed without "allow-same-origin" the app's own modules can't load.
if (self.origin === 'null')
  addEventListener('DOMContentLoaded', () => {
    const main = document.querySelector('main')
    const [heading, words, link] = ['h1', 'p', 'a'].map((name) => document.createElement(name))
    heading.textContent = 'This app can’t run inside this frame'
    words.textContent =
      'The page around it blocks the storage that a sign-in needs (sandbox without allow-same-origin).'
    link.textContent = 'Open in a new window'
    link.href = location.href
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    main.replaceChildren(heading, words, link)
  })
