import { compileSpec } from '../../chart/bind/compile-spec.ts'
import { stringsIn } from '../../chart/shown/lineage.ts'
import { isNumberScale } from '../../chart/shown/number-scales.ts'
import { isJsonObject, type Json, type JsonObject, objectsIn, walkObjects } from '../../chart/spec/json/json.ts'
import { specError } from '../../chart/spec/json/spec-file.ts'
import { getUpdate, markName } from '../../chart/spec/vega-marks.ts'
import type { Chart } from '../../chart/types.ts'
import { parsePeriod } from '../../dataset/figure/period.ts'
import { getTermUnit, unequal } from '../../dataset/figure/unit/term-unit.ts'
import { isPercentage, percent } from '../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { counts } from '../../document/claim/operand.ts'
import { anyPattern } from '../../locale/words/lexicons.ts'
import { specTitles } from '../heads/read-heads.ts'

/**
 * Misleading axes, each with its remedy: bars and areas not from zero, reversed and logarithmic axes,
 * two scales on one chart, time that is not to scale, half-years beside years.
 */
export function checkAxes(chart: Chart, dataset: Dataset): Diagnostic[] {
  const { spec } = compileSpec(chart)
  const faults = new Map<string, Diagnostic>()
  const tell = ({ severity, message, hint }: Fault) => {
    const fault: Diagnostic = { ...specError(chart, ['encoding'], message), severity, kind: 'axis', hint }
    faults.set(message, fault)
  }
  // Of shares a hundred is the whole, as zero is nothing.
  const isWhole = ({ value }: Fault) => value === 100 && chart.rows.every(({ unit }) => unit === 'percent')
  // Of ranks the first is at the top.
  const ranks = rankFields(spec)
  const isRank = ({ fields = [] }: Fault) => fields.length > 0 && fields.every((field) => ranks.has(field))
  // A chart whose title says that its scale is logarithmic.
  const isLogSaid = specTitles(chart).some(({ text }) => logarithms.test(text))
  const isSaid = ({ message }: Fault) => isLogSaid && message.endsWith(', log')
  const sizes = chart.observations.map(({ quantity }) => quantity.value.toNumber())
  const found = [
    ...groupFaults(spec, [], Math.max(...sizes)),
    ...panelFaults(spec, chart.observations),
    ...periodFaults(chart.observations, spec),
    ...orderFaults(chart, spec),
    ...unitFaults(chart, dataset),
    ...stackFaults(spec),
  ]
  for (const fault of found) if (!isWhole(fault) && !isRank(fault) && !isSaid(fault)) tell(fault)
  return [...faults.values()]
}

const logarithms = anyPattern('logarithm')

interface Fault {
  severity: 'error' | 'warning'
  message: string
  hint: string
  /** Of a mark at a number: which. */
  value?: number | undefined
  /** Of an axis: the fields on it. */
  fields?: readonly string[] | undefined
}

/** What a chart tells wrongly. */
function error(message: string, hint: string, value?: number): Fault {
  return { severity: 'error', message, hint, value }
}

/** What a chart may tell wrongly. */
function warning(message: string, hint: string, fields?: readonly string[]): Fault {
  return { severity: 'warning', message, hint, fields }
}

/** The fields that say a place in an order. */
function rankFields(spec: JsonObject): ReadonlySet<Json> {
  const windows = walkObjects(spec)
    .map(([one]) => one)
    .filter(({ type }) => type === 'window')
  const isRank = (op: Json | undefined) => /^(?:(?:dense_)?rank|row_number)$/.test(String(op))
  return new Set(
    windows.flatMap(({ ops, as }) =>
      Array.isArray(ops) && Array.isArray(as) ? as.filter((_, index) => isRank(ops[index])) : [],
    ),
  )
}

/** Faults in a group of a Vega spec and its inner groups. `outer`: scales around it; `most`: largest figure shown. */
function groupFaults(group: JsonObject, outer: readonly JsonObject[], most: number): Fault[] {
  const own = objectsIn(group.scales)
  const scales = [...own, ...outer]
  const marks = objectsIn(group.marks)
  return [
    ...own.flatMap((scale) => scaleFaults(scale, own)),
    ...twoScaleFaults(plotMarks(group), scales),
    ...marks.flatMap((mark) =>
      mark.type === 'group' ? groupFaults(mark, scales, most) : markFaults(mark, scales, most),
    ),
  ]
}

function scaleFaults(scale: JsonObject, beside: readonly JsonObject[]): Fault[] {
  if (!isQuantity(scale) && scale.type !== 'time' && scale.type !== 'utc') return []
  const faults: Fault[] = []
  const domain = getNumbers(scale.domain)
  const isFalling = domain.length >= 2 && (domain[0] ?? 0) > (domain.at(-1) ?? 0)
  // Women to the left, men to the right: both from the middle, and to the same length.
  const isMirror = (one: JsonObject) =>
    one !== scale && one.reverse !== true && domain.length > 0 && String(one.domain) === String(scale.domain)
  const isWrong = isOnAxis(scale) && (scale.reverse === true || isFalling || isTurned(scale))
  if (isWrong && !(/_x$/.test(String(scale.name)) && beside.some(isMirror))) {
    const hint = 'take reverse, the falling domain or the turned range out of its scale'
    faults.push(warning(`an axis that runs the wrong way round: ${String(scale.name)}`, hint, domainFields(scale)))
  }
  if (domain.length > 2) {
    const hint = 'let its domain have two ends, and show the large value in a chart of its own'
    faults.push(warning(`a broken axis: ${String(scale.name)}`, hint))
  }
  if (
    (isOnAxis(scale) || /(?:^|_)size$/.test(String(scale.name))) &&
    (scale.type === 'log' || scale.type === 'pow' || scale.type === 'sqrt' || scale.type === 'symlog')
  ) {
    const message = `an axis on which equal steps are no equal amounts: ${String(scale.name)}, ${scale.type}`
    faults.push(warning(message, 'use a linear scale, or show growth as rates'))
  }
  // Vega's own grow by the root, as surfaces do.
  if (/(?:^|_)radius$/.test(String(scale.name)) && scale.type === 'linear')
    faults.push(warning(`radii as long as the figures: ${String(scale.name)}`, 'take the type out of its scale'))
  return faults
}

/** A range from the height down is Vega's own for a y axis, from 0 up for an x axis. */
function isTurned({ name, range }: JsonObject): boolean {
  if (!Array.isArray(range) || range.length !== 2) return false
  const [from, to] = range
  return /(?:^|_)x$/.test(String(name)) ? to === 0 && from !== 0 : from === 0 && to !== 0
}

function markFaults(mark: JsonObject, scales: readonly JsonObject[], most: number): Fault[] {
  const update = getUpdate(mark)
  const isBar = mark.type === 'rect' && markName(mark) === 'bar'
  const isArea = mark.type === 'area'
  if (mark.type === 'text') return constantFaults(update, scales)
  const wrong = [
    ...constantFaults(update, scales),
    ...movedFaults(update, scales),
    ...cutFaults(update, scales, most),
    ...lineFaults(mark, update, scales),
    ...(isBar ? widthFaults(update, scales) : []),
  ]
  // A band lies between two figures, and has no length that is compared.
  const isBand = isArea && isJsonObject(update.y2) && typeof update.y2.field === 'string' && !isStacked(update.y2.field)
  if ((!isBar && !isArea && mark.type !== 'symbol') || isBand) return wrong
  const from = [isBar || isArea ? ['y2', 'x2'] : ['size']]
    .flat()
    .filter((channel) => channel === 'size' || !isOtherEnd(update[channel]))
    .flatMap((channel) => measured(update[channel], scales))
  const short = from.filter((scale) => !reachesZero(scale))
  const message = `${isBar ? 'bars' : isArea ? 'an area' : 'sizes of points'} whose axis does not begin at zero`
  const hint = 'take zero: false or the domain out of its scale, or draw points or a line'
  return [...short.map((scale) => error(`${message}: ${String(scale.name)}`, hint)), ...wrong]
}

/** Whether a bar ends at another figure or a bin's end, so that its length is not compared with others from zero. */
function isOtherEnd(encoding: Json | undefined): boolean {
  const field = isJsonObject(encoding) ? encoding.field : undefined
  return typeof field === 'string' && (!isStacked(field) || field.startsWith('bin_'))
}

/** Whether a field is an end of Vega-Lite's stacks. */
function isStacked(field: string): boolean {
  return /_(?:start|end)$/.test(field)
}

/** A mark at a number that the spec says: a bar of 50, a rule at 80. Zero is a base line. */
function constantFaults(update: JsonObject, scales: readonly JsonObject[]): Fault[] {
  return ['x', 'y', 'x2', 'y2', 'xc', 'yc', 'startAngle', 'endAngle'].flatMap((channel) => {
    const encoding = update[channel]
    const value = isJsonObject(encoding) ? encoding.value : undefined
    if (typeof value !== 'number' || value === 0) return []
    const hint = 'put the figure into data/ and bind it: a target is an indicator too'
    const fault = error(`a mark at a number that comes from no figure: ${value}`, hint, value)
    return measured(encoding, scales).map(() => fault)
  })
}

/** Marks beyond the end of their axis or scale of colours, so that the largest figures look like others. */
function cutFaults(update: JsonObject, scales: readonly JsonObject[], most: number): Fault[] {
  return ['x', 'y', 'fill', 'stroke'].flatMap((channel) => {
    const encoding = update[channel]
    const field = isJsonObject(encoding) ? String(encoding.field) : ''
    if (!/^value(?:_end)?$/.test(field)) return []
    return measured(encoding, scales).flatMap(({ domain, name }): Fault[] => {
      const ends = getNumbers(domain)
      const end = Math.max(...ends)
      // Of a stack that is a whole, the shares end at one.
      if (ends.length < 2 || end >= most || (end === 1 && isStacked(field))) return []
      const hint = `let its domain reach ${most}, or take it out of the scale`
      return channel.length === 1
        ? [error(`an axis that ends before its figures: ${String(name)}`, hint)]
        : [warning(`colours that end before their figures: ${String(name)}`, hint)]
    })
  })
}

/** Bars of which the width is an amount too, so that their surface says another. */
function widthFaults({ width, height, x, y }: JsonObject, scales: readonly JsonObject[]): Fault[] {
  const isTwice = [width, height].some((side) => measured(side, scales).length > 0)
  const isLong = [x, y].some((end) => measured(end, scales).length > 0)
  const hint = 'take "size" out of their encoding'
  return isTwice && isLong ? [warning('bars that are as wide as an amount', hint)] : []
}

/** A mark that is moved away from where its figure puts it; a few points part what would lie on each other. */
function movedFaults(update: JsonObject, scales: readonly JsonObject[]): Fault[] {
  return ['x', 'y', 'x2', 'y2'].flatMap((channel) => {
    const encoding = update[channel]
    const offset = isJsonObject(encoding) ? encoding.offset : undefined
    if (typeof offset !== 'number' || Math.abs(offset) <= 4) return []
    const hint = `take ${channel}Offset out of the mark: where it stands is what it says`
    const fault = error(`a mark moved away from its figure: ${offset} on ${channel}`, hint)
    return measured(encoding, scales).map(() => fault)
  })
}

/** A curve that leaves its points or goes beyond them, or a line that does not follow the order of time. */
function lineFaults(mark: JsonObject, { interpolate, x }: JsonObject, scales: readonly JsonObject[]): Fault[] {
  const curve = isJsonObject(interpolate) ? String(interpolate.value) : 'linear'
  const isOnTime =
    isJsonObject(x) && scales.some(({ name, type }) => name === x.scale && (type === 'time' || type === 'utc'))
  const order = isJsonObject(mark.sort) ? stringsIn(mark.sort.field) : []
  const isBack = isOnTime && mark.type === 'line' && order.some((one) => one !== 'x' && !one.includes(String(x.field)))
  return [
    ...(/^(?:linear|monotone|step)/.test(curve)
      ? []
      : [warning(`a curve that no figure is on: ${curve}`, 'use "monotone", "step" or straight lines')]),
    ...(isBack ? [warning('a line that runs back in time', 'take "order" out of its encoding')] : []),
  ]
}

/** Figures on one scale that cannot be compared: an amount of money and a number of complaints. */
function unitFaults({ mixed = [] }: Chart, dataset: Dataset): Fault[] {
  return mixed.flatMap((figures) => {
    // Growth in per cent has contributions in points.
    const unit = ({ quantity }: Observation) => getTermUnit(isPercentage(quantity.unit) ? percent.id : quantity.unit)
    const amount = figures.find((figure) => !counts(figure, dataset))
    const other = amount && figures.find((figure) => unequal(unit(amount), unit(figure)))
    if (!other) return []
    const hint = 'draw a chart of each, or show both as an index'
    return [warning(`figures of two units on one axis: ${amount.key}, ${other.key}`, hint)]
  })
}

/** Stacks around their middle, of which no axis says where a piece begins. */
function stackFaults(spec: JsonObject): Fault[] {
  const isCentred = walkObjects(spec).some(([{ type, offset }]) => type === 'stack' && offset === 'center')
  const hint = 'take "stack": "center" out'
  return isCentred ? [warning('a stack that does not begin at zero', hint)] : []
}

/** The quantitative scale that a channel is measured on. */
function measured(encoding: Json | undefined, scales: readonly JsonObject[]): JsonObject[] {
  const name = isJsonObject(encoding) ? encoding.scale : undefined
  return scales.filter((scale) => scale.name === name && isQuantity(scale))
}

function reachesZero(scale: JsonObject): boolean {
  const domain = getNumbers(scale.domain)
  const ends = [...domain, ...getNumbers(scale.domainMin), ...getNumbers(scale.domainMax)]
  if (scale.domainMin !== undefined) return getNumbers(scale.domainMin).every((end) => end <= 0)
  if (domain.length > 0) return Math.min(...ends) <= 0 && Math.max(...ends) >= 0
  return scale.zero !== false && scale.type !== 'log'
}

function getNumbers(value: Json | undefined): number[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((one): one is number => typeof one === 'number')
}

function isQuantity({ type }: JsonObject): boolean {
  return isNumberScale(type)
}

function isOnAxis({ name }: JsonObject): boolean {
  return /(?:^|_)[xy]$/.test(String(name))
}

/** The marks of one plot, those of its lines too. */
function plotMarks(group: JsonObject): JsonObject[] {
  const getFacet = ({ from }: JsonObject) =>
    isJsonObject(from) && isJsonObject(from.facet) ? from.facet.name : undefined
  return objectsIn(group.marks).flatMap((mark) =>
    mark.type !== 'group' ? [mark] : String(getFacet(mark)).startsWith('faceted_path') ? objectsIn(mark.marks) : [],
  )
}

/** Marks of one plot that stand on several scales of numbers, with their axes or without. */
function twoScaleFaults(marks: readonly JsonObject[], scales: readonly JsonObject[]): Fault[] {
  return ['x', 'y'].flatMap((channel) => {
    const names = new Set(marks.flatMap((mark) => measured(getUpdate(mark)[channel], scales).map(({ name }) => name)))
    if (names.size < 2) return []
    const hint = 'draw two charts, one below the other, or show both as an index'
    return [warning(`two scales on one chart: ${[...names].join(', ')}`, hint)]
  })
}

/** Periods of other forms beside each other, and times at equal steps that are not. */
function periodFaults(figures: readonly Observation[], spec: JsonObject): Fault[] {
  const marks = marksIn(spec)
  const isLine = marks.some(({ type }) => type === 'line' || type === 'area' || type === 'trail')
  const field = stepScales(spec).flatMap(domainFields).find(isTime)
  if (!isLine || field === undefined) return []
  const periods = [...new Set(figures.map(({ period }) => period))].sort()
  const forms = new Set(periods.map((period) => parsePeriod(period)?.form))
  const starts = periods.map((period) => Date.parse(parsePeriod(period)?.start ?? period)).sort((a, b) => a - b)
  const steps = starts.slice(1).map((start, index) => (start - (starts[index] ?? 0)) / 86_400_000)
  const isEven = steps.every((step) => Math.abs(step - (steps[0] ?? step)) <= 0.1 * (steps[0] ?? 1) + 3)
  if (forms.size > 1) {
    const hint = 'show periods of one form: filter the others out'
    return [warning(`periods of several forms side by side: ${periods.join(', ')}`, hint)]
  }
  if (isEven) return []
  const hint = 'put "field": "date", "type": "temporal" on the axis of time'
  return [warning('time that is not to scale: the points stand at equal steps, the periods do not', hint)]
}

function stepScales(spec: JsonObject): JsonObject[] {
  return objectsIn(spec.scales).filter(({ type }) => type === 'band' || type === 'point')
}

function domainFields({ domain }: JsonObject): string[] {
  const fields = isJsonObject(domain) ? [domain.field, ...objectsIn(domain.fields).map(({ field }) => field)] : []
  return fields.filter((field) => typeof field === 'string')
}

function isTime(field: Json | undefined): boolean {
  return /^(?:period|periodLabel|date)$/.test(String(field))
}

/** Panels of one unit on scales of their own, so that a small number in one looks like a large one in another. */
function panelFaults(spec: JsonObject, figures: readonly Observation[]): Fault[] {
  const panels = objectsIn(spec.marks).filter(({ from }) => isJsonObject(from) && isJsonObject(from.facet))
  const own = panels
    .flatMap(({ scales }) => objectsIn(scales))
    .find((scale) => isOnAxis(scale) && isQuantity(scale) && isJsonObject(scale.domain))
  const units = new Set(figures.map(({ quantity }) => quantity.unit))
  if (!own || units.size > 1) return []
  const hint = 'take "resolve" out, so that all panels have one scale'
  return [warning(`panels with a scale each: ${String(own.name)}`, hint)]
}

/**
 * Times on a scale of steps that are ordered by name or number, or backwards.
 * Bars below each other may have the last, or the largest, at the top.
 */
function orderFaults({ rows, observations }: Chart, spec: JsonObject): Fault[] {
  const isLine = marksIn(spec).some(({ type }) => type === 'line' || type === 'area')
  return stepScales(spec).flatMap((scale): Fault[] => {
    const [field] = domainFields(scale)
    const sort = isJsonObject(scale.domain) ? scale.domain.sort : undefined
    if (!isTime(field) || !isOnAxis(scale) || (!isLine && !/(?:^|_)x$/.test(String(scale.name)))) return []
    const order = isJsonObject(sort) ? sort : {}
    const by = order.field ?? field
    const shown = new Set(observations.map(({ period }) => period))
    const labels = rows.filter(({ period }) => shown.has(period)).toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const isAlphabet = (sort === true || isJsonObject(sort)) && by === 'periodLabel'
    const isMixed =
      isAlphabet && labels.some(({ periodLabel }, at) => periodLabel < (labels[at - 1]?.periodLabel ?? ''))
    const isByNumber = /^(?:value|change|rate)/.test(String(by))
    const how = isMixed ? 'by the alphabet' : isByNumber ? 'by size' : order.order === 'descending' ? 'backwards' : ''
    if (how === '') return []
    const hint = 'let "sort" be { "field": "date" }'
    return [warning(`times that are not in their order: ${how}`, hint)]
  })
}

/** The marks of a Vega spec, those of its groups too. */
export function marksIn(group: JsonObject): JsonObject[] {
  return objectsIn(group.marks).flatMap((mark) => (mark.type === 'group' ? marksIn(mark) : [mark]))
}
