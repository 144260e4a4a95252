import { mostCommon } from '../../../dataset/group-by.ts'
import { getWords } from '../../../locale/get-locale.ts'
import type { SceneItem } from '../../draw/scene/scene.ts'
import { getUnitMultiplier, toBox } from '../axis.ts'
import { withMarkers } from '../category/category-series.ts'
import { getRangedSeries, isRanged, withStems } from '../category/ranged-marks.ts'
import { inSteps } from '../category/steps.ts'
import { type DrawnMark, type Facts, getItemText, scaledField } from '../facts/facts.ts'
import { isSame, noPoint, type PlacedPoint, type PlacedSeries } from '../facts/placed.ts'
import { fieldTitle } from '../facts/series-name.ts'
import { placedTexts, ruleShapes, spanShapes } from '../facts/shapes.ts'
import { matchLabels, toNativeLabels } from '../labels.ts'
import { chartFrame } from '../legend.ts'
import { cellFormat, inLegendOrder, legendSeries, toNativeSeries } from '../native-series.ts'
import type { NativeChart, NativeSeries } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { createSheet, type Sheet } from '../sheet.ts'
import { toUnits } from '../unit-multiplier.ts'
import { axisName, inUnits, type PointFacts, sharedAxis } from './scatter-axes.ts'
import { getLine, getPoints, getTicks, isOneLook, isTick, joined } from './scatter-series.ts'

/** The part of the plot's shorter side that the largest bubble takes across. */
const largestPart = 0.25

/** A chart of points and lines over two scales. Throws NotPossible, saying why, for what PowerPoint cannot draw. */
export function scatterChart(drawn: Facts): NativeChart {
  const marks = sortMarks(drawn)
  const all = Object.values(marks).flat()
  const facts = { ...drawn, axis: { x: sharedAxis(drawn, all, 'x'), y: sharedAxis(drawn, all, 'y') } }
  const { lines, points } = linesAndPoints(facts, marks)
  const said = marks.words.flatMap((mark) => getPoints(facts, mark, new Set(mark.groups.flat()), true).map(unmarked))
  const strokes = marks.ticks.flatMap((mark) => getTicks(facts, mark))
  const { between, stemmed } = splitRanged(facts, marks.ranged, points)
  const series = [...between, ...said, ...strokes, ...lines, ...stemmed].filter((one) => one.points.length > 0)
  const taken = new Set(marks.ranged.flatMap(({ groups }) => groups.flat()))
  return assemble(facts, inLegendOrder(facts, series), taken)
}

type SortedMarks = ReturnType<typeof sortMarks>

/** The marks by what they become. */
function sortMarks({ marks }: Facts) {
  const ofType = (type: string) => marks.filter((mark) => mark.type === type)
  const ticks = marks.filter(isTick)
  const ranged = marks.filter((mark) => !isTick(mark) && isRanged(mark))
  if (ofType('area').length > 0 || !ofType('rect').every((mark) => isTick(mark) || ranged.includes(mark)))
    throw new NotPossible('it draws bars or areas over two scales of numbers')
  const isOfWords = marks.every(({ type }) => type === 'text' || type === 'rule')
  return {
    lines: ofType('line'),
    symbols: ofType('symbol'),
    ticks,
    ranged,
    /** Words that stand for points: they are their labels. */
    words: isOfWords ? ofType('text') : [],
  }
}

/** Lines whose points are their markers, where each line has one kind; else lines without markers, and points. */
function linesAndPoints(
  facts: PointFacts,
  { lines, symbols }: SortedMarks,
): { lines: PlacedSeries[]; points: PlacedSeries[] } {
  const bare = lines.flatMap((mark) => mark.groups.map((items) => getLine(facts, mark, items)))
  const items = symbols.flatMap(({ groups }) => groups.flat())
  const marked = withMarkers(bare, items, facts.zoom)
  const isPlain = marked.lines.every(({ points }) => isOneLook(points))
  const left = new Set(isPlain ? marked.left : items)
  return {
    lines: (isPlain ? marked.lines : joined(facts, bare)).map(inSteps),
    points: symbols.flatMap((mark) => getPoints(facts, mark, left, !isPlain)),
  }
}

/** Ranges from zero to points as their stems, others as series of their own. */
function splitRanged(
  facts: PointFacts,
  marks: readonly DrawnMark[],
  points: readonly PlacedSeries[],
): { between: PlacedSeries[]; stemmed: readonly PlacedSeries[] } {
  return marks.reduce<{ between: PlacedSeries[]; stemmed: readonly PlacedSeries[] }>(
    ({ between, stemmed }, mark) => {
      const withOwn = withStems(facts, mark, stemmed)
      if (withOwn) return { between, stemmed: withOwn }
      return { between: [...between, ...getRangedSeries(facts, mark)], stemmed }
    },
    { between: [], stemmed: points },
  )
}

const mostPoints = 5000

function assemble(given: PointFacts, series: readonly PlacedSeries[], taken: ReadonlySet<SceneItem>): NativeChart {
  if (series.length === 0) throw new NotPossible('nothing is drawn of its data')
  const count = series.reduce((sum, { points }) => sum + points.length, 0)
  if (count > mostPoints) throw new NotPossible(`it has ${count} points, too many to edit`)
  const texts = matchLabels(given, series)
  const said = texts.labels.flat().map((label) => label.said)
  // Lengths along the other axis are not counted in its unit.
  const isAcross = series.some(({ errors }) => errors?.channel === 'x')
  const unitMultiplier = isAcross ? 0 : getUnitMultiplier(given, given.axis.y.scale, said)
  const acrossMultiplier = isAcross ? 0 : getUnitMultiplier(given, given.axis.x.scale, [])
  const x = inUnits(given, given.axis.x, 'x', acrossMultiplier)
  const y = inUnits(given, given.axis.y, 'y', unitMultiplier)
  const facts = { ...given, axis: { x, y } }
  const sheet = createSheet()
  const plotArea = toBox(facts, facts.frame)
  const bubbles = measureBubbles(facts, series, Math.min(plotArea.width, plotArea.height))
  const isBubble = bubbles !== undefined
  const inLegend = legendSeries(facts, series)
  const natives = [...series, ...(bubbles?.measures ?? [])].map((one, index) =>
    toPointSeries(facts, one, toNativeLabels(texts.labels[index] ?? [], unitMultiplier, facts.language), sheet, {
      isBubble,
      unitMultiplier,
      acrossMultiplier,
      inLegend: inLegend.has(one),
    }),
  )
  // Nothing of it is seen but its words.
  const isUnmarked = ({ points, errors }: PlacedSeries) =>
    !errors && points.every(({ marker, line }) => !marker && !line)
  const frame = chartFrame(facts, series.every(isUnmarked))
  const places = { x: x.place, y: y.place }
  return {
    ...frame,
    plotArea,
    columns: sheet.columns(),
    plots: [
      bubbles
        ? { kind: 'bubble', axes: 'primary', series: natives, scale: bubbles.scale }
        : { kind: 'scatter', axes: 'primary', series: natives },
    ],
    blanks: 'gap',
    axes: { primary: { category: x.axis, value: y.axis } },
    shapes: [
      ...spanShapes(facts, places),
      ...ruleShapes(facts, places, taken),
      ...x.shapes,
      ...y.shapes,
      ...placedTexts(facts, texts.left, places),
      ...frame.shapes,
    ],
  }
}

function unmarked(series: PlacedSeries): PlacedSeries {
  return { ...series, points: series.points.map((point) => ({ ...point, marker: undefined })) }
}

interface PointSetting {
  isBubble: boolean
  /** The powers of ten that cells of the upright and of the lying axis are divided by. */
  unitMultiplier: number
  acrossMultiplier: number
  inLegend: boolean
}

function toPointSeries(
  facts: PointFacts,
  series: PlacedSeries,
  labels: NativeSeries['labels'],
  sheet: Sheet,
  { isBubble, unitMultiplier, acrossMultiplier, inLegend }: PointSetting,
): NativeSeries {
  const { x, y } = facts.axis
  const xs = series.points.map((point) => (point.x === undefined ? null : toUnits(point.x, acrossMultiplier)))
  const ys = series.points.map(({ value }) => value)
  for (const [axis, cells] of [[x, xs] as const, [y, ys] as const]) {
    const { names } = axis
    const named = names && cells.map((cell) => names.get(Math.round(Number(cell))) ?? null)
    if (named) sheet.add(axisName(facts, axis), named, 'General', 'any')
  }
  const categories = sheet.add(`${axisName(facts, x)}${x.names ? order : ''}`, xs, x.format, 'any')
  const isOrder = y.names !== undefined && series.name === axisName(facts, y)
  const named = isOrder ? { ...series, name: `${series.name}${order}` } : series
  const native = toNativeSeries(named, labels, {
    sheet,
    categories,
    format: cellFormat(labels, y.format, unitMultiplier, series.points),
    unitMultiplier,
    inLegend,
  })
  if (!isBubble) return native
  const looks = series.points.map(({ marker }) => ({ fill: marker?.fill, line: marker?.line }))
  const common = mostCommon(looks)
  return {
    ...native,
    fill: common?.fill,
    line: common?.line,
    points: series.isUnseen ? [] : looks.flatMap((look, index) => (isSame(look, common) ? [] : [{ index, ...look }])),
    sizes: sheet.add(
      sizeName(facts, inLegend || series.isUnseen ? series.name : ''),
      series.points.map(({ size }) => size ?? null),
      'General',
    ),
  }
}

/** After the name of categories that are told by their place in the order. */
const order = ' #'

/** What sizes are called: by their legend, or by their field. */
function sizeName(facts: Facts, series: string): string {
  const title = facts.legends.find(({ channels }) => 'size' in channels)?.title
  const field = facts.marks.flatMap(({ encode }) => scaledField(encode, 'size')?.field ?? [])[0] ?? 'size'
  const name = title && getItemText(title) !== '' ? getItemText(title) : fieldTitle(field)
  return series === '' ? name : `${series}: ${name}`
}

/**
 * The sizes of bubbles whose areas are as their values: `scale`, in per cent of the size that PowerPoint gives the
 * largest, and the unseen bubble that measures them; undefined where there are none such: then sizes are looks of
 * points, and no data. An unseen
 * bubble keeps the others as Vega draws them, and as the legend says, whichever of them is edited; LibreOffice heeds no
 * scale.
 */
function measureBubbles(facts: Facts, series: readonly PlacedSeries[], side: number) {
  const points = series.flatMap((one) => one.points)
  const sized = points.flatMap((point) => toSized(point))
  const [first] = sized
  if (!first || sized.length < points.length || !series.every(({ kind }) => kind === 'points')) return undefined
  const areas = sized.filter(({ value }) => value > 0).map(({ value, area }) => area / value)
  const [least, most] = [Math.min(...areas), Math.max(...areas)]
  if (areas.length === 0 || most > least * 1.05) return undefined
  const whole = (side * largestPart) / facts.zoom
  const largest = Math.max(...sized.map(({ area }) => area))
  const scale = Math.round((Math.sqrt(largest) / whole) * 100)
  if (scale >= 100) return { scale: Math.min(300, scale), measures: [] as PlacedSeries[] }
  return { scale: 100, measures: [measure(facts, series, first.point, Number((whole ** 2 / most).toPrecision(4)))] }
}

function toSized(point: PlacedPoint): { point: PlacedPoint; value: number; area: number }[] {
  const { size, item } = point
  return size === undefined || !item ? [] : [{ point, value: size, area: item.size ?? 0 }]
}

function measure(
  { language }: Facts,
  [first]: readonly PlacedSeries[],
  { x, value }: PlacedPoint,
  size: number,
): PlacedSeries {
  return {
    kind: 'points',
    name: getWords(language).charts.sizeScale,
    grouping: 'standard',
    scale: first?.scale ?? '',
    layer: 0,
    isUnseen: true,
    points: [{ ...noPoint, x, value, size }],
  }
}
