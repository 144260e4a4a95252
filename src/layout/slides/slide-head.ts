import { breakWidth } from '../pieces/text-piece.ts'
import { plainText, toRuns } from '../text/runs.ts'
import { breakText, placeText, startAligned } from '../text/set-text.ts'
import { checkGlyphs, type Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Item, Role, Run, Tag, TextItem, TextStyle } from '../types.ts'
import type { Frame } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'

/** A title has room for so many lines, and stands on the last: what is below it has one place on all slides, as their layout has it. */
const titleLines = 2

/** The rule, the title and the subtitle of a slide; `bottom` is where they end, for most slides the same whether they have a subtitle or not. */
export function headItems(
  parts: SlideParts,
  frame: Frame,
  sect: Tag[],
  setting: Setting,
): { items: Item[]; bottom: number } {
  const { styles } = setting
  const mark: Item = {
    type: 'rect',
    name: setting.locale.names.accentRule,
    role: 'artifact',
    box: { x: frame.left, y: 0, width: 48, height: 7 },
    fill: 'accent',
  }
  const at = { x: frame.left, width: frame.width }
  const bottom = frame.top + titleLines * styles.title.leading
  const title = standingOn(
    displayItem(parts, styles.title, { ...at, y: frame.top }, 'title', sect, titleLines, setting),
    frame.top,
    bottom,
  )
  const least = bottom + 4 + styles.subtitle.leading
  if (!parts.subtitle) return { items: [mark, title], bottom: Math.max(least, title.box.y + title.box.height) }
  const subtitle = headingItem(
    toRuns(parts.subtitle.children),
    styles.subtitle,
    { ...at, y: bottom + 4 },
    'subtitle',
    [...sect, { type: 'P', id: setting.nextId() }],
    parts,
    setting,
  )
  return { items: [mark, title, subtitle], bottom: Math.max(least, subtitle.box.y + subtitle.box.height) }
}

/** The text in a box from `top` to `bottom`, its last line at the bottom. */
function standingOn(item: TextItem, top: number, bottom: number): TextItem {
  const moved = moveText(item, Math.max(top, bottom - item.box.height))
  const height = Math.max(bottom - top, item.box.height)
  return { ...moved, box: { ...item.box, y: top, height }, verticalAlign: 'bottom' }
}

/** The item at another height. */
export function moveText(item: TextItem, y: number): TextItem {
  const by = y - item.box.y
  return {
    ...item,
    box: { ...item.box, y },
    paragraphs: item.paragraphs.map((paragraph) => ({
      ...paragraph,
      lines: paragraph.lines.map((line) => ({ ...line, baseline: line.baseline + by })),
    })),
  }
}

/** A title, set smaller (down to 0.8 of its size) where it needs more lines than it may have. */
export function displayItem(
  parts: SlideParts,
  style: TextStyle,
  at: { x: number; y: number; width: number },
  role: Role,
  sect: Tag[],
  maximumLines: number,
  setting: Setting,
): TextItem {
  const runs = toRuns(parts.heading.children)
  const sizes = [1, 0.93, 0.86, 0.8].map((part) => Math.round(style.size * part))
  const fitting = sizes.find((size) => {
    const lines = breakText(runs, resized(style, size), breakWidth(at.width, setting), setting.fonts).lines.length
    return lines <= maximumLines
  })
  if (fitting === undefined) {
    setting.report({
      severity: 'error',
      message: `the title needs more than ${maximumLines} lines: ${plainText(runs)}`,
      place: parts.place,
      hint: 'say it in fewer words',
    })
  }
  const tags: Tag[] = [...sect, { type: 'H1', id: setting.nextId() }]
  const item = headingItem(runs, resized(style, fitting ?? style.size), at, role, tags, parts, setting)
  return {
    ...item,
    paragraphs: item.paragraphs.map((paragraph) => ({
      ...paragraph,
      anchor: parts.heading.id,
      outline: { text: plainText(runs), depth: 1 },
    })),
  }
}

export function headingItem(
  runs: Run[],
  style: TextStyle,
  at: { x: number; y: number; width: number },
  role: Role,
  tags: Tag[],
  parts: SlideParts,
  setting: Setting,
): TextItem {
  checkGlyphs(runs, style, parts.place, setting)
  const text = breakText(runs, startAligned(runs, style), breakWidth(at.width, setting), setting.fonts)
  return {
    type: 'text',
    name: setting.locale.names[role === 'title' ? 'title' : 'subtitle'],
    role,
    box: { ...at, height: text.height },
    verticalAlign: 'top',
    paragraphs: [
      placeText(text, at.x + (text.isRightToLeft ? at.width - text.width : 0), at.y, setting.fonts, { tags }),
    ],
  }
}
