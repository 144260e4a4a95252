import { unitMultiplierOf } from '../axis.ts'
import { withMarkers } from '../category/category-series.ts'
import { inSteps } from '../category/steps.ts'
import { getStretches, isStretch, withStems } from '../category/stretches.ts'
import type { FactItem } from '../facts/fact-item.ts'
import { type DrawnMark, type Facts, getText, scaledField } from '../facts/facts.ts'
import { isSame, mostCommon, type PlacedSeries } from '../facts/placed.ts'
import { fieldTitle } from '../facts/series-name.ts'
import { placedText, ruleShapes, spanShapes } from '../facts/shapes.ts'
import { matchTexts, toNativeLabels } from '../labels.ts'
import { chartFrame } from '../legend.ts'
import { cellFormat, inLegendOrder, legendSeries, toNativeSeries } from '../native-series.ts'
import type { NativeCell, NativeChart, NativeSeries } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { createSheet } from '../sheet.ts'
import { measureBubbles } from './bubble-sizes.ts'
import { axisName, inUnits, type PointAxes, type PointAxis, sharedAxis } from './scatter-axes.ts'
import { getLine, getPoints, getTicks, isOneLook, isTick, joined } from './scatter-series.ts'

/** A chart of points and lines over two scales. Throws NotPossible, saying why, for what PowerPoint cannot draw. */
export function scatterChart(facts: Facts): NativeChart {
  const marks = sortMarks(facts)
  const all = Object.values(marks).flat()
  const axes = { x: sharedAxis(facts, all, 'x'), y: sharedAxis(facts, all, 'y') }
  const { lines, points } = linesAndPoints(facts, marks, axes)
  const said = marks.words.flatMap((mark) =>
    getPoints(facts, mark, new Set(mark.groups.flat()), axes, true).map(unmarked),
  )
  const strokes = marks.ticks.flatMap((mark) => getTicks(facts, mark, axes))
  const { between, stemmed } = stretched(facts, marks.stretches, points, axes)
  const series = [...between, ...said, ...strokes, ...lines, ...stemmed].filter((one) => one.points.length > 0)
  const taken = new Set(marks.stretches.flatMap(({ groups }) => groups.flat()))
  return assemble(facts, inLegendOrder(facts, series), axes, taken)
}

/** The marks by what they become. */
interface SortedMarks {
  lines: DrawnMark[]
  symbols: DrawnMark[]
  ticks: DrawnMark[]
  stretches: DrawnMark[]
  /** Words that stand for points: they are their labels. */
  words: DrawnMark[]
}

function sortMarks({ marks }: Facts): SortedMarks {
  const ofType = (type: string) => marks.filter((mark) => mark.type === type)
  const ticks = marks.filter(isTick)
  const stretches = marks.filter((mark) => !isTick(mark) && isStretch(mark))
  if (ofType('area').length > 0 || !ofType('rect').every((mark) => isTick(mark) || stretches.includes(mark)))
    throw new NotPossible('it draws bars or areas over two scales of numbers')
  const isOfWords = marks.every(({ type }) => type === 'text' || type === 'rule')
  return {
    lines: ofType('line'),
    symbols: ofType('symbol'),
    ticks,
    stretches,
    words: isOfWords ? ofType('text') : [],
  }
}

/** Lines with the points on them as their markers, where each line has one kind of them; else lines without, and points. */
function linesAndPoints(
  facts: Facts,
  { lines, symbols }: SortedMarks,
  axes: PointAxes,
): { lines: PlacedSeries[]; points: PlacedSeries[] } {
  const bare = lines.flatMap((mark) => mark.groups.map((items) => getLine(facts, mark, items, axes)))
  const items = symbols.flatMap(({ groups }) => groups.flat())
  const marked = withMarkers(bare, items, facts.zoom)
  const isPlain = marked.lines.every(({ points }) => isOneLook(points))
  const left = new Set(isPlain ? marked.left : items)
  return {
    lines: (isPlain ? marked.lines : joined(facts, bare)).map(inSteps),
    points: symbols.flatMap((mark) => getPoints(facts, mark, left, axes, !isPlain)),
  }
}

/** Stretches from zero to points as their stems, others as series of their own. */
function stretched(
  facts: Facts,
  marks: readonly DrawnMark[],
  points: readonly PlacedSeries[],
  axes: PointAxes,
): { between: PlacedSeries[]; stemmed: readonly PlacedSeries[] } {
  return marks.reduce<{ between: PlacedSeries[]; stemmed: readonly PlacedSeries[] }>(
    ({ between, stemmed }, mark) => {
      const withOwn = withStems(facts, mark, stemmed, axes)
      if (withOwn) return { between, stemmed: withOwn }
      return { between: [...between, ...getStretches(facts, mark, axes)], stemmed }
    },
    { between: [], stemmed: points },
  )
}

const mostPoints = 5000

function assemble(
  facts: Facts,
  series: readonly PlacedSeries[],
  given: PointAxes,
  taken: ReadonlySet<FactItem>,
): NativeChart {
  if (series.length === 0) throw new NotPossible('nothing is drawn of its data')
  const count = series.reduce((sum, { points }) => sum + points.length, 0)
  if (count > mostPoints) throw new NotPossible(`it has ${count} points, too many to edit`)
  const texts = matchTexts(
    facts,
    facts.marks.filter(({ type }) => type === 'text'),
    series,
    () => ({ kind: 'point' }),
  )
  const said = texts.labels.flat().flatMap((label) => label.said ?? [])
  // Lengths along the other axis are not counted in its unit.
  const isAcross = series.some(({ errors }) => errors?.channel === 'x')
  const unitMultiplier = isAcross ? 0 : unitMultiplierOf(facts, given.y.scale, said)
  const axes = { x: given.x, y: inUnits(facts, given.y, 'y', unitMultiplier) }
  const { x, y } = axes
  const sheet = createSheet()
  const plotArea = {
    x: facts.origin[0] * facts.zoom,
    y: facts.origin[1] * facts.zoom,
    width: facts.frame.width * facts.zoom,
    height: facts.frame.height * facts.zoom,
  }
  const bubbles = measureBubbles(facts, series, Math.min(plotArea.width, plotArea.height))
  const isBubble = bubbles !== undefined
  const inLegend = legendSeries(facts, series)
  const natives = [...series, ...(bubbles?.measures ?? [])].map((one, index) =>
    toPointSeries(facts, one, toNativeLabels(texts.labels[index] ?? [], unitMultiplier, facts.language), sheet, axes, {
      isBubble,
      unitMultiplier,
      inLegend: inLegend.has(one),
    }),
  )
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
      ...texts.left.map(({ item }) => placedText(facts, item, places)),
      ...frame.shapes,
    ],
  }
}

function unmarked(series: PlacedSeries): PlacedSeries {
  return { ...series, points: series.points.map((point) => ({ ...point, marker: undefined })) }
}

/** Whether nothing of a series is seen but its words. */
function isUnmarked({ points, errors }: PlacedSeries): boolean {
  return !errors && points.every(({ marker, line }) => !marker && !line)
}

function toPointSeries(
  facts: Facts,
  series: PlacedSeries,
  labels: NativeSeries['labels'],
  sheet: ReturnType<typeof createSheet>,
  { x, y }: PointAxes,
  { isBubble, unitMultiplier, inLegend }: { isBubble: boolean; unitMultiplier: number; inLegend: boolean },
): NativeSeries {
  const getNames = (axis: PointAxis, cells: readonly NativeCell[]) =>
    axis.names
      ? sheet.add(
          axisName(facts, axis),
          cells.map((cell) => axis.names?.get(Math.round(Number(cell))) ?? null),
          'General',
          'any',
        )
      : undefined
  const [xs, ys] = [series.points.map((point) => point.x ?? null), series.points.map(({ value }) => value)]
  getNames(x, xs)
  getNames(y, ys)
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
    points: series.isUnseen
      ? []
      : series.points.flatMap(({ slot }, index) =>
          isSame(looks[index], common) ? [] : [{ index: slot, ...looks[index] }],
        ),
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
  const title = facts.legends.find(({ scales }) => 'size' in scales)?.title
  const field = facts.marks.flatMap(({ encode }) => scaledField(encode, 'size')?.field ?? [])[0] ?? 'size'
  const name = title && getText(title) !== '' ? getText(title) : fieldTitle(field)
  return series === '' ? name : `${series}: ${name}`
}
