/** Long enough for every browser to have begun to read. */
const keptMs = 10_000

/**
 * Offers a text to be saved as a file of this name, as a browser does with a download. Nothing tells a page whether it was
 * saved: in a frame that doesn't allow downloads nothing happens (EMB-05). The text goes nowhere else.
 */
export function saveFile(name: string, pieces: readonly string[], type: string): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
