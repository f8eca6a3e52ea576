/** A lone letter may be a unit or a sign. */
const isWord = (text: string) => /[A-Za-z]{2}/.test(text)

const attributes = ['aria-label', 'title', 'placeholder', 'data-heading'] as const

/**
 * The texts of an element that were forgotten: words that are neither dressed up, as all sentences of the
 * pseudo-language are, nor isolated as someone else's.
 */
export function plainWords(root: HTMLElement): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('bdi, textarea') === null) texts.push(node.textContent ?? '')
  }
  for (const element of root.querySelectorAll('*'))
    texts.push(...attributes.map((name) => element.getAttribute(name) ?? ''))
  return texts.filter((text) => isWord(text) && !text.includes('⟦'))
}
