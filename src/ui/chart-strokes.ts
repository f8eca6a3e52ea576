/** Lines differ by dashes as well as by colour. */
const DASHES = ['none', '7 4', '2 4', '9 4 2 4']
const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)']

/** The colour of the line at this place, from the style sheet. */
export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? 'currentColor'
}

/** How the line at this place is drawn; thinner where its points are many. */
export function strokeOf(index: number, isDense = false) {
  const dashes = DASHES[index % DASHES.length] ?? 'none'
  return { stroke: colourOf(index), strokeDasharray: dashes, strokeWidth: isDense ? 1.25 : 2.25 }
}
