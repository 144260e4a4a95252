import type { Fonts } from '../fonts/fonts.ts'
import { breakText, placeText } from './text/set-text.ts'
import type { Tag, TextItem, TextStyle } from './types.ts'

/** Words in one style, broken for their box: an artifact where they have no tags. */
export function wordsItem(
  text: string,
  about: Pick<TextItem, 'name' | 'role' | 'box'>,
  style: TextStyle,
  fonts: Fonts,
  tags: Tag[] = [],
): TextItem {
  const { x, y, width } = about.box
  const paragraph = placeText(breakText([{ text }], style, width, fonts), x, y, fonts, { tags })
  return { type: 'text', ...about, verticalAlign: 'top', paragraphs: [paragraph] }
}
