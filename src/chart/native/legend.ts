import type { Point } from '../../graphics/types.ts'
import type { SceneItem } from '../draw/scene/scene.ts'
import { ruleShape, toAxisFigure, toAxisText } from './axis.ts'
import { type DrawnLegend, type Facts, getItemText } from './facts/facts.ts'
import type { NativeChart, NativeLegend, NativeShape } from './native-types.ts'
import { getFill, getFont } from './paint.ts'

/** What a chart has about its plot, whatever that is; `isDrawn`: its legend is no legend of PowerPoint's. */
export function chartFrame(
  facts: Facts,
  isDrawn = false,
): Omit<NativeChart, 'plotArea' | 'columns' | 'plots' | 'blanks' | 'axes'> {
  const { size, background, plotFill, language } = facts
  const [{ legend, shapes }, title] = [toLegend(facts, isDrawn), toTitle(facts)]
  return {
    ...{ type: 'native', size, background, plotFill, language, legend },
    title: title.title,
    shapes: [...shapes, ...title.shapes],
  }
}

/**
 * The chart's legend at Vega's place, with its title as words. What PowerPoint has no legend for is drawn, figure by
 * figure: sizes, colours
 * that run on, a second legend; `isDrawn`: the first one too.
 */
function toLegend(facts: Facts, isDrawn: boolean): Pick<NativeChart, 'legend' | 'shapes'> {
  const first = isDrawn ? undefined : facts.legends.find(isOfSeries)
  const drawn = facts.legends.filter((one) => one !== first).flatMap((one) => legendShapes(facts, one))
  if (!first) return { legend: undefined, shapes: drawn }
  const { zoom, origin, headingFamily } = facts
  const [entry] = first.entries
  const x1 = origin[0] + first.bounds.x1
  const y1 = origin[1] + first.bounds.y1
  const title = first.title && getItemText(first.title) !== '' ? first.title : undefined
  const titleHeight = title?.bounds ? title.bounds.y2 - title.bounds.y1 + 3 : 0
  return {
    legend: {
      side: getSide(first.orient),
      // An office program sets the words of a legend a little within its box.
      place: { x: x1 * zoom, y: Math.max(0, (y1 + titleHeight) * zoom - 4) },
      font: getFont(entry?.label ?? {}, zoom, headingFamily),
    },
    shapes: [...(title ? [toAxisText(facts, title, first)] : []), ...drawn],
  }
}

function isOfSeries({ channels, isGradient }: DrawnLegend): boolean {
  const isSize = 'size' in channels && !('fill' in channels) && !('stroke' in channels)
  return !isGradient && !isSize
}

function legendShapes(facts: Facts, { parts }: DrawnLegend): NativeShape[] {
  return parts.flatMap(({ mark, item, ...at }): NativeShape[] => {
    if (item.opacity === 0) return []
    switch (mark.marktype) {
      case 'text':
        return getItemText(item) === '' ? [] : [toAxisText(facts, item, at)]
      case 'symbol':
        return item.shape === 'stroke' ? symbolRule(facts, item, at) : symbolFigure(facts, item, at)
      case 'rect':
        return [
          toAxisFigure(facts, 'rect', { ...item, x: at.x + (item.x ?? 0), y: at.y + (item.y ?? 0) }, getFill(item)),
        ]
      default:
        return []
    }
  })
}

function symbolRule(facts: Facts, item: SceneItem, at: Point): NativeShape[] {
  const half = Math.sqrt(item.size ?? 64) / 2
  const { x = 0, y = 0 } = item
  return ruleShape(facts, { ...item, x: x - half, x2: x + half, y, y2: y }, at)
}

const figures = { square: 'rect', diamond: 'diamond', triangle: 'triangle', 'triangle-up': 'triangle' } as const

function symbolFigure(facts: Facts, item: SceneItem, at: Point): NativeShape[] {
  const width = Math.sqrt(item.size ?? 64)
  const { x = 0, y = 0, shape = 'circle' } = item
  const figure = Object.entries(figures).find(([name]) => name === shape)?.[1] ?? 'ellipse'
  const box = { ...item, x: at.x + x - width / 2, y: at.y + y - width / 2, width, height: width }
  return [toAxisFigure(facts, figure, box, getFill(item))]
}

function getSide(orient: string): NativeLegend['side'] {
  if (orient.startsWith('top')) return 'top'
  if (orient.startsWith('bottom')) return 'bottom'
  return orient === 'left' ? 'left' : 'right'
}

/** Of the width of a chart: office programs break a title that takes more, in the middle of its line. */
const titleShare = 0.7

/** The chart's title, and what else stands with it as words at its place; so does a title that runs upwards. */
function toTitle(facts: Facts): Pick<NativeChart, 'title' | 'shapes'> {
  const [title, ...shapes] = facts.titles
    .filter(({ item }) => getItemText(item) !== '')
    .map(({ item, ...at }) => toAxisText(facts, item, at))
  const isWide = title && (title.text.includes('\n') || title.box.width > titleShare * facts.size.width)
  return isWide || (title && title.angle !== 0) ? { title: undefined, shapes: [title, ...shapes] } : { title, shapes }
}
