import type { PictureBlock } from '../../../document/types.ts'
import { getColumn } from '../../pages/pieces/block-pieces.ts'
import { checkResolution, creditPiece, pictureItem } from '../../pieces/picture-piece.ts'
import { stackHeight } from '../../pieces/pieces.ts'
import { rectItem } from '../../rect-item.ts'
import type { Setting } from '../../text/setting.ts'
import type { Page } from '../../types.ts'
import { blankPage } from '../slide-frame.ts'
import { subtitleItems, titleItems } from '../slide-heads.ts'
import { moveText, risenTo, type SlideLayout } from '../slide-layout.ts'
import type { SlideParts } from '../slide-parts.ts'

/** White space between picture and words, points. */
const pad = 18

/** A picture from edge to edge, title, subtitle and credit below it. */
export function fullPicture(block: PictureBlock, parts: SlideParts, layout: SlideLayout, setting: Setting): Page {
  const { theme, locale } = setting
  const { width } = theme.slide
  const { left, width: inner } = layout.ground
  const title = titleItems(parts, layout, setting).filter(({ role }) => role === 'title')
  const { items: subtitle } = subtitleItems(parts, risenTo(layout, title), layout.ground, setting)
  const words = [...title, ...subtitle]
  const top = Math.min(...words.map(({ box }) => box.y))
  const credit = creditPiece(block, getColumn(inner, setting, theme.slide.body))
  const wordsHeight = Math.max(...words.map(({ box }) => box.y + box.height)) - top
  const creditHeight = credit ? stackHeight([credit]) + 6 : 0
  const band = { y: layout.ground.bottom - wordsHeight - creditHeight - pad }
  const box = { x: 0, y: 0, width, height: band.y }
  checkResolution(block, box, setting)
  const moved = words.map((item) => (item.type === 'text' ? moveText(item, item.box.y + band.y + pad - top) : item))
  const rule = rectItem(locale.names.accentRule, { x: left, y: band.y, width: 48, height: 7 }, { fill: 'accent' })
  const below = credit?.place(left, band.y + pad + wordsHeight + 6) ?? []
  return {
    ...blankPage(parts, theme),
    items: [pictureItem(block, box, setting.sect, setting), rule, ...moved, ...below],
  }
}
