import { present, toObject, toText } from '../fhir/json.ts'

/** The eleven properties of SMART App Launch 2.2 "Styling"; no others are taken. */
const properties = [
  'color_background',
  'color_error',
  'color_highlight',
  'color_modal_backdrop',
  'color_success',
  'color_text',
  'dim_border_radius',
  'dim_font_size',
  'dim_spacing_size',
  'font_family_body',
  'font_family_heading',
] as const

type StyleProperty = (typeof properties)[number]

/** The values of a style that are what they should be, in a form that means nothing else in CSS. */
export type SmartStyle = Readonly<Partial<Record<StyleProperty, string>>>

/** What a style file held. */
export type StyleReading = {
  readonly style: SmartStyle
  /** Known properties with a value that is none, and unknown properties. */
  readonly refused: number
}

/** Bounds in px; a size beyond them would make the app hard to use. 1rem counts as 16px. */
const bounds: Readonly<Partial<Record<StyleProperty, readonly [least: number, most: number]>>> = {
  dim_border_radius: [0, 16],
  dim_font_size: [14, 20],
  dim_spacing_size: [0, 64],
}

/**
 * Reads a style file of any shape. Each value is checked by a pattern and written anew from what was read, so that
 * nothing but a colour, a length or a list of names comes out: no `url()`, no `;`, no function (CTX-05).
 */
export function readSmartStyle(json: unknown): StyleReading {
  const object = toObject(json) ?? {}
  const style: Partial<Record<StyleProperty, string>> = {}
  let refused = 0
  for (const name of Object.keys(object)) {
    const property = properties.find((one) => one === name)
    const text = toText(object[name])
    const value = property && text !== undefined ? readValue(property, text) : undefined
    if (property && value !== undefined) style[property] = value
    else refused += 1
  }
  return { style, refused }
}

function readValue(property: StyleProperty, text: string): string | undefined {
  if (text.length > 200) return undefined
  if (property.startsWith('color_')) return readColour(text)
  return property.startsWith('font_') ? readFamilies(text) : readLength(text, property)
}

/** #rgb, #rrggbb or #rrggbbaa, as #rrggbb or #rrggbbaa in small letters. */
function readColour(text: string): string | undefined {
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.exec(text) ?? []
  if (digits === undefined) return undefined
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return `#${long.toLowerCase()}`
}

const pxOf: Readonly<Record<string, number>> = { px: 1, em: 16, rem: 16, pt: 4 / 3 }

/** A length in px, em, rem or pt, within its bounds, in rem: so it grows with the letters that a person has chosen. */
function readLength(text: string, property: StyleProperty): string | undefined {
  const [, number, unit = ''] = /^(\d{1,3}(?:\.\d{1,4})?)(px|em|rem|pt)$/i.exec(text) ?? []
  const factor = pxOf[unit.toLowerCase()]
  const [least, most] = bounds[property] ?? [0, 0]
  if (number === undefined || factor === undefined) return undefined
  const px = Number(number) * factor
  return px >= least && px <= most ? `${Number((px / 16).toFixed(4))}rem` : undefined
}

const generics: readonly string[] = [
  'serif',
  'sans-serif',
  'monospace',
  'system-ui',
  'ui-sans-serif',
  'ui-serif',
]
const mostFamilies = 12
/** Fonts whose signs stand where letters do: "mg" would be read as something else. */
const signFonts = /symbol|dingbat|wingding|webding|marlett|mt extra|bar ?code|emoji|icon|braille/i

/** Names of fonts of letters that end in a generic one, each but the generic in quotes. */
function readFamilies(text: string): string | undefined {
  const names = text.split(',').map((name) => {
    const [, quoted, single, bare] =
      /^\s*(?:"([\w -]{1,60})"|'([\w -]{1,60})'|([a-z][\w -]{0,59}))\s*$/i.exec(name) ?? []
    return quoted ?? single ?? bare?.trim()
  })
  const last = names.at(-1)?.toLowerCase() ?? ''
  if (!generics.includes(last) || names.length > mostFamilies) return undefined
  const known = present(names)
  if (known.length < names.length || known.some((name) => signFonts.test(name))) return undefined
  const written = known.slice(0, -1).map((name) => {
    const generic = name.toLowerCase()
    return generics.includes(generic) ? generic : `"${name}"`
  })
  return [...written, last].join(', ')
}
