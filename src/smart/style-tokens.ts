import type { SmartStyle } from './read-smart-style.ts'

/** The tokens of `src/ui/tokens.css` that a hospital's style may change, as they are in light without one. */
export const changedTokens = {
  page: '#f4f6f7',
  text: '#15212a',
  accent: '#0b5f6e',
  'accent-strong': '#084855',
  'problem-text': '#93101f',
} as const

/** Those that stay as they are, and have to go with the others. A test holds both against the file. */
export const fixedTokens = {
  surface: '#ffffff',
  sunken: '#eaeff1',
  quiet: '#4c5b66',
  control: '#76858f',
  'on-accent': '#ffffff',
  'warning-text': '#6b4300',
  'warning-back': '#fdf3dc',
  'problem-back': '#fdecec',
} as const

const lightTokens = { ...changedTokens, ...fixedTokens }

type ColourToken = keyof typeof lightTokens
type Colours = Readonly<Record<ColourToken, string>>

/** A token with its value, ready for `--ehr-<name>`. */
type StyleToken = { readonly name: string; readonly value: string }

/** What of a style is used, and how much of it would not be readable. */
export type StyleTokens = {
  readonly tokens: readonly StyleToken[]
  /** Properties that the contrast check refused. */
  readonly unreadable: number
  /** Properties that nothing in this app goes by: there are no dialogs over a backdrop, and spacing is the app's own. */
  readonly unused: number
}

/** Pairs that have to stay readable: words on what lies behind them 4.5, edges of controls 3 (WCAG 2.2 1.4.3, 1.4.11). */
const pairs: readonly (readonly [front: ColourToken, back: ColourToken, least: number])[] = [
  ...(['page', 'surface', 'sunken'] as const).flatMap((back) => [
    ['text', back, 4.5] as const,
    ['quiet', back, 4.5] as const,
    ['accent', back, 4.5] as const,
    ['accent-strong', back, 4.5] as const,
    ['problem-text', back, 4.5] as const,
    ['warning-text', back, 4.5] as const,
  ]),
  ['control', 'page', 3],
  ['control', 'surface', 3],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['problem-text', 'problem-back', 4.5],
  // Links and the edge of what has the focus, in boxes that warn.
  ...(['problem-back', 'warning-back'] as const).flatMap((back) => [
    ['accent', back, 4.5] as const,
    ['accent-strong', back, 4.5] as const,
  ]),
]

/**
 * Chooses what of a checked style the app goes by (CTX-05). A colour is taken only if everything that would be written
 * in it, or on it, stays readable in light; so a style for dark pages changes no colour at all. Meaning stays where it
 * was: problems are red and nothing else is, and boxes that warn are told from the page.
 */
export function toStyleTokens(style: SmartStyle): StyleTokens {
  const { color_background: page, color_text: text, color_highlight, color_error } = style
  let colours: Colours = lightTokens
  let unreadable = 0
  const tryOne = (changes: Partial<Colours>): boolean => {
    const next = { ...colours, ...changes }
    if (!isReadable(next)) return false
    colours = next
    return true
  }
  const both = page !== undefined && text !== undefined && tryOne({ page, text })
  if (!both) {
    if (page !== undefined && !tryOne({ page })) unreadable += 1
    if (text !== undefined && !tryOne({ text })) unreadable += 1
  }
  if (color_highlight !== undefined && !tryOne(accentOf(color_highlight))) unreadable += 1
  if (color_error !== undefined && !tryOne({ 'problem-text': color_error })) unreadable += 1
  const lengths = [
    { name: 'round', value: style.dim_border_radius },
    { name: 'size-root', value: style.dim_font_size },
    { name: 'font-body', value: style.font_family_body },
    { name: 'font-heading', value: style.font_family_heading },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
  const unused = (['color_modal_backdrop', 'color_success', 'dim_spacing_size'] as const).filter(
    (property) => style[property] !== undefined,
  )
  const names = Object.keys(changedTokens) as (keyof typeof changedTokens)[]
  const changed = names.filter((name) => colours[name] !== lightTokens[name])
  return {
    tokens: [...changed.map((name) => ({ name, value: colours[name] })), ...lengths],
    unreadable,
    unused: unused.length,
  }
}

/** What is pressed is darker by a quarter. */
function accentOf(highlight: string): Partial<Colours> {
  const strong = channelsOf(highlight).map((channel) => Math.round(channel * 0.75))
  const digits = strong.map((channel) => channel.toString(16).padStart(2, '0')).join('')
  return { accent: highlight, 'accent-strong': `#${digits}` }
}

function isReadable(colours: Colours): boolean {
  const isOpaque = Object.values(colours).every((colour) => /^#[\da-f]{6}$/.test(colour))
  return (
    isOpaque &&
    pairs.every(([front, back, least]) => contrastOf(colours[front], colours[back]) >= least) &&
    keepsMeaning(colours)
  )
}

/** Plain words or links in red would say that something is wrong; a problem in the colour of words would not say so. */
function keepsMeaning(colours: Colours): boolean {
  const { page, text, accent, quiet } = colours
  const problem = colours['problem-text']
  const others = [text, accent, quiet, colours['warning-text']]
  return (
    isRed(problem) &&
    ![text, accent].some(isRed) &&
    others.every((other) => gapOf(other, problem) >= 48) &&
    [colours['problem-back'], colours['warning-back']].every((back) => gapOf(page, back) >= 8)
  )
}

/** Whether a colour is taken for red: its hue within 30 degrees of red, and not nearly grey. */
function isRed(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour)
  const chroma = red - Math.min(green, blue)
  return red >= Math.max(green, blue) && chroma >= 64 && Math.abs(green - blue) <= chroma / 2
}

/** Contrast of two opaque colours `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours are apart in the channel where they differ most, 0 to 255. */
function gapOf(one: string, other: string): number {
  const others = channelsOf(other)
  return Math.max(
    ...channelsOf(one).map((channel, index) => Math.abs(channel - (others[index] ?? 0))),
  )
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
