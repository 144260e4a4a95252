import type { ColorName, Theme } from '../../theme/theme.ts'
import type { TextStyle } from '../types.ts'

/** Every text style of one medium, by the part that it plays. */
export interface Styles {
  title: TextStyle
  coverTitle: TextStyle
  coverSubtitle: TextStyle
  subtitle: TextStyle
  heading: TextStyle
  subheading: TextStyle
  body: TextStyle
  quote: TextStyle
  /** Notes in the margin, and the list of sources: matter to look up. */
  note: TextStyle
  small: TextStyle
  running: TextStyle
  caption: TextStyle
  tableHeader: TextStyle
  tableCell: TextStyle
  keyValue: TextStyle
  keyLabel: TextStyle
  keyChange: TextStyle
}

/** A text style from its size; leading is a part of the size, tighter for display text. */
function style(size: number, leading: number, given: Partial<TextStyle> = {}): TextStyle {
  return {
    font: 'body',
    size,
    leading: round(size * leading),
    weight: 'regular',
    italic: false,
    color: 'ink',
    align: 'left',
    ...given,
  }
}

const round = (points: number): number => Math.round(points * 4) / 4

const display = (color: ColorName): Partial<TextStyle> => ({ font: 'heading', weight: 'bold', color })

/** The styles of a slide, from the theme's type scale. */
export function slideStyles({ slide }: Theme): Styles {
  const { title, subtitle, body, small, keyFigure } = slide
  return {
    title: style(title, 1.15, display('ink')),
    coverTitle: style(title * 1.5, 1.12, display('onAccent')),
    coverSubtitle: style(subtitle * 1.25, 1.35, { color: 'onAccent' }),
    subtitle: style(subtitle, 1.25, { color: 'muted' }),
    heading: style(body, 1.25, display('ink')),
    subheading: style(body, 1.25, display('ink')),
    body: style(body, 1.3),
    quote: style(body * 1.2, 1.3, { color: 'accentText' }),
    note: style(small, 1.25),
    small: style(small, 1.25, { color: 'muted' }),
    running: style(Math.round(small * 0.9), 1.25, { color: 'muted' }),
    caption: style(subtitle, 1.25, { weight: 'bold' }),
    tableHeader: style(subtitle * 0.875, 1.25, { weight: 'bold', color: 'muted' }),
    tableCell: style(subtitle, 1.25),
    keyValue: style(keyFigure, 1.1, display('accent')),
    keyLabel: style(body, 1.25, { weight: 'bold' }),
    keyChange: style(subtitle, 1.3, { color: 'muted' }),
  }
}

/** The styles of a printed page, from the theme's type scale; body text stands on its baseline grid. */
export function pageStyles({ page }: Theme): Styles {
  const { title, heading, subheading, body, small, keyFigure, baseline } = page
  const styles: Styles = {
    title: style(title, 1.15, display('ink')),
    coverTitle: style(title, 1.15, display('ink')),
    coverSubtitle: style(subheading, 1.4, { color: 'muted' }),
    subtitle: style(subheading, 1.35, { color: 'muted' }),
    heading: style(heading, 1.25, display('ink')),
    subheading: style(subheading, 1.3, display('accentText')),
    body: { ...style(body, 1), leading: baseline },
    quote: style(subheading * 1.15, 1.35, { color: 'accentText' }),
    // Four of its lines stand beside three of the text.
    note: { ...style(body * 0.85, 1), leading: baseline * 0.75 },
    small: style(small, 1.35, { color: 'muted' }),
    running: style(small, 1.35, { color: 'muted' }),
    caption: style(body, 1.3, { weight: 'bold' }),
    tableHeader: style(small, 1.3, { weight: 'bold', color: 'muted' }),
    tableCell: style(body * 0.9, 1.3),
    keyValue: style(keyFigure, 1.15, display('accent')),
    keyLabel: style(body, 1.25, { weight: 'bold' }),
    keyChange: style(small, 1.35, { color: 'muted' }),
  }
  return page.emphasis === 'dots' ? withDots(styles) : styles
}

function withDots(styles: Styles): Styles {
  const dotted = Object.entries(styles).map(([part, one]: [string, TextStyle]) => [part, { ...one, dots: true }])
  return Object.fromEntries(dotted)
}

/** The style with its size and leading set smaller, to `size` points. */
export function resized(style: TextStyle, size: number): TextStyle {
  return { ...style, size, leading: round((style.leading * size) / style.size) }
}
