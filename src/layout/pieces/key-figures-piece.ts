import type { KeyFigure, KeyFigures, Trend } from '../../document/types.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { derived } from '../../memory/derived.ts'
import type { ColorName } from '../../theme/theme.ts'
import { rectItem } from '../rect-item.ts'
import { runText, toRuns } from '../text/runs.ts'
import { type BrokenText, breakText, naturalWidth, placeText } from '../text/set-text.ts'
import { checkGlyphs, type Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Item, PolylineItem, Run, Tag, TextStyle } from '../types.ts'
import { createPiece, type Piece } from './pieces.ts'
import { breakWidth } from './text-piece.ts'

/**
 * Cards beside and under each other: number, label, movement, trend. All numbers are set at one size, the largest at
 * which each fits
 * its card. `scale` (1 or less) sets the words smaller and the rows closer, where there is little room.
 */
export function keyFiguresPiece(
  block: KeyFigures,
  width: number,
  perRow: number,
  scale: number,
  given: Setting,
): Piece {
  const setting = { ...given, styles: scaledWords(given.styles, scale) }
  const { gutter } = setting.theme[setting.medium]
  const columns = cardsPerRow(block.figures.length, perRow)
  const cardWidth = (width - gutter * (columns - 1)) / columns
  const valueStyle = fittingStyle(block, cardWidth, setting)
  const listId = setting.nextId()
  const cards = block.figures.map((figure) => breakCard(figure, cardWidth, valueStyle, listId, block, setting))
  const rows = chunk(cards, columns)
  // Down to a gutter at three quarters of the words' size.
  const rowGap = gutter * (setting.medium === 'slide' ? Math.max(1, 2.25 - (1 - scale) * 5) : 1.5)
  const trendRooms = rows.map((row) => Math.max(...row.map((card) => card.trendRoom)))
  const heights = rows.map((row, index) => Math.max(...row.map(({ height }) => height)) + (trendRooms[index] ?? 0))
  return createPiece({
    height: heights.reduce((sum, height) => sum + height, 0) + rowGap * (rows.length - 1),
    source: block.place,
    cutsWord: cards.some((card) => card.cutsWord),
    place: (x, y) => {
      let top = y
      return rows.flatMap((row, index) => {
        const items = row.flatMap((card, column) =>
          card.place(x + column * (cardWidth + gutter), top, heights[index] ?? 0, trendRooms[index] ?? 0),
        )
        top += (heights[index] ?? 0) + rowGap
        return items
      })
    },
  })
}

/** As many as give rows of even length: four cards of which three fit stand two and two. */
function cardsPerRow(cards: number, most: number): number {
  return Math.ceil(cards / Math.ceil(cards / most))
}

function scaledWords(styles: Setting['styles'], scale: number): Setting['styles'] {
  const scaled = (style: TextStyle): TextStyle => (scale === 1 ? style : resized(style, style.size * scale))
  return { ...styles, keyLabel: scaled(styles.keyLabel), keyChange: scaled(styles.keyChange) }
}

function chunk<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  )
}

function fittingStyle(block: KeyFigures, width: number, { styles, fonts, theme, medium }: Setting): TextStyle {
  const style = styles.keyValue
  const most = Math.min(style.size, theme[medium].keyFigure)
  const least = most * 0.6
  const getWidth = (runs: readonly Run[]) =>
    naturalWidth(runs, style, fonts) + gapsBeforeHan(runs) * style.size * hanGap
  const sizeAt = (widest: number) => Math.floor((style.size * width * 0.97) / widest)
  const all = block.figures.map(valueRuns)
  const size = Math.min(style.size, sizeAt(Math.max(...all.map(getWidth))))
  if (size >= least) return resized(style, size)
  // A unit of many words stands below its number even at the smallest size: the number need not be small for it.
  const words = all.flatMap((runs) =>
    runs.flatMap((run) => run.text.split(/[\s\u00a0]+/).map((text) => getWidth([{ ...run, text }]))),
  )
  return resized(style, Math.max(least, Math.min(most, sizeAt(Math.max(...words) * 1.06))))
}

/** Office programs set digits and Chinese characters apart by a quarter of their size, which no font says. */
const hanGap = 0.25

function gapsBeforeHan(runs: readonly Run[]): number {
  return [...runText(runs).matchAll(/(?<=[\d.,%])(?=\p{sc=Han})|(?<=\p{sc=Han})(?=\d)/gu)].length
}

/** What a card says beside the digits (over, billion, percentage points) is set at this part of their size. */
const wordScale = 0.55

/** A large number with smaller words, and smaller digits in its unit (per 100,000, /10万): the eye finds it first. */
const valueRuns = derived(({ value }: KeyFigure): readonly Run[] => {
  let isUnit = false
  let hasNumber = false
  return toRuns(value).flatMap((run) =>
    run.text.split(/([\d.,]*\d(?:[\u00a0\u202f]?%)?)/).flatMap((text, index) => {
      if (text === '') return []
      isUnit ||= hasNumber && /^\s.*\p{L}.*\s$|^\/$/u.test(text)
      const isNumber = index % 2 === 1 && !isUnit
      hasNumber ||= isNumber
      return [isNumber ? { ...run, text } : { ...run, text, scale: wordScale }]
    }),
  )
})

/** Runs whose words may go below a number where even the smallest size is too wide: `4,872 milliards d’euros`. */
function fittingRuns(runs: readonly Run[], style: TextStyle, width: number, fonts: Fonts): readonly Run[] {
  if (naturalWidth(runs, style, fonts) <= width) return runs
  return runs.map((run) => ({ ...run, text: run.text.replace(/\u00a0(?=\p{L})/gu, ' ') }))
}

interface Card {
  /** Of its rule and words. */
  height: number
  /** What its trend takes below them; 0 for none. */
  trendRoom: number
  cutsWord: boolean
  place(x: number, y: number, height: number, trendRoom: number): Item[]
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
  const { styles, fonts, locale, medium } = setting
  const set = (runs: readonly Run[], style: TextStyle): BrokenText => {
    checkGlyphs(runs, style, block.place, setting)
    const room = breakWidth(width, setting)
    // What is one line here but two with the gaps of an office program has room for two: a trend stands below.
    const gaps = gapsBeforeHan(runs) * style.size * hanGap
    const wraps = naturalWidth(runs, style, fonts) + gaps > width
    return breakText(runs, style, wraps ? Math.min(room, width - gaps) : room, fonts)
  }
  const texts = [
    set(fittingRuns(valueRuns(figure), valueStyle, breakWidth(width, setting), fonts), valueStyle),
    set(toRuns(figure.label), styles.keyLabel),
    ...(figure.change.length > 0 ? [set(changeRuns(figure), { ...styles.keyChange, color: changeColor(figure) })] : []),
  ]
  const { height: ruleHeight, gap } = rule[medium]
  const itemId = setting.nextId()
  return {
    height: ruleHeight + gap + texts.reduce((sum, text) => sum + text.height, 0),
    trendRoom: figure.trend ? trendSize[medium].gap + trendSize[medium].height : 0,
    cutsWord: texts.some((text) => text.cutsWord),
    place: (x, y, height, trendRoom) => {
      const top = y + ruleHeight + gap
      let next = top
      const paragraphs = texts.map((text, index) => {
        const set = placeText(text, x, next, fonts, { tags: cardTags(listId, itemId, index) })
        next += text.height
        return set
      })
      const name = locale.labelled(locale.names.keyFigure, runText(toRuns(figure.label)))
      const trendName = locale.labelled(locale.names.trend, name)
      const at = { x, bottom: y + height, width }
      return [
        rectItem(locale.labelled(locale.names.rule, name), { x, y, width, height: ruleHeight }, { fill: 'accent' }),
        {
          type: 'text',
          name,
          role: 'keyFigure',
          box: { x, y: top, width, height: height - ruleHeight - gap - trendRoom },
          verticalAlign: 'top',
          paragraphs,
        },
        ...(figure.trend ? [trendItem(figure.trend, trendName, at, cardTags(listId, itemId, 3), medium)] : []),
      ]
    },
  }
}

/** A card's trend line, points: discreet, a part of the card's width. */
const trendSize = {
  slide: { height: 20, gap: 6, part: 0.6, line: 1.5, dot: 3 },
  page: { height: 14, gap: 4, part: 0.6, line: 0.9, dot: 1.8 },
} as const

/** The trend at the card's foot, the dot on its last point within the box. */
function trendItem(
  { points, alt }: Trend,
  name: string,
  { x, bottom, width }: { x: number; bottom: number; width: number },
  tags: Tag[],
  medium: Setting['medium'],
): PolylineItem {
  const { height, part, line, dot } = trendSize[medium]
  const box = { x, y: bottom - height, width: width * part, height }
  const inner = { width: box.width - 2 * dot, height: height - 2 * dot }
  return {
    type: 'polyline',
    name,
    role: 'chart',
    box,
    points: points.map((point) => ({
      x: x + dot + point.x * inner.width,
      y: box.y + dot + (1 - point.y) * inner.height,
    })),
    stroke: { color: 'context', width: line },
    dot: { color: 'accent', radius: dot },
    alt,
    tags: [...tags.slice(0, -1), { type: 'Figure', id: `${tags.at(-1)?.id}-trend` }],
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
const changeRuns = derived((figure: KeyFigure): readonly Run[] => {
  const runs = toRuns(figure.change)
  const arrow = figure.direction ? arrows[figure.direction] : ''
  return arrow ? [{ text: arrow }, ...runs] : runs
})

function changeColor({ good }: KeyFigure): ColorName {
  return good === undefined ? 'muted' : good ? 'good' : 'bad'
}
