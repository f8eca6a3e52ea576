/** One bar: whose it is, how long, and what stands at its end. */
export type Bar = { readonly name: string; readonly value: number; readonly label: string }

const width = 720
const left = 190
const right = 90
const rowHeight = 26

/**
 * Draws bars below one another as SVG, on a scale from 0 to the longest. It carries no colour of its own but greys and one
 * blue, which can be read on white and on black, and says all its numbers as text.
 */
export function drawBars(title: string, bars: readonly Bar[], own: string): string {
  const longest = Math.max(...bars.map(({ value }) => value))
  const height = 34 + bars.length * rowHeight
  const rows = bars.map(({ name, value, label }, index) => {
    const y = 34 + index * rowHeight
    const length = Math.max(1, ((width - left - right) * value) / longest)
    const fill = name === own ? '#2563eb' : '#8b95a1'
    return [
      `<text x="${String(left - 8)}" y="${String(y + 15)}" text-anchor="end">${escapeText(name)}</text>`,
      `<rect x="${String(left)}" y="${String(y + 3)}" width="${length.toFixed(1)}" height="16" fill="${fill}"/>`,
      `<text x="${(left + length + 6).toFixed(1)}" y="${String(y + 15)}">${escapeText(label)}</text>`,
    ].join('\n')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${escapeText(title)}" font-family="sans-serif" font-size="13" fill="#57606a">`,
    `<text x="0" y="16" font-size="15" font-weight="bold">${escapeText(title)}</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n')
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
