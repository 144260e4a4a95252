import { errorAt } from '../../../diagnostic.ts'
import type { LayoutName } from '../../../document/layout-names.ts'
import { type Block, isPhoto, type Quote } from '../../../document/types.ts'
import { getColumn, toPieces } from '../../pages/pieces/block-pieces.ts'
import { packPieces } from '../../pieces/pack-pieces.ts'
import { type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { chooseLayoutName, isBigNumber, isCardsAndChart, type SlideParts } from '../slide-parts.ts'
import { agendaItems } from './agenda.ts'
import { bigNumber } from './big-number.ts'
import { cardsOverChart, fitSetting } from './cards.ts'
import { besideEachOther, leadColumns } from './columns.ts'
import { chartItems, fitColumn, fitFirst, fitPieces, fitSize, fitted, letOut, partIn } from './fit-blocks.ts'
import { pictureAndText, pictureFilling } from './picture-body.ts'
import { timelineItems } from './timeline.ts'

/** The items of a slide's body, and of the slides that continue it. */
export function bodyItems(parts: SlideParts, ground: Frame, setting: Setting): Item[][] {
  return laidOut(parts, ground, setting) ?? misfit(parts, setting)
}

/** What the layouts hold that do not hold everything. */
const wants: Partial<Record<LayoutName, string>> = {
  chart: 'a single chart',
  'chart-and-text': 'one chart and some text',
  'two-charts': 'two columns or two charts',
  comparison: 'two columns or two charts',
  'three-columns': '::::columns of three',
  picture: 'a single picture',
  'picture-and-text': 'one picture and some text',
  'big-number': ':::key-figures of one figure, with text or a chart or both',
  agenda: '::contents, or a list',
  timeline: 'one list, an item for each event',
  quote: 'a single quote',
}

/** Undefined where the layout does not hold what stands on the slide. */
function laidOut(parts: SlideParts, ground: Frame, setting: Setting): Item[][] | undefined {
  const { body, layout } = parts
  const [only] = body.length === 1 ? body : []
  const charts = body.filter(({ type }) => type === 'chart').length
  switch (layout) {
    case 'chart':
      return only && charts === 1 ? [chartItems(body, ground, setting)] : undefined
    case 'chart-and-text':
      return !only && charts === 1 ? [chartAndText(body, ground, setting)] : undefined
    case 'two-charts':
    case 'comparison':
    case 'three-columns': {
      const lead = leadColumns(body, layout)
      return lead && [besideEachOther(lead, layout, ground, setting)]
    }
    case 'picture':
      return only && isPhoto(only) ? [pictureFilling(only, ground, setting)] : undefined
    case 'picture-and-text':
      return !only && body.filter(isPhoto).length === 1 ? [pictureAndText(body, ground, setting)] : undefined
    case 'big-number':
      return isBigNumber(body) ? [bigNumber(body, ground, setting)] : undefined
    case 'agenda':
      return only?.type === 'list' ? [agendaItems(only, parts.section, ground, setting)] : undefined
    case 'timeline':
      return only?.type === 'list' ? [timelineItems(only, ground, setting)] : undefined
    case 'quote':
      return only?.type === 'quote' ? [quoteItems(only, ground, setting)] : undefined
    default:
      return isCardsAndChart(body) ? [cardsOverChart(body, ground, setting)] : flowing(parts, ground, setting)
  }
}

function misfit({ body, layout, place }: SlideParts, setting: Setting): Item[][] {
  const types = body.map(({ type }) => type).join(', ')
  setting.report(
    errorAt(
      place,
      `the layout ${layout} does not fit this slide: ${types === '' ? 'it is empty' : `it has ${types}`}`,
      {
        expected: wants[layout],
        hint:
          types === ''
            ? 'give it something to show, or take it out; a chart or table whose figures are all said to be absent is left out'
            : `leave the layout out, or name the one that fits: ${chooseLayoutName(body, false)}`,
        about: 'lack',
      },
    ),
  )
  return []
}

/** What a chart takes of the width beside few words, words, and a table. */
const chartPart = { few: 0.72, words: 0.66, table: 0.56 } as const

/**
 * Chart on eight of twelve columns, text on four, or on less if short; the template's order decides sides.
 * Of a layout's wide and narrow places the chart has the wide one.
 */
function chartAndText(body: readonly Block[], ground: Frame, setting: Setting): Item[] {
  const chartBlocks = body.filter((block) => block.type === 'chart')
  const textBlocks = body.filter((block) => block.type !== 'chart')
  const chartFirst = body[0]?.type === 'chart'
  const isTable = textBlocks.length === 1 && textBlocks[0]?.type === 'table'
  const usual = chartSides(ground, chartFirst, isTable ? chartPart.table : chartPart.words, setting)
  const own = isTable ? fitSetting(textBlocks, usual.words, setting) : setting
  const size = fitSize(textBlocks, usual.words, own)
  const few = chartSides(ground, chartFirst, chartPart.few, setting)
  const step = { larger: size / setting.theme.slide.body, free: 0.2 }
  const isFew = step.larger > 1 && fitSize(textBlocks, few.words, own, [step]) === size
  const sides = isFew ? few : usual
  const charts = chartItems(chartBlocks, sides.chart, setting)
  const text = fitted(textBlocks, sides.words, own, size)
  return chartFirst ? [...charts, ...text] : [...text, ...charts]
}

function chartSides(ground: Frame, chartFirst: boolean, part: number, { theme }: Setting) {
  const [left, right] = ground.sides ?? partIn(ground, chartFirst ? part : 1 - part, theme.slide.gutter * 2)
  const isUneven = Math.abs(left.width - right.width) > 0.2 * (left.width + right.width)
  const isChartLeft = isUneven ? left.width > right.width : chartFirst
  return isChartLeft ? { chart: left, words: right } : { chart: right, words: left }
}

/** A quote by itself: as large as its words allow, somewhat above the middle. */
function quoteItems(quote: Quote, ground: Frame, setting: Setting): Item[] {
  const { styles, theme } = setting
  const largest = Math.round(theme.slide.body * 1.6)
  const sizes = Array.from({ length: largest - theme.slide.bodyMinimum }, (_, step) => largest - step - 1)
  const set = (size: number, own: Setting): Piece[] => {
    const large = { ...styles, quote: resized(styles.quote, size), small: styles.subtitle }
    return toPieces([quote], getColumn(ground.width * 0.85, { ...own, styles: large }, size))
  }
  const { pieces, spare } = fitFirst([largest, ...sizes], ground.bottom - ground.top, setting, set, quote)
  return mergeText(placeStack(pieces, ground.left, ground.top + Math.max(0, spare) * 0.35), 'body')
}

/**
 * Stacked blocks, footnotes last (below the text in an organisation's template, whose one place it fills).
 * What does not fit goes on to further slides; tables spread to the room that is left.
 */
function flowing(parts: SlideParts, ground: Frame, setting: Setting): Item[][] {
  const notes = setting.reference ? [] : parts.body.filter(({ type }) => type === 'footnote')
  const body = parts.body.filter((block) => !notes.includes(block))
  if (notes.length > 0 && body.length > 0) {
    const foot = fitPieces(notes, ground, setting)
    const top = ground.bottom - stackHeight(foot)
    const above = flowing({ ...parts, body }, { ...ground, bottom: top - setting.theme.slide.gutter }, setting)
    return [...above.slice(0, -1), [...(above.at(-1) ?? []), ...mergeText(placeStack(foot, ground.left, top), 'body')]]
  }
  const room = ground.bottom - ground.top
  const own = fitSetting(parts.body, ground, setting)
  const pieces = fitPieces(parts.body, ground, own, fitColumn(parts.body, ground, own))
  const groups = packPieces(pieces, room, setting).map((group) => letOut(group, room))
  const spare = room - stackHeight(pieces)
  // Cards that leave more than a third of their slide free stand lower.
  const isLow = spare > room / 3 && parts.body.every(({ type }) => type === 'keyFigures')
  const top = ground.top + (isLow ? spare * 0.3 : 0)
  return groups.map((group) => mergeText(placeStack(group, ground.left, top), 'body'))
}
