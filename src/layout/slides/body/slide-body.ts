import type { LayoutName } from '../../../document/layout-names.ts'
import { type Block, isPhoto, type Quote } from '../../../document/types.ts'
import { toPieces } from '../../pages/pieces/block-pieces.ts'
import { packPieces } from '../../pieces/pack-pieces.ts'
import { type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Item, Tag } from '../../types.ts'
import { type Frame, getColumn } from '../slide-frame.ts'
import { isBigNumber, isCardsAndChart, type SlideParts } from '../slide-parts.ts'
import { agendaItems } from './agenda.ts'
import { bigNumber } from './big-number.ts'
import { cardsOverChart, fitSetting } from './cards.ts'
import { besideEachOther, leadColumns } from './columns.ts'
import { chartItems, fitPieces, fitted, partIn, reportOverflow } from './fit-blocks.ts'
import { pictureAndText, pictureFilling } from './picture-body.ts'
import { timelineItems } from './timeline.ts'

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
    case 'comparison':
    case 'three-columns': {
      const lead = leadColumns(parts.body, parts.layout)
      if (lead) return [besideEachOther(lead, parts.layout, ground, sect, setting)]
      return misfit(
        parts,
        parts.layout === 'three-columns' ? '::::columns of three' : 'two columns or two charts',
        setting,
      )
    }
    case 'picture': {
      const [picture] = parts.body
      if (picture && isPhoto(picture) && parts.body.length === 1)
        return [pictureFilling(picture, ground, sect, setting)]
      return misfit(parts, 'a single picture', setting)
    }
    case 'picture-and-text':
      if (parts.body.length > 1 && parts.body.filter(isPhoto).length === 1)
        return [pictureAndText(parts.body, ground, sect, setting)]
      return misfit(parts, 'one picture and some text', setting)
    case 'big-number':
      if (isBigNumber(parts.body)) return [bigNumber(parts.body, ground, sect, setting)]
      return misfit(parts, ':::key-figures of one figure, with text or a chart or both', setting)
    case 'agenda': {
      const [list] = parts.body
      if (list?.type === 'list' && parts.body.length === 1)
        return [agendaItems(list, parts.section, ground, sect, setting)]
      return misfit(parts, '::contents, or a list', setting)
    }
    case 'timeline': {
      const [list] = parts.body
      if (list?.type === 'list' && parts.body.length === 1) return [timelineItems(list, ground, sect, setting)]
      return misfit(parts, 'one list, an item for each event', setting)
    }
    case 'quote':
      if (parts.body.length === 1 && parts.body[0]?.type === 'quote')
        return [quoteItems(parts.body[0], ground, sect, setting)]
      return misfit(parts, 'a single quote', setting)
    case 'title':
    case 'section':
    case 'statement':
    case 'appendix':
    case 'back':
    case 'key-figures':
      if (isCardsAndChart(parts.body)) return [cardsOverChart(parts.body, ground, sect, setting)]
      return flowing(parts, ground, sect, setting)
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
    about: 'lack',
  })
  return []
}

function describeBody(body: readonly Block[]): string {
  return body.length === 0 ? 'it is empty' : `it has ${body.map((block) => block.type).join(', ')}`
}

function fittingLayout(body: readonly Block[]): LayoutName {
  const charts = body.filter((block) => block.type === 'chart').length
  if (body.some(isPhoto)) return body.length === 1 ? 'picture' : 'picture-and-text'
  if (body.some((block) => block.type === 'columns')) return 'text'
  if (charts === 2) return 'two-charts'
  if (charts === 1) return body.length === 1 ? 'chart' : 'chart-and-text'
  if (body.length === 1 && body[0]?.type === 'quote') return 'quote'
  return body.some((block) => block.type === 'table') ? 'table' : 'text'
}

const chartPart = 0.66

/** Chart on eight columns of twelve, text on four; which stands left is the template's order. Where a layout has a wide place and a narrow one, the chart has the wide one. */
function chartAndText(body: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const chartBlocks = body.filter((block) => block.type === 'chart')
  const textBlocks = body.filter((block) => block.type !== 'chart')
  const chartFirst = body[0]?.type === 'chart'
  const [left, right] =
    ground.sides ?? partIn(ground, chartFirst ? chartPart : 1 - chartPart, setting.theme.slide.gutter * 2)
  const isUneven = Math.abs(left.width - right.width) > 0.2 * (left.width + right.width)
  const isChartLeft = isUneven ? left.width > right.width : chartFirst
  const charts = chartItems(chartBlocks, isChartLeft ? left : right, sect, setting)
  const text = fitted(textBlocks, isChartLeft ? right : left, sect, setting)
  return chartFirst ? [...charts, ...text] : [...text, ...charts]
}

/** A quote by itself: as large as its words allow, somewhat above the middle. */
function quoteItems(quote: Quote, ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const { styles, theme } = setting
  const room = ground.bottom - ground.top
  const set = (size: number, report: Setting['report']): Piece[] => {
    const large = { ...styles, quote: resized(styles.quote, size), small: styles.subtitle }
    return toPieces([quote], getColumn(ground.width * 0.85, setting, sect, size), { ...setting, styles: large, report })
  }
  let size = Math.round(theme.slide.body * 1.6)
  while (size > theme.slide.bodyMinimum && stackHeight(set(size, () => {})) > room) size -= 1
  const pieces = set(size, setting.report)
  const spare = room - stackHeight(pieces)
  if (spare < -0.5) reportOverflow(quote, -spare, setting)
  return mergeText(placeStack(pieces, ground.left, ground.top + Math.max(0, spare) * 0.35), 'body')
}

/** Blocks under each other; what does not fit goes on to slides that continue this one. Tables are let out to the room that is left. */
function flowing(parts: SlideParts, ground: Frame, sect: Tag[], setting: Setting): Item[][] {
  const room = ground.bottom - ground.top
  const pieces = fitPieces(parts.body, ground, sect, fitSetting(parts.body, ground, setting))
  const groups = packPieces(pieces, room, setting).map((group) => letOut(group, room))
  const spare = room - stackHeight(pieces)
  // Cards that leave more than a third of their slide free stand lower.
  const isLow = spare > room / 3 && parts.body.every(({ type }) => type === 'keyFigures')
  const top = ground.top + (isLow ? spare * 0.3 : 0)
  return groups.map((group) => mergeText(placeStack(group, ground.left, top), 'body'))
}

/** Pieces with those that can be set higher taking the room that is left. */
function letOut(pieces: readonly Piece[], room: number): Piece[] {
  const getStretch = ({ flex }: Piece): number => flex?.stretch ?? 0
  const most = pieces.reduce((sum, piece) => sum + getStretch(piece), 0)
  const part = Math.min(1, Math.max(0, room - stackHeight(pieces)) / (most || 1))
  return pieces.map((piece) => piece.resize?.(getStretch(piece) * part) ?? piece)
}
