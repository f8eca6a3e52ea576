import { key, t } from '../language/t.ts'

/** What is said where a part of the app itself can't be loaded, as after a new release or when the network is gone. */
export const notLoaded = {
  title: key('A part of the app could not be loaded'),
  explanation: key('The connection may be gone, or the app was renewed. Please reload the page.'),
}

/** Says so without any further part of the app; whatever was on the page is replaced. */
export function showPlainMessage({ title, explanation } = notLoaded): void {
  const main = document.createElement('main')
  main.className = 'waiting'
  const heading = document.createElement('h1')
  heading.textContent = t(title)
  const paragraph = document.createElement('p')
  paragraph.textContent = t(explanation)
  main.append(heading, paragraph)
  document.getElementById('root')?.replaceChildren(main)
}
