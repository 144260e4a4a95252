import { errorAt } from '../../diagnostic.ts'
import type { Slot } from '../../reference/types.ts'
import type { ColorName } from '../../theme/theme.ts'
import { breakWidth } from '../pieces/text-piece.ts'
import { scaleText } from '../scale-item.ts'
import { breakText } from '../text/set-text.ts'
import type { Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Box, Item, Run, TextItem, TextStyle } from '../types.ts'
import type { Frame } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'

/** A place of a slide's layout for one thing: a placeholder of a template, or one of our own layouts'. */
export interface SlideSlot extends Pick<Slot, 'name' | 'type' | 'box' | 'inset' | 'anchor' | 'levels'> {
  /** Of a template's placeholder: what slides name it by. */
  id?: string | undefined
  /** Sizes that its text may be set at, points, largest first; by default from its own size down to 0.6 of it. */
  sizes?: readonly number[] | undefined
  /** Its frame is as high as its text, at the end of the box that it is anchored to. */
  isHugging?: boolean | undefined
}

/** A layout of slides: Briefwright's own, or one of an organisation's template. Lengths in points. */
export interface SlideLayout {
  title: SlideSlot | undefined
  subtitle: SlideSlot | undefined
  source: SlideSlot | undefined
  footer: SlideSlot | undefined
  date: SlideSlot | undefined
  pageNumber: SlideSlot | undefined
  /** For text, charts and tables, in the order of reading. */
  contents: readonly SlideSlot[]
  /** Where content may stand: what its placeholders cover, or without any what lies between title and foot. */
  ground: Frame
  /** Where the foot begins. */
  footTop: number
  /** White space below a subtitle that content avoids, above the foot, and below a source line without a place. */
  gaps: { subtitle: number; foot: number; source: number }
  background?: ColorName | undefined
  /** What stands at the title, which has the box, to please the eye. */
  mark?: ((title: Box) => Item) | undefined
  /** The rule above the footer. */
  rule?: Item | undefined
  /** How a slide in it is set. */
  settingFor(parts: SlideParts): Setting
}

/** Where a slot's text may stand. */
export function textArea({ box, inset }: SlideSlot): Box {
  return {
    x: box.x + inset.left,
    y: box.y + inset.top,
    width: box.width - inset.left - inset.right,
    height: box.height - inset.top - inset.bottom,
  }
}

/** A text style as the slot sets its first level; at its own size where the template says none. */
export function slotStyle(style: TextStyle, { levels: [level] }: SlideSlot): TextStyle {
  if (!level) return style
  const { size, leading, weight, align, font = style.font } = level
  return { ...style, ...(level.isSized ? { size, leading } : {}), weight, align, font }
}

/** The style at a slot's largest size at which runs fit without cutting words; undefined where none fits. */
export function fittingStyle(
  runs: readonly Run[],
  style: TextStyle,
  slot: SlideSlot | undefined,
  area: Box,
  setting: Setting,
): TextStyle | undefined {
  const width = breakWidth(area.width, setting)
  const styles = (slot?.sizes ?? shrunk(style, 0.6)).map((size) => (size === style.size ? style : resized(style, size)))
  let cutting: TextStyle | undefined
  for (const own of styles) {
    const { height, cutsWord } = breakText(runs, own, width, setting.fonts)
    const fits = height <= area.height + 0.5
    if (fits && !cutsWord) return own
    if (fits) cutting ??= own
  }
  return cutting
}

/** Sizes from a style's own down to a part of it, points. */
export function shrunk({ size }: TextStyle, least: number): number[] {
  const steps = Math.max(0, Math.floor(size - size * least))
  return Array.from({ length: steps + 1 }, (_, step) => size - step)
}

/** The text as the slot holds it: in its box, at the end of it that text is anchored to. */
export function intoSlot(item: TextItem, slot: SlideSlot, box: Box = slot.box): TextItem {
  const area = textArea({ ...slot, box })
  const spare = area.height - item.box.height
  const down = slot.anchor === 'top' ? 0 : slot.anchor === 'bottom' ? spare : spare / 2
  const y = area.y + (slot.isHugging ? down : Math.max(0, down))
  const moved = { ...moveText(item, y), slot: slot.id }
  return slot.isHugging ? moved : { ...moved, box, verticalAlign: slot.anchor }
}

/** The layout with what is below its title where the title ends, in a layout of ours that has the title at its top. */
export function risenTo({ title, subtitle, ground, ...layout }: SlideLayout, items: readonly Item[]): SlideLayout {
  const set = items.find(({ role }) => role === 'title')
  const by = title?.isHugging && title.anchor === 'top' && set ? title.box.height - set.box.height : 0
  const raised = subtitle && { ...subtitle, box: { ...subtitle.box, y: subtitle.box.y - by } }
  return { ...layout, title, subtitle: raised, ground: { ...ground, top: ground.top - by } }
}

/** The item at another height. */
export function moveText(item: TextItem, y: number): TextItem {
  return scaleText(item, { scale: 1, x: 0, y: y - item.box.y })
}

/** Reports that a slide's text does not fit its slot: the title, which has the words. */
export function reportTooHigh(
  what: string,
  words: string,
  style: TextStyle,
  slot: SlideSlot,
  parts: SlideParts,
  setting: Setting,
): void {
  const lines = Math.floor(textArea(slot).height / style.leading + 0.1)
  const isOwn = slot.id === undefined
  setting.report(
    errorAt(
      parts.place,
      isOwn ? `${what} needs more than ${lines} lines: ${words}` : `${what} does not fit the placeholder ${slot.name}`,
      {
        hint: isOwn
          ? 'say it in fewer words'
          : 'say it in fewer words, or choose another layout with layouts: in templates/theme.yaml',
      },
    ),
  )
}
