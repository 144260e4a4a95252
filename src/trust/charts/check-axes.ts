import { compileSpec } from '../../chart/bind/compile-spec.ts'
import { isNumberScale } from '../../chart/shown/number-scales.ts'
import { isJsonObject, type Json, type JsonObject, objectsIn } from '../../chart/spec/json/json.ts'
import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart } from '../../chart/types.ts'
import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'

/** Axes that mislead, each with its remedy: bars and areas that do not begin at zero, reversed and logarithmic axes, two scales on one chart, time that is not to scale, half-years beside years. */
export function checkAxes(chart: Chart): Diagnostic[] {
  const { spec } = compileSpec(chart)
  const faults = new Map<string, Diagnostic>()
  const tell = ({ severity, message, hint }: Fault) => {
    const fault: Diagnostic = { ...specError(chart, ['encoding'], message), severity, kind: 'axis', hint }
    faults.set(message, fault)
  }
  // Of shares a hundred is the whole, as zero is nothing.
  const isWhole = ({ value }: Fault) => value === 100 && chart.rows.every(({ unit }) => unit === 'percent')
  const sizes = chart.observations.map(({ quantity }) => quantity.value.toNumber())
  const found = [...groupFaults(spec, [], Math.max(...sizes)), ...periodFaults(chart.observations, spec)]
  for (const fault of found) if (!isWhole(fault)) tell(fault)
  return [...faults.values()]
}

interface Fault {
  severity: 'error' | 'warning'
  message: string
  hint: string
  /** Of a mark at a number: which. */
  value?: number | undefined
}

/** What is wrong in a group of a Vega spec and the groups in it; `outer` are the scales around it, `most` the largest figure shown. */
function groupFaults(group: JsonObject, outer: readonly JsonObject[], most: number): Fault[] {
  const own = objectsIn(group.scales)
  const scales = [...own, ...outer]
  const marks = objectsIn(group.marks)
  return [
    ...own.flatMap(scaleFaults),
    ...twoScaleFaults(objectsIn(group.axes), scales),
    ...marks.flatMap((mark) =>
      mark.type === 'group' ? groupFaults(mark, scales, most) : markFaults(mark, scales, most),
    ),
  ]
}

function scaleFaults(scale: JsonObject): Fault[] {
  if (!isQuantity(scale) && scale.type !== 'time' && scale.type !== 'utc') return []
  const faults: Fault[] = []
  const domain = getNumbers(scale.domain)
  const isFalling = domain.length >= 2 && (domain[0] ?? 0) > (domain.at(-1) ?? 0)
  if (isOnAxis(scale) && (scale.reverse === true || isFalling || isTurned(scale))) {
    faults.push({
      severity: 'warning',
      message: `an axis that runs the wrong way round: ${String(scale.name)}`,
      hint: 'take reverse, the falling domain or the turned range out of its scale',
    })
  }
  if (domain.length > 2) {
    faults.push({
      severity: 'warning',
      message: `a broken axis: ${String(scale.name)}`,
      hint: 'let its domain have two ends, and show the large value in a chart of its own',
    })
  }
  if (
    isOnAxis(scale) &&
    (scale.type === 'log' || scale.type === 'pow' || scale.type === 'sqrt' || scale.type === 'symlog')
  ) {
    faults.push({
      severity: 'warning',
      message: `an axis on which equal steps are no equal amounts: ${String(scale.name)}, ${scale.type}`,
      hint: 'use a linear scale, or show growth as rates',
    })
  }
  return faults
}

/** A range from the height down is Vega's own for a y axis, from 0 up for an x axis. */
function isTurned({ name, range }: JsonObject): boolean {
  if (!Array.isArray(range) || range.length !== 2) return false
  const [from, to] = range
  return /(?:^|_)x$/.test(String(name)) ? to === 0 && from !== 0 : from === 0 && to !== 0
}

function markFaults(mark: JsonObject, scales: readonly JsonObject[], most: number): Fault[] {
  const style = Array.isArray(mark.style) ? mark.style[0] : mark.style
  const update = isJsonObject(mark.encode) && isJsonObject(mark.encode.update) ? mark.encode.update : {}
  const isBar = mark.type === 'rect' && style === 'bar'
  const isArea = mark.type === 'area'
  if (mark.type === 'text') return constantFaults(update, scales)
  const wrong = [...constantFaults(update, scales), ...movedFaults(update, scales), ...cutFaults(update, scales, most)]
  // A band lies between two figures, and has no length that is compared.
  const isBand = isArea && isJsonObject(update.y2) && typeof update.y2.field === 'string' && !isStacked(update.y2.field)
  if ((!isBar && !isArea && mark.type !== 'symbol') || isBand) return wrong
  const from = [isBar || isArea ? ['y2', 'x2'] : ['size']]
    .flat()
    .flatMap((channel) => measured(update[channel], scales))
  const short = from.filter((scale) => !reachesZero(scale))
  const name = isBar ? 'bars' : isArea ? 'an area' : 'sizes of points'
  return [
    ...short.map(
      (scale): Fault => ({
        severity: 'error',
        message: `${name} whose axis does not begin at zero: ${String(scale.name)}`,
        hint: 'take zero: false or the domain out of its scale, or draw points or a line',
      }),
    ),
    ...wrong,
  ]
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
    return measured(encoding, scales).map(
      (): Fault => ({
        severity: 'error',
        message: `a mark at a number that comes from no figure: ${value}`,
        value,
        hint: 'put the figure into data/ and bind it: a target is an indicator too',
      }),
    )
  })
}

/** Marks at figures that lie beyond the end of their axis, so that the largest look like others. */
function cutFaults(update: JsonObject, scales: readonly JsonObject[], most: number): Fault[] {
  return ['x', 'y'].flatMap((channel) => {
    const encoding = update[channel]
    const field = isJsonObject(encoding) ? String(encoding.field) : ''
    if (!/^value(?:_end)?$/.test(field)) return []
    return measured(encoding, scales).flatMap(({ domain, name }): Fault[] => {
      const ends = getNumbers(domain)
      const end = Math.max(...ends)
      // Of a stack that is a whole, the shares end at one.
      if (ends.length < 2 || end >= most || (end === 1 && isStacked(field))) return []
      const hint = `let its domain reach ${most}, or take it out of the scale`
      return [{ severity: 'error', message: `an axis that ends before its figures: ${String(name)}`, hint }]
    })
  })
}

/** A mark that is moved away from where its figure puts it; a few points part what would lie on each other. */
function movedFaults(update: JsonObject, scales: readonly JsonObject[]): Fault[] {
  return ['x', 'y', 'x2', 'y2'].flatMap((channel) => {
    const encoding = update[channel]
    const offset = isJsonObject(encoding) ? encoding.offset : undefined
    if (typeof offset !== 'number' || Math.abs(offset) <= 4) return []
    return measured(encoding, scales).map(
      (): Fault => ({
        severity: 'error',
        message: `a mark moved away from its figure: ${offset} on ${channel}`,
        hint: `take ${channel}Offset out of the mark: where it stands is what it says`,
      }),
    )
  })
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

/** Two axes of numbers along one side of a plot, or on both. */
function twoScaleFaults(axes: readonly JsonObject[], scales: readonly JsonObject[]): Fault[] {
  const shown = axes.filter(({ grid }) => grid !== true)
  return ['x', 'y'].flatMap((channel) => {
    const isAcross = (orient: Json | undefined) =>
      (channel === 'y' ? /^(?:left|right)$/ : /^(?:top|bottom)$/).test(String(orient))
    const names = new Set(
      shown
        .filter(({ orient, scale }) => isAcross(orient) && measured({ scale: scale ?? null }, scales).length > 0)
        .map(({ scale }) => scale),
    )
    if (names.size < 2) return []
    const hint = 'draw two charts, one below the other, or show both as an index'
    return [{ severity: 'warning' as const, message: `two scales on one chart: ${[...names].join(', ')}`, hint }]
  })
}

/** Periods of other forms beside each other, and times at equal steps that are not. */
function periodFaults(figures: readonly Observation[], spec: JsonObject): Fault[] {
  const marks = marksIn(spec)
  const isLine = marks.some(({ type }) => type === 'line' || type === 'area' || type === 'trail')
  const field = stepField(spec)
  if (!isLine || field === undefined) return []
  const periods = [...new Set(figures.map(({ period }) => period))].sort()
  const forms = new Set(periods.map((period) => parsePeriod(period)?.form))
  const starts = periods.map((period) => Date.parse(parsePeriod(period)?.start ?? period)).sort((a, b) => a - b)
  const steps = starts.slice(1).map((start, index) => (start - (starts[index] ?? 0)) / 86_400_000)
  const isEven = steps.every((step) => Math.abs(step - (steps[0] ?? step)) <= 0.1 * (steps[0] ?? 1) + 3)
  if (forms.size > 1) {
    const hint = 'show periods of one form: filter the others out'
    return [{ severity: 'warning', message: `periods of several forms side by side: ${periods.join(', ')}`, hint }]
  }
  if (isEven) return []
  const hint = 'put "field": "date", "type": "temporal" on the axis of time'
  return [
    {
      severity: 'warning',
      message: 'time that is not to scale: the points stand at equal steps, the periods do not',
      hint,
    },
  ]
}

/** The field of times that stands on a scale of steps. */
function stepField(spec: JsonObject): string | undefined {
  return objectsIn(spec.scales).flatMap(({ type, domain }) => {
    if (type !== 'band' && type !== 'point') return []
    const fields = isJsonObject(domain) ? [domain.field, ...objectsIn(domain.fields).map(({ field }) => field)] : []
    return fields.filter((field): field is string => /^(?:period|periodLabel|date)$/.test(String(field)))
  })[0]
}

/** The marks of a Vega spec, those of its groups too. */
export function marksIn(group: JsonObject): JsonObject[] {
  return objectsIn(group.marks).flatMap((mark) => (mark.type === 'group' ? marksIn(mark) : [mark]))
}
