import { oneDay } from '../../dataset/figure/period.ts'
import type { SceneItem } from '../draw/scene/scene.ts'
import { categoryChart } from './category/category-chart.ts'
import { thin } from './category/ranged-marks.ts'
import { isStepped } from './category/steps.ts'
import {
  type DrawnMark,
  type FactScale,
  type FactSource,
  type Facts,
  getDatum,
  getEntry,
  getFieldValue,
  getPositionEntry,
  getStack,
  isTime,
  readFacts,
  scaledField,
} from './facts/facts.ts'
import type { Native, NativeChart } from './native-types.ts'
import { NotPossible } from './not-possible.ts'
import { hasPanels, toPanels } from './panels.ts'
import { pieChart } from './pie-chart.ts'
import { scatterChart } from './scatter/scatter-chart.ts'
import { isTick } from './scatter/scatter-series.ts'

/**
 * The chart of PowerPoint that says what a view says, from what Vega computed and drew; or why there is none.
 * Everything in the view
 * is accounted for: what can be neither data nor axis, label nor legend is kept as words and lines at its place, or
 * makes it a picture. Throws for a fault of Briefwright alone.
 */
export function toNativeChart(source: FactSource): Native {
  const toChart = (view: FactSource) => whole(choose(readFacts(view)))
  try {
    return hasPanels(source) ? toPanels(source, toChart) : toChart(source)
  } catch (error) {
    if (error instanceof NotPossible) return { type: 'picture', reason: error.message, asked: false }
    throw error
  }
}

/** The chart, if all its places are numbers. Throws NotPossible otherwise, as PowerPoint could not open the file. */
function whole(chart: NativeChart): NativeChart {
  const { plotArea, axes, shapes, plots, legend } = chart
  JSON.stringify([plotArea, axes, shapes, plots, legend], (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new NotPossible('not all its places are numbers')
    return value
  })
  return chart
}

const strange: Readonly<Record<string, string>> = {
  image: 'pictures',
  trail: 'lines of changing width',
  shape: 'maps',
  path: 'free shapes',
}

function choose(drawn: Facts): NativeChart {
  const facts = withoutSpans(withoutCaps(drawn))
  for (const { type } of facts.marks) {
    if (type in strange) throw new NotPossible(`PowerPoint charts have no ${strange[type]}`)
  }
  if (facts.marks.some(({ groups }) => groups.some((items) => items.some(({ blend }) => blend))))
    throw new NotPossible('its colours mix where they overlap')
  const data = facts.marks.filter(({ type }) => !['text', 'rule'].includes(type))
  if (data.some((mark) => !fillsPlot(facts, mark))) throw new NotPossible('its scales do not fill the plot')
  if (data.length === 0) return wordChart(facts)
  if (data.some(({ type }) => type === 'arc')) return pieChart(facts)
  if (data.every(isTick)) return scatterChart(facts)
  const bars = data.filter((mark) => mark.type === 'rect' && !isTick(mark))
  if (data.some(isTick) && bars.length === 0)
    throw new NotPossible('PowerPoint charts have no ticks over lines and points')
  const direction = getDirection(facts, data)
  if (direction === 'points' || (direction === 'bar' && areRanged(data))) return scatterChart(facts)
  if (direction === 'column' && haveNoCategories(facts, data)) return scatterChart(facts)
  return categoryChart(facts, direction === 'column' ? 'x' : 'y')
}

/** Whether the scales that place a mark run from edge to edge of the plot, as those of PowerPoint do. */
function fillsPlot({ scales, frame }: Facts, { encode }: DrawnMark): boolean {
  return (['x', 'y'] as const).every((channel) => {
    const range = scaleAt(scales, encode, channel)?.range ?? []
    const [low, high] = [Math.min(...range), Math.max(...range)]
    return range.length < 2 || (Math.abs(low) < 1 && Math.abs(high - frame[channel === 'x' ? 'width' : 'height']) < 1)
  })
}

/** The scale that places a mark on a channel. */
function scaleAt(scales: Facts['scales'], encode: DrawnMark['encode'], channel: string): FactScale | undefined {
  return scales.get(String(getEntry(encode, channel)?.scale ?? ''))
}

/** Words at places on two scales are points with labels. */
function wordChart(facts: Facts): NativeChart {
  const words = facts.marks.filter(({ type }) => type === 'text')
  const isPlaced = ({ encode }: DrawnMark) =>
    (['x', 'y'] as const).every((channel) => getPositionEntry(encode, channel)?.scale)
  if (words.length === 0 || !words.every(isPlaced)) throw new NotPossible('it draws nothing but words and rules')
  return scatterChart(facts)
}

/** Whether lying bars are lines that join points, or lead to them: no plot of points can stand over bars that lie. */
function areRanged(marks: readonly DrawnMark[]): boolean {
  const bars = marks.filter(({ type }) => type === 'rect').flatMap(({ groups }) => groups.flat())
  return marks.some(({ type }) => type === 'symbol') && bars.every(({ height = 0 }) => height <= thin)
}

/** Rectangles that reach over the whole plot along an axis that no field places them on are shapes. */
function withoutSpans(facts: Facts): Facts {
  const spans = facts.marks.filter((mark) => isSpan(facts, mark))
  if (spans.length === 0 || spans.length === facts.marks.length) return facts
  const marks = facts.marks.filter((mark) => !spans.includes(mark))
  return { ...facts, marks, spans: spans.flatMap(({ groups }) => groups.flat()) }
}

function isSpan({ frame }: Facts, { type, encode, groups }: DrawnMark): boolean {
  const isFree = (channel: 'x' | 'y') =>
    [channel, `${channel}2`, `${channel}c`].every((name) => getEntry(encode, name)?.scale === undefined)
  const items = groups.flat()
  const isWhole = (length: 'width' | 'height') =>
    items.every((item) => Math.abs((item[length] ?? 0) - frame[length]) < 1)
  return type === 'rect' && ((isFree('y') && isWhole('height')) || (isFree('x') && isWhole('width')))
}

/** Whether lines run in steps, or over times finer than days, which are places on a scale and no categories. */
function haveNoCategories({ scales }: Facts, marks: readonly DrawnMark[]): boolean {
  if (!marks.every(({ type }) => type === 'line' || type === 'symbol')) return false
  return marks.some(({ type, encode, groups }) => {
    const { scale = '', field = '' } = scaledField(encode, 'x') ?? {}
    const items = groups.flat()
    const isFine = () => items.some((item) => Number(getFieldValue(getDatum(item), field)) % oneDay !== 0)
    return (type === 'line' && isStepped(items[0]?.interpolate)) || (isTime(scales.get(scale)) && isFine())
  })
}

/** The ticks at the ends of error bars are theirs. */
function withoutCaps(facts: Facts): Facts {
  const marks = facts.marks.filter(({ style }) => !style.includes('errorbar-ticks'))
  return { ...facts, marks, hasCaps: marks.length < facts.marks.length }
}

function getDirection(facts: Facts, marks: readonly DrawnMark[]): 'column' | 'bar' | 'points' {
  const rooms = marks.filter(({ type }) => type === 'rect' || type === 'area')
  const directions = new Set(rooms.map((mark) => roomDirection(facts, mark)))
  const [direction] = directions
  if (directions.size > 1) throw new NotPossible('its bars lie in two directions')
  if (direction) return direction
  return marks.every((mark) => isOverCategories(facts, mark)) ? 'column' : 'points'
}

const discrete = ['band', 'point']

/** Bars and areas stand on the axis that their second end lies on. */
function roomDirection(facts: Facts, { type, encode, groups }: DrawnMark): 'column' | 'bar' {
  const getType = (channel: string) => scaleAt(facts.scales, encode, channel)?.type ?? ''
  if (type === 'area') {
    if (groups[0]?.[0]?.orient === 'horizontal') throw new NotPossible('PowerPoint draws no areas from the side')
    return 'column'
  }
  const [x, y] = [getType('x') || getType('xc'), getType('y') || getType('yc')]
  if (discrete.includes(x) && discrete.includes(y)) throw new NotPossible('PowerPoint has no heat maps')
  if (discrete.includes(x)) return 'column'
  if (discrete.includes(y)) return 'bar'
  const stands = (channel: 'x' | 'y') => standsOnBase(facts, encode, channel)
  if (stands('y')) return 'column'
  if (stands('x')) return 'bar'
  const [reachesAcross, reachesUp] = ['x2', 'y2'].map((channel) => getEntry(encode, channel) !== undefined)
  if (reachesUp && !reachesAcross) return 'column'
  if (reachesAcross && !reachesUp) return 'bar'
  throw new NotPossible('its bars stand on no axis')
}

function standsOnBase(facts: Facts, encode: DrawnMark['encode'], channel: 'x' | 'y'): boolean {
  const second = getEntry(encode, `${channel}2`)
  if (!second) return false
  if (typeof second.field !== 'string') return true
  return getStack(facts, second.field) !== undefined
}

/** Whether a line or points stand over categories or dates, one value each. */
function isOverCategories(facts: Facts, { type, encode, groups, facetBy }: DrawnMark): boolean {
  const [x = '', y = ''] = ['x', 'y'].map((channel) => scaleAt(facts.scales, encode, channel)?.type)
  if (discrete.includes(y)) return false
  const isTime = x === 'utc' || x === 'time'
  if (type === 'line') return (discrete.includes(x) || isTime) && groups.every((items) => isForward(items))
  if (isTime) return facts.marks.some((mark) => mark.type === 'line')
  return discrete.includes(x) && !facetBy.length && isOneEach(facts, groups.flat())
}

function isForward(items: readonly SceneItem[]): boolean {
  return items.every(({ x = 0 }, index) => index === 0 || x > (items[index - 1]?.x ?? 0))
}

function isOneEach(facts: Facts, items: readonly SceneItem[]): boolean {
  const keys = items.map(({ x, fill, stroke, shape }) => JSON.stringify([x, fill, stroke, shape]))
  return new Set(keys).size === keys.length || facts.marks.some(({ type }) => type === 'line')
}
