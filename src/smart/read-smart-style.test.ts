import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSmartStyle } from './read-smart-style.ts'

const valueOf = (property: string, value: unknown) =>
  Object.values(readSmartStyle({ [property]: value }).style)[0]

describe('readSmartStyle', () => {
  it.each([
    ['color_text', '#303030', '#303030'],
    ['color_text', '#FfF', '#ffffff'],
    ['color_modal_backdrop', '#00000080', '#00000080'],
    ['dim_border_radius', '6px', '0.375rem'],
    ['dim_border_radius', '0px', '0rem'],
    ['dim_font_size', '1.125em', '1.125rem'],
    ['dim_font_size', '12pt', '1rem'],
    ['dim_spacing_size', '20px', '1.25rem'],
    [
      'font_family_heading',
      "'HelveticaNeue-Light', Helvetica, Arial, sans-serif",
      '"HelveticaNeue-Light", "Helvetica", "Arial", sans-serif',
    ],
    ['font_family_body', 'System-UI', 'system-ui'],
  ])('CTX-05 takes %s %s', (property, value, expected) => {
    expect(valueOf(property, value)).toBe(expected)
  })

  it.each([
    ['color_text', 'red;background:url(//evil)'],
    ['color_text', 'red'],
    ['color_text', '#30303'],
    ['color_text', '#3030'],
    ['color_text', '#303030;'],
    ['color_text', '#303030\n'],
    ['color_text', 'rgb(1,2,3)'],
    ['color_text', 'var(--text)'],
    ['color_text', 3],
    ['color_text', ['#303030']],
    ['dim_border_radius', 'calc(1px)'],
    ['dim_border_radius', '-2px'],
    ['dim_border_radius', '17px'],
    ['dim_border_radius', '6'],
    ['dim_border_radius', '6px 6px'],
    ['dim_font_size', '13px'],
    ['dim_font_size', '900px'],
    ['dim_font_size', '1e3px'],
    ['font_family_body', 'Georgia'],
    ['font_family_body', 'Symbol, serif'],
    ['font_family_heading', "Georgia, 'Wingdings 3', serif"],
    ['font_family_body', 'Georgia, inherit'],
    ['font_family_body', 'url(//evil), serif'],
    ['font_family_body', 'a;b, serif'],
    ['font_family_body', 'a\\62, serif'],
    ['font_family_body', '"a", "serif} * {color:red", serif'],
    ['font_family_body', ', serif'],
    ['color_other', '#303030'],
    ['__proto__', '#303030'],
  ])('CTX-05 refuses %s %j', (property, value) => {
    const json = JSON.parse(`{${JSON.stringify(property)}:${JSON.stringify(value)}}`) as unknown
    expect(readSmartStyle(json)).toEqual({ style: {}, refused: 1 })
  })

  it('CTX-05 lets nothing through that could be more than one value in CSS', () => {
    const names = fc.constantFrom('color_text', 'dim_border_radius', 'font_family_body')
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('#', 'f', '0', 'px', ',', ' serif', '"', "'", ';', 'url(', '/*', '}'),
        )
        .map((parts) => parts.join('')),
    )
    const isOneValue =
      /^(?:|#[\da-f]{6}(?:[\da-f]{2})?|[\d.]+rem|(?:"[\w -]+", |[a-z-]+, )*[a-z-]+)$/
    const passes = fc.property(names, words, (name, text) =>
      isOneValue.test(String(valueOf(name, text) ?? '')),
    )
    expect(fc.check(passes).failed).toBe(false)
  })

  it.each([[null], [[]], ['text'], [7]])('CTX-05 reads nothing of %j', (json) => {
    expect(readSmartStyle(json)).toEqual({ style: {}, refused: 0 })
  })
})
