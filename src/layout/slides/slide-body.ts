import type { LayoutName } from '../../document/layout-names.ts'
import type { Block, Columns, Quote } from '../../document/types.ts'
import { toPieces } from '../pages/block-pieces.ts'
import { packPieces } from '../pieces/pack-pieces.ts'
import { type Piece, placeStack, stackHeight } from '../pieces/pieces.ts'
import { mergeText } from '../text/merge-text.ts'
import type { Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Item, Tag } from '../types.ts'
import { columnOf, type Frame } from './slide-frame.ts'
import type { SlideParts } from './slide-parts.ts'

/** The items of a slide's body, and of the slides that continue it. */
export function bodyItems(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const charts = parts.body.filter((block) => block.type === 'chart')
  const others = parts.body.filter((block) => block.type !== 'chart')
  switch (parts.layout) {
    case 'chart':
      if (charts.length === 1 && others.length === 0) return [chartItems(charts, ground, sect, setting)]
      return misfit(parts, 'a single chart', setting)
    case 'chart-and-text':
      if (charts.length === 1 && others.length > 0) return [chartAndText(parts.body, ground, sect, setting)]
      return misfit(parts, 'one chart and some text', setting)
    case 'two-charts':
      return twoCharts(parts, ground, sect, setting)
    case 'quote':
      if (parts.body.length === 1 && parts.body[0]?.type === 'quote')
        return [quoteItems(parts.body[0], ground, sect, setting)]
      return misfit(parts, 'a single quote', setting)
    case 'title':
    case 'section':
    case 'key-figures':
    case 'table':
    case 'text':
    case 'closing':
      return flowing(parts, ground, sect, setting)
  }
}

function misfit(parts: SlideParts, wants: string, setting: Setting): Item[][] {
  setting.report({
    severity: 'error',
    message: `the layout ${parts.layout} does not fit this slide: ${describeBody(parts.body)}`,
    place: parts.place,
    expected: wants,
    hint: `leave the layout out, or name the one that fits: ${fittingLayout(parts.body)}`,
  })
  return []
}

function describeBody(body: readonly Block[]): string {
  return body.length === 0 ? 'it is empty' : `it has ${body.map((block) => block.type).join(', ')}`
}

function fittingLayout(body: readonly Block[]): LayoutName {
  const charts = body.filter((block) => block.type === 'chart').length
  if (charts === 2) return 'two-charts'
  if (charts === 1) return body.length === 1 ? 'chart' : 'chart-and-text'
  if (body.length === 1 && body[0]?.type === 'quote') return 'quote'
  return body.some((block) => block.type === 'table') ? 'table' : 'text'
}

function chartItems(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const column = {
    ...columnOf(ground.width, setting, sect, setting.theme.slide.body),
    chartHeight: () => chartRoom(blocks, ground, ground.width, setting),
  }
  return placeStack(toPieces(blocks, column, setting), ground.left, ground.top)
}

/** The height that is left for the one chart among blocks. */
function chartRoom(blocks: readonly Block[], ground: Frame, width: number, setting: Setting): number {
  const column = { ...columnOf(width, setting, [], setting.theme.slide.body), chartHeight: () => 0 }
  // Set once with a chart of no height: what the rest needs. Troubles are told in the second pass.
  const quiet = { ...setting, report: () => {} }
  return ground.bottom - ground.top - stackHeight(toPieces(blocks, column, quiet))
}

const chartPart = 0.66

/** The ground in two, the left taking a part of the width. */
function partIn(ground: Frame, part: number, gap: number): readonly [Frame, Frame] {
  const width = (ground.width - gap) * part
  const rest = ground.width - gap - width
  return [
    { ...ground, width },
    { ...ground, left: ground.left + width + gap, width: rest },
  ]
}

/** Chart on eight columns of twelve, text on four; which stands left is the template's order. */
function chartAndText(body: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const chartBlocks = body.filter((block) => block.type === 'chart')
  const textBlocks = body.filter((block) => block.type !== 'chart')
  const chartFirst = body[0]?.type === 'chart'
  const [left, right] =
    ground.sides ?? partIn(ground, chartFirst ? chartPart : 1 - chartPart, setting.theme.slide.gutter * 2)
  const charts = chartItems(chartBlocks, chartFirst ? left : right, sect, setting)
  const text = fitted(textBlocks, chartFirst ? right : left, sect, setting)
  return chartFirst ? [...charts, ...text] : [...text, ...charts]
}

/** Text in a box that it may not leave: at the largest size that fits, else an error at its line. */
function fitted(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const pieces = fitPieces(blocks, ground, sect, setting)
  const height = stackHeight(pieces)
  const room = ground.bottom - ground.top
  if (height > room + 0.5) reportOverflow(blocks[0], height - room, setting)
  return mergeText(placeStack(pieces, ground.left, ground.top), 'body')
}

/** A few words are set so much larger than body text, where they leave this part of their box free; in a template, whose sizes are its own, they are not. */
const fewWords = { larger: 1.12, free: 0.2 } as const

/** Pieces at the largest body size within the theme's limits at which they fit, a few words larger; else at the smallest. */
function fitPieces(blocks: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Piece[] {
  const { body, bodyMinimum } = setting.theme.slide
  const quiet = { ...setting, report: () => {} }
  const room = ground.bottom - ground.top
  const heightAt = (size: number): number =>
    stackHeight(toPieces(blocks, columnOf(ground.width, setting, sect, size), quiet))
  const large = Math.round(body * fewWords.larger)
  const isFew = !setting.reference && isPlainText(blocks) && heightAt(large) <= room * (1 - fewWords.free)
  let size = isFew ? large : body
  while (!isFew && size > bodyMinimum && heightAt(size) > room) size -= 1
  return toPieces(blocks, columnOf(ground.width, setting, sect, Math.max(size, bodyMinimum)), setting)
}

/** Words alone, which can be set larger than the theme's body text. */
function isPlainText(blocks: readonly Block[]): boolean {
  return blocks.every(({ type }) => type === 'paragraph' || type === 'list')
}

function reportOverflow(block: Block | undefined, by: number, setting: Setting): void {
  setting.report({
    severity: 'error',
    message: `the text is ${Math.ceil(by)} points too high for its box on the slide, at the smallest size that the theme allows`,
    place: block?.place,
    hint: 'shorten it, or part it over two slides',
  })
}

/** A quote by itself: as large as its words allow, somewhat above the middle. */
function quoteItems(quote: Quote, ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const { styles, theme } = setting
  const room = ground.bottom - ground.top
  const set = (size: number, report: Setting['report']): Piece[] => {
    const large = { ...styles, quote: resized(styles.quote, size), small: styles.subtitle }
    return toPieces([quote], columnOf(ground.width * 0.85, setting, sect, size), { ...setting, styles: large, report })
  }
  let size = Math.round(theme.slide.body * 1.6)
  while (size > theme.slide.bodyMinimum && stackHeight(set(size, () => {})) > room) size -= 1
  const pieces = set(size, setting.report)
  const spare = room - stackHeight(pieces)
  if (spare < -0.5) reportOverflow(quote, -spare, setting)
  return mergeText(placeStack(pieces, ground.left, ground.top + Math.max(0, spare) * 0.35), 'body')
}

function twoCharts(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const columns = parts.body.find((block): block is Columns => block.type === 'columns')
  const sides = columns ? columns.columns : parts.body.map((block) => [block])
  const before = columns ? parts.body.slice(0, parts.body.indexOf(columns)) : []
  const after = columns ? parts.body.slice(parts.body.indexOf(columns) + 1) : []
  if (sides.length !== 2 || after.length > 0) return misfit(parts, 'two columns or two charts', setting)
  const lead = fitPieces(before, ground, sect, setting)
  const leadItems = mergeText(placeStack(lead, ground.left, ground.top), 'body')
  const top = ground.top + (lead.length > 0 ? stackHeight(lead) + 12 : 0)
  const frames = ground.sides ?? partIn(ground, 0.5, setting.theme.slide.gutter * 2.5)
  const items = sides.flatMap((blocks, index) => {
    const side = { ...(frames[index] ?? ground), top }
    if (!blocks.some((block) => block.type === 'chart')) return fitted(blocks, side, sect, setting)
    return mergeText(chartItems(blocks, side, sect, setting), 'body')
  })
  return [[...leadItems, ...items]]
}

/** Blocks under each other; what does not fit goes on to slides that continue this one. Tables are let out to the room that is left. */
function flowing(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const room = ground.bottom - ground.top
  const pieces = fitPieces(parts.body, ground, sect, setting)
  const groups = packPieces(pieces, room, setting).map((group) => letOut(group, room))
  return groups.map((group) => mergeText(placeStack(group, ground.left, ground.top), 'body'))
}

/** Pieces with those that can be set higher taking the room that is left. */
function letOut(pieces: readonly Piece[], room: number): Piece[] {
  const stretchOf = ({ flex }: Piece): number => flex?.stretch ?? 0
  const most = pieces.reduce((sum, piece) => sum + stretchOf(piece), 0)
  const part = Math.min(1, Math.max(0, room - stackHeight(pieces)) / (most || 1))
  return pieces.map((piece) => piece.resize?.(stretchOf(piece) * part) ?? piece)
}
