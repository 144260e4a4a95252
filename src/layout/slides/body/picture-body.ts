import { type Block, isPhoto, type PictureBlock } from '../../../document/types.ts'
import { getColumn } from '../../pages/pieces/block-pieces.ts'
import { checkResolution, creditPiece, pictureItem } from '../../pieces/picture-piece.ts'
import { stackHeight } from '../../pieces/pieces.ts'
import type { Setting } from '../../text/setting.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { fitColumn, fitted, partIn } from './fit-blocks.ts'

/** A picture that fills its ground down to its credit, cut to it. */
export function pictureFilling(block: PictureBlock, ground: Frame, setting: Setting): Item[] {
  const { left, width, top } = ground
  const credit = creditPiece(block, getColumn(width, setting, setting.theme.slide.body))
  const creditHeight = credit ? stackHeight([credit]) + 4 : 0
  const box = { x: left, y: top, width, height: ground.bottom - top - creditHeight }
  checkResolution(block, box, setting)
  return [pictureItem(block, box, setting.sect, setting), ...(credit?.place(left, box.y + box.height + 4) ?? [])]
}

/** A picture on one half, words on the other; which stands left is the template's order. */
export function pictureAndText(body: readonly Block[], ground: Frame, setting: Setting): Item[] {
  const picture = body.find(isPhoto)
  const words = body.filter((block) => block !== picture)
  const isFirst = body[0] === picture
  const [left, right] = ground.sides ?? partIn(ground, isFirst ? 0.56 : 0.44, setting.theme.slide.gutter * 2.5)
  const room = isFirst ? right : left
  const shown = picture ? pictureFilling(picture, isFirst ? left : right, setting) : []
  const text = fitted(words, room, setting, fitColumn(words, room, setting))
  return isFirst ? [...shown, ...text] : [...text, ...shown]
}
