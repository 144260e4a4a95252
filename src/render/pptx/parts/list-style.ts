import type { TextStyle } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { Theme } from '../../../theme/theme.ts'
import {
  characterStyle,
  type Level,
  type PartialStyle,
  paragraphProperties,
  runProperties,
} from '../shapes/text-properties.ts'
/** What the text of a shape inherits, by level. */
export type ListStyle = readonly Level[]

/** What a text box inherits that is no placeholder: the theme's body font and text colour, no size that could be relied on. */
export const plainListStyle: ListStyle = [
  {
    style: { font: 'body', weight: 'regular', italic: false, color: 'ink', align: 'left' },
    left: 0,
    hanging: 0,
    spaceBefore: 0,
  },
]

/** How far each level of a list is indented, as a part of the type size. */
const listIndent = 1.1
const bullets = ['•', '–', '•', '–'] as const

/** Text of one level, such as a title's. */
export function oneLevel(style: PartialStyle): ListStyle {
  return [{ style, left: 0, hanging: 0, spaceBefore: 0 }]
}

/** Text without a bullet on the first level, bullets on the four below: demoting a paragraph makes it a list item. Spaced as the layout spaces them. */
export function bodyLevels(style: TextStyle): ListStyle {
  return listLevels(style, style.size, { paragraph: style.leading * 0.55, item: style.leading * 0.35 })
}

/** Levels of text and lists in one style; `size` and spaces in points. */
export function listLevels(style: PartialStyle, size: number, space: { paragraph: number; item: number }): ListStyle {
  const indent = size * listIndent
  const items = bullets.map((bullet, index) => ({
    style,
    left: indent * (index + 1),
    hanging: indent,
    bullet,
    spaceBefore: space.item,
  }))
  return [{ style, left: 0, hanging: 0, spaceBefore: space.paragraph }, ...items]
}

/** The level that a paragraph inherits from; the last one for those below it. */
export function levelAt(levels: ListStyle, index: number): Level {
  return levels[Math.min(index, levels.length - 1)] ?? { style: {}, left: 0, hanging: 0, spaceBefore: 0 }
}

/** `<a:lstStyle>`, or a master's text style: each level in full. */
export function listStyleElement(name: string, levels: ListStyle, theme: Theme): XmlElement {
  return element(
    name,
    {},
    levels.map((level, index) =>
      paragraphProperties(`a:lvl${index + 1}pPr`, level, undefined, [
        runProperties('a:defRPr', characterStyle(level.style), {}, theme),
      ]),
    ),
  )
}
