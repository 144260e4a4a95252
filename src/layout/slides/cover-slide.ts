import { toPieces } from '../pages/block-pieces.ts'
import { placeStack } from '../pieces/pieces.ts'
import { mergeText } from '../text/merge-text.ts'
import { toRuns } from '../text/runs.ts'
import type { Setting } from '../text/setting.ts'
import type { Item, Page } from '../types.ts'
import { blankPage, columnOf, frameOf, sectTags } from './slide-frame.ts'
import { displayItem, headingItem, moveText } from './slide-head.ts'
import type { SlideParts } from './slide-parts.ts'

/** Cover and section slides: the title large on the accent colour, low on the slide. */
export function coverSlide(parts: SlideParts, setting: Setting): Page {
  const { theme, styles } = setting
  const { left, width } = frameOf(theme)
  const sect = sectTags(setting)
  const inner = width * 0.8
  const onAccent: Setting = { ...setting, styles: { ...styles, body: { ...styles.body, color: 'onAccent' } } }
  const title = displayItem(parts, styles.coverTitle, { x: left, y: 0, width: inner }, 'title', sect, 3, setting)
  const subtitle = parts.subtitle
    ? headingItem(
        toRuns(parts.subtitle.children),
        styles.coverSubtitle,
        { x: left, y: 0, width: inner },
        'subtitle',
        [...sect, { type: 'P', id: setting.nextId() }],
        parts,
        setting,
      )
    : undefined
  const column = columnOf(inner, setting, sect, theme.slide.bodyMinimum)
  const body = mergeText(placeStack(toPieces(parts.body, column, onAccent), left, theme.slide.height * 0.74), 'body')
  const titleTop = theme.slide.height * 0.5 - title.box.height
  const moved = [moveText(title, titleTop), ...(subtitle ? [moveText(subtitle, theme.slide.height * 0.5 + 14)] : [])]
  const rule: Item = {
    type: 'rect',
    name: setting.locale.names.accentRule,
    role: 'artifact',
    box: { x: left, y: titleTop - 28, width: 72, height: 6 },
    fill: 'onAccent',
  }
  return {
    ...blankPage(parts, theme),
    background: 'accent',
    items: [rule, ...moved, ...body],
  }
}
