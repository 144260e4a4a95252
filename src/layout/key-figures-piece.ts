import type { KeyFigure, KeyFigures } from '../document/types.ts'
import type { ColorName } from '../theme.ts'
import { createPiece, type Piece } from './pieces.ts'
import { plainText, toRuns } from './runs.ts'
import { type BrokenText, breakText, naturalWidth, placeText } from './set-text.ts'
import { checkGlyphs, type Setting } from './setting.ts'
import { resized } from './styles.ts'
import { breakWidth } from './text-piece.ts'
import type { Item, Run, Tag, TextStyle } from './types.ts'

/** Cards beside and under each other: number, label, movement. All numbers are set at one size, the largest at which each fits its card. */
export function keyFiguresPiece(block: KeyFigures, width: number, perRow: number, setting: Setting): Piece {
  const { gutter } = setting.theme[setting.medium]
  const columns = Math.min(perRow, block.figures.length)
  const cardWidth = (width - gutter * (columns - 1)) / columns
  const valueStyle = fittingStyle(block, cardWidth, setting)
  const listId = setting.nextId()
  const cards = block.figures.map((figure) => breakCard(figure, cardWidth, valueStyle, listId, block, setting))
  const rows = chunk(cards, columns)
  const rowGap = gutter * (setting.medium === 'slide' ? 2.25 : 1.5)
  const heights = rows.map((row) => Math.max(...row.map((card) => card.height)))
  return createPiece({
    height: heights.reduce((sum, height) => sum + height, 0) + rowGap * (rows.length - 1),
    source: block.place,
    place: (x, y) => {
      let top = y
      return rows.flatMap((row, index) => {
        const items = row.flatMap((card, column) =>
          card.place(x + column * (cardWidth + gutter), top, heights[index] ?? 0),
        )
        top += (heights[index] ?? 0) + rowGap
        return items
      })
    },
  })
}

function chunk<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  )
}

function fittingStyle(block: KeyFigures, width: number, { styles, fonts }: Setting): TextStyle {
  const style = styles.keyValue
  const widest = Math.max(...block.figures.map((figure) => naturalWidth(valueRuns(figure), style, fonts)))
  const size = Math.max(style.size * 0.6, Math.min(style.size, Math.floor((style.size * width * 0.97) / widest)))
  return resized(style, size)
}

/** What a card says beside the digits (over, billion, percentage points) is set at this part of their size. */
const wordScale = 0.55

/** The number large, the words around it smaller: the eye finds the digits first. */
function valueRuns({ value }: KeyFigure): Run[] {
  return toRuns(value).flatMap((run) =>
    run.text.split(/([\d.,]*\d%?)/).flatMap((text, index) => {
      if (text === '') return []
      return [index % 2 === 1 ? { ...run, text } : { ...run, text, scale: wordScale }]
    }),
  )
}

interface Card {
  height: number
  place(x: number, y: number, height: number): Item[]
}

/** The rule over a card, and the space between it and the number. */
const rule = { slide: { height: 3, gap: 10 }, page: { height: 1.5, gap: 5 } } as const

function breakCard(
  figure: KeyFigure,
  width: number,
  valueStyle: TextStyle,
  listId: string,
  block: KeyFigures,
  setting: Setting,
): Card {
  const { styles, fonts, medium } = setting
  const set = (runs: Run[], style: TextStyle): BrokenText => {
    checkGlyphs(runs, style, block.place, setting)
    return breakText(runs, style, breakWidth(width, setting), fonts)
  }
  const texts = [
    set(valueRuns(figure), valueStyle),
    set(toRuns(figure.label), styles.keyLabel),
    ...(figure.change.length > 0 ? [set(changeRuns(figure), { ...styles.keyChange, color: changeColor(figure) })] : []),
  ]
  const { height: ruleHeight, gap } = rule[medium]
  const itemId = setting.nextId()
  return {
    height: ruleHeight + gap + texts.reduce((sum, text) => sum + text.height, 0),
    place: (x, y, height) => {
      const top = y + ruleHeight + gap
      let next = top
      const paragraphs = texts.map((text, index) => {
        const set = placeText(text, x, next, fonts, { tags: cardTags(listId, itemId, index) })
        next += text.height
        return set
      })
      const name = `Key figure: ${plainText(toRuns(figure.label))}`
      return [
        {
          type: 'rect',
          name: `Rule: ${name}`,
          role: 'artifact',
          box: { x, y, width, height: ruleHeight },
          fill: 'accent',
        },
        {
          type: 'text',
          name,
          role: 'keyFigure',
          box: { x, y: top, width, height: height - ruleHeight - gap },
          verticalAlign: 'top',
          paragraphs,
        },
      ]
    },
  }
}

function cardTags(listId: string, itemId: string, index: number): Tag[] {
  return [
    { type: 'L', id: listId },
    { type: 'LI', id: itemId },
    { type: 'LBody', id: `${itemId}-body` },
    { type: 'P', id: `${itemId}-${index}` },
  ]
}

const arrows = { up: '▲ ', down: '▼ ', flat: '' } as const

/** The movement with its arrow, so that direction is told by shape and word, never by colour alone. */
function changeRuns(figure: KeyFigure): Run[] {
  const runs = toRuns(figure.change)
  const arrow = figure.direction ? arrows[figure.direction] : ''
  return arrow ? [{ text: arrow }, ...runs] : runs
}

function changeColor({ good }: KeyFigure): ColorName {
  return good === undefined ? 'muted' : good ? 'good' : 'bad'
}
