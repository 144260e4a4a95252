import type { FontStyle } from '../../fonts/fonts.ts'
import type { Theme } from '../../theme/theme.ts'

/** The parts of a CSS font that choose one of the theme's files. */
export interface CssFont {
  family: string
  size: number
  weight: string | number | undefined
  style: string | undefined
}

/** The theme's font for CSS properties: the heading family if named first, else the body family; bold from 600. */
export function toFontStyle(theme: Theme, { family, weight, style }: CssFont): FontStyle {
  const first = family
    .split(',')[0]
    ?.trim()
    .replace(/^["']|["']$/g, '')
  return {
    font: first === theme.fonts.heading.powerpoint && first !== theme.fonts.body.powerpoint ? 'heading' : 'body',
    weight: weight === 'bold' || weight === 'bolder' || Number(weight) >= 600 ? 'bold' : 'regular',
    italic: style === 'italic' || style === 'oblique',
  }
}

/** A CSS font shorthand as Vega writes it, `italic small-caps bold 13px Arial`, in its parts. */
export function parseCssFont(font: string): CssFont {
  const match = /^(.*?)\s*([\d.]+)px\s+(.+)$/.exec(font.trim())
  const words = match?.[1]?.split(/\s+/) ?? []
  return {
    family: match?.[3] ?? '',
    size: Number(match?.[2] ?? 11),
    // The style may be called normal too, and stands first.
    weight: words.findLast((word) => /^(bold|bolder|lighter|normal|\d+)$/.test(word)),
    style: words.find((word) => word === 'italic' || word === 'oblique'),
  }
}
