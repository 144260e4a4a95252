import { areNested, comparePeriods, ofOneLength, parsePeriod } from '../../dataset/figure/period.ts'
import { getDimensions, seriesIn } from '../../dataset/figure/series.ts'
import { areYearsApart } from '../../dataset/figure/shift-period.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { findAbsence } from '../../dataset/find.ts'
import type { Dataset, Dimension, Measure, Observation, Period, Series } from '../../dataset/types.ts'
import { withMovements } from '../../dataset/with-movements.ts'
import { type Diagnostic, errorAt, failed, type Outcome, suggest } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { namedSeries } from '../bind/rows/rows.ts'
import type { Medium } from '../types.ts'
import { type ChartCall, readCall, type WrittenOption } from './call.ts'
import { splitNames } from './kinds/targets.ts'
import type { CallFault, ChartRequest, ChartSurroundings, NamedChart, OptionKind, Parting } from './types.ts'

/** How long the periods of a chart may be asked to be. */
const lengths = { year: 'P12M', 'half-year': 'P6M', quarter: 'P3M', month: 'P1M', week: 'P7D', day: 'P1D' } as const

/** The options that every chart takes. */
const common: Readonly<Record<string, OptionKind>> = {
  list: { type: 'figures' },
  figures: { type: 'figures' },
  accent: { type: 'figures' },
  each: { type: 'word', words: Object.keys(lengths) },
  every: { type: 'word', words: ['year'] },
}

/** Of a chart that parts its figures by a dimension: which. */
const parted: Readonly<Record<string, OptionKind>> = { by: { type: 'dimension' } }

/** What a chart by name is made for. */
export interface ChartSetting extends ChartSurroundings {
  folder: string
  dataset: Dataset
  locale: Locale
  medium: Medium
}

/** What a call asks of a chart, or what in it the chart or the dataset does not know. */
export function resolveCall(call: ChartCall, chart: NamedChart, setting: ChartSetting): Outcome<ChartRequest> {
  const { dataset } = setting
  const isOfFigures = chart.needsFigures !== false
  const kinds = { ...(isOfFigures ? common : {}), ...chart.options, ...(chart.parting ? parted : {}) }
  const faults = [...twice(call), ...call.options.flatMap((option) => optionFaults(option, kinds, call, dataset))]
  const options = Object.fromEntries(call.options.map(({ name, value }) => [name, value]))
  const { list, figures } = options
  const data = isOfFigures ? (list ?? figures) : ''
  if (faults.length === 0 && (data === undefined || (list !== undefined && figures !== undefined)))
    faults.push({
      ...fault(call, data === undefined ? `no figures for chart:${call.name}` : 'list and figures are both given'),
      expected: 'list="…" or figures="…": lists and indicators, separated by commas',
    })
  if (faults.length > 0 || data === undefined) return { value: undefined, diagnostics: faults }
  const own = toRequest(data, options, chart, setting)
  const request = { ...own, end: sharedEnd(own, call, chart, setting) }
  const parting = askParting(call, chart, request, setting)
  const value = { ...request, parting: parting.value }
  const diagnostics = [
    ...strangers(call, value.accent, value.series),
    ...mixedUnits(call, value, dataset, kinds),
    ...(isOfFigures ? noFigures(call, value, dataset) : []),
    ...parting.diagnostics,
  ]
  const asked = diagnostics.length > 0 ? [] : (chart.check?.(value) ?? [])
  diagnostics.push(...asked.map(({ message, ...more }) => ({ ...fault(call, message), ...more })))
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics }
}

function toRequest(
  data: string,
  options: Readonly<Record<string, string>>,
  chart: NamedChart,
  { dataset: known, folder, locale, medium, titled, words }: ChartSetting,
): ChartRequest {
  const series = data === '' ? [] : namedSeries(known, data).ids
  const { accent } = options
  const measure = (options.measure ?? firstMeasure(chart)) as Measure
  const dataset = withMovements(known, measure, series)
  const unit = getUnit(series[0], dataset)
  const measured = [...dataset.observations.values()].filter((one) => one.measure === measure)
  const drawn = measured.filter((one) => series.includes(one.series))
  const negative = measured.filter(({ quantity }) => quantity.value.isNegative())
  const below = new Set(negative.map((one) => one.series))
  const periods = [...new Set(drawn.map(({ period }) => period))].sort(comparePeriods)
  // A chart of one period shows figures of that alone.
  const isOverTime = chart.options.period === undefined && chart.options.since === undefined
  const isNarrowed = isOverTime || (options.each ?? options.every) !== undefined
  const alike = isNarrowed ? periodsOfOneKind(periods, drawn, options, dataset) : periods
  return {
    data,
    series,
    name: nameField(series, dataset),
    unit,
    saidUnit: nameIn(words, unit, dataset, locale),
    accent: accent === undefined ? getTitled(series, titled, dataset) : namedSeries(dataset, accent).ids,
    measure,
    options,
    periods: alike,
    isOfOneKind: alike.length < periods.length,
    belowZero: [...series, ...splitNames(options.low)].filter((key) => below.has(key)),
    // A note needs the room below.
    isFromZero: (options.zero ?? options.note) === undefined ? isNearZero(drawn) : options.zero === 'yes',
    dataset,
    folder,
    locale,
    medium,
  }
}

/** Whether the lowest of figures is near zero beside the highest, and none below it. */
function isNearZero(figures: readonly Observation[]): boolean {
  const sizes = figures.map(({ quantity }) => quantity.value.toNumber())
  const lowest = Math.min(...sizes)
  return lowest >= 0 && lowest <= Math.max(...sizes) / 8
}

/**
 * Where the scale of a slide's charts of one kind, measure and unit ends, as their bars are compared.
 * Undefined for a chart alone, and where any number is negative.
 */
function sharedEnd(own: ChartRequest, { name, place }: ChartCall, chart: NamedChart, setting: ChartSetting) {
  const { bars } = chart
  if (!bars || setting.beside.length < 2) return undefined
  const like = setting.beside.flatMap((address) => {
    const { value: call } = readCall(address, place)
    const options = Object.fromEntries(call?.options.map((option) => [option.name, option.value]) ?? [])
    const data = options.list ?? options.figures
    const other = call?.name === name && data ? toRequest(data, options, chart, setting) : undefined
    return other && other.unit === own.unit && other.measure === own.measure ? [other] : []
  })
  if (like.length < 2) return undefined
  const sizes = like.flatMap(bars.getFigures).map((figure) => figure?.quantity.value.toNumber() ?? 0)
  if (sizes.some((size) => !(size >= 0))) return undefined
  return like.some(({ options }) => options.whole === 'yes') ? 100 : Math.max(...sizes) * bars.room
}

/** Periods of the requested length or season; of sums, and of means of a year and its months, those of one length. */
function periodsOfOneKind(
  periods: readonly Period[],
  drawn: readonly Observation[],
  { each, every }: Readonly<Record<string, string>>,
  { indicators, report }: Dataset,
): readonly Period[] {
  const asked = Object.entries(lengths).find(([name]) => name === each)?.[1]
  if (asked !== undefined) return periods.filter((period) => parsePeriod(period)?.length === asked)
  if (every) return periods.filter((period) => areYearsApart(period, report.period))
  const types = drawn.map(({ indicator }) => indicators.get(indicator)?.type)
  const isOfOne = types.every((type) => type === 'flow') || (!types.includes('stock') && areNested(periods))
  return isOfOne ? ofOneLength(periods, report.period) : periods
}

function askParting(
  call: ChartCall,
  { parting }: NamedChart,
  { series, options }: ChartRequest,
  { dataset, locale, titled }: ChartSetting,
): Outcome<Parting> {
  if (parting === undefined || (parting === 'optional' && options.by === undefined))
    return { value: undefined, diagnostics: [] }
  const made = getParting(series, options.by, titled, dataset, locale)
  if (!('message' in made)) return { value: made, diagnostics: [] }
  const option = call.options.find(({ name }) => name === 'by')
  return failed({ ...fault(call, made.message, option), hint: made.hint })
}

function getUnit(series: string | undefined, { indicators }: Dataset): string {
  return indicators.get((series ?? '').replace(/\[.*/, ''))?.unit ?? ''
}

/** The name of a unit where it has several words and a text says it. */
function nameIn(text: string, unit: string, { units }: Dataset, locale: Locale): string | undefined {
  const label = units.get(unit)?.label
  const name = label && locale.text(label)
  return name && /\s/.test(name) && text.replaceAll(/\s/g, ' ').toLowerCase().includes(name.toLowerCase())
    ? name
    : undefined
}

/** Where a chart says which measures it draws, the first is meant. */
function firstMeasure({ options: { measure } }: NamedChart): string {
  return measure?.type === 'word' ? (measure.words[0] ?? 'value') : 'value'
}

/** Those series that a title names, else those its figures are computed from; none where that is all of them. */
function getTitled(keys: readonly string[], titled: readonly Observation[], { observations }: Dataset): string[] {
  const inputs = titled.flatMap((figure) => figure.inputs.flatMap((key) => observations.get(key) ?? []))
  const named = [titled, inputs]
    .map((figures) => keys.filter((key) => figures.some(({ series }) => series === key)))
    .find((found) => found.length > 0)
  return named && named.length < keys.length ? named : []
}

/** Figures to be seen first that are not in the chart. */
function strangers(call: ChartCall, accent: readonly string[], keys: readonly string[]): Diagnostic[] {
  const option = call.options.find(({ name }) => name === 'accent')
  return accent
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      ...fault(call, `accent is on a figure that the chart does not show: ${key}`, option),
      hint: suggest(key, keys),
    }))
}

/** All that is drawn, totals and targets too, stands on one scale. */
function mixedUnits(
  call: ChartCall,
  { measure, options }: ChartRequest,
  dataset: Dataset,
  kinds: Readonly<Record<string, OptionKind>>,
): Diagnostic[] {
  const names = Object.entries(options).flatMap(([name, value]) =>
    name !== 'accent' && kinds[name]?.type === 'figures' ? [value] : [],
  )
  const keys = names.flatMap((name) => namedSeries(dataset, name).ids)
  const units = [...new Set(keys.map((key) => getUnit(key, dataset)))]
  // Growth in per cent, and what adds to it in points, are on one scale.
  const isOneScale = 'total' in kinds && keys.every((key) => isPercentage(getUnit(key, dataset)))
  // How fast each of them grew is in per cent.
  if (units.length < 2 || isOneScale || measure === 'rate') return []
  const hint = 'numbers of different units have no common scale: make a chart of each'
  return [{ ...fault(call, `figures of several units in one chart: ${units.join(', ')}`), hint }]
}

function noFigures(call: ChartCall, { data, measure, periods, options }: ChartRequest, dataset: Dataset): Diagnostic[] {
  // What is said to be absent is left out with its chart.
  const isAbsent = namedSeries(dataset, data).ids.every((key) => findAbsence(dataset, key))
  const { period } = options
  if (isAbsent || (period === undefined ? periods.length > 0 : periods.includes(period))) return []
  const message = `none of the figures has a ${measure}${period === undefined ? '' : ` at ${period}`}: ${data}`
  const hint =
    'changes are drawn that are stated, or that follow from figures as long before as the report compares: give these, or state it under change: in data/'
  return [{ ...fault(call, message), about: 'lack', hint: measure === 'value' ? undefined : hint }]
}

/** An error at an option of a call, else at the call. */
function fault(call: ChartCall, message: string, option?: WrittenOption): Diagnostic {
  return errorAt(option?.place ?? call.place, message)
}

/** Options that are given again. */
function twice(call: ChartCall): Diagnostic[] {
  return call.options.flatMap((option, index) =>
    call.options.slice(0, index).some(({ name }) => name === option.name)
      ? [fault(call, `option given twice: ${option.name}`, option)]
      : [],
  )
}

/** What an option has wrong by its kind, or by the dataset. */
function optionFaults(
  option: WrittenOption,
  kinds: Readonly<Record<string, OptionKind>>,
  call: ChartCall,
  dataset: Dataset,
): Diagnostic[] {
  const { name, value } = option
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) {
    const expected = `one of ${Object.keys(kinds).join(', ')}`
    const unknown = fault(call, `unknown option of chart:${call.name}: ${name}`, option)
    return [{ ...unknown, expected, hint: suggest(name, Object.keys(kinds)) }]
  }
  const wrong = (expected: string, hint?: string): Diagnostic[] => [
    { ...fault(call, `wrong value of ${name}: ${value}`, option), expected, hint },
  ]
  switch (kind.type) {
    case 'word':
      return kind.words.includes(value) ? [] : wrong(`one of ${kind.words.join(', ')}`, suggest(value, kind.words))
    case 'count':
      return /^[1-9]\d?$/.test(value) ? [] : wrong('a whole number from 1 to 99')
    case 'period':
      return [...dataset.observations.values()].some(({ period }) => period === value)
        ? []
        : wrong('a period that the figures have')
    case 'dimension':
      return dataset.dimensions.has(value)
        ? []
        : wrong('a dimension of the figures', suggest(value, dataset.dimensions.keys()))
    // What it leads to is read by the chart.
    case 'file':
    case 'text':
      return []
    case 'figures':
      return unknownFigures(call, option, dataset)
  }
}

function unknownFigures(call: ChartCall, option: WrittenOption, dataset: Dataset): Diagnostic[] {
  return namedSeries(dataset, option.value).unknown.map((name) => ({
    ...fault(call, `unknown list or indicator: ${name}`, option),
    expected: 'an indicator, a list, or several separated by commas',
    hint: suggest(name, [...dataset.indicators.keys(), ...dataset.lists.keys()]),
  }))
}

/**
 * The rows and parts of some series, by the dimension that is asked for, else by the one with the fewest categories.
 * Rows are the one thing besides in
 * which the series differ: another dimension, or the indicator.
 */
function getParting(
  keys: readonly string[],
  by: string | undefined,
  titled: readonly Observation[],
  dataset: Dataset,
  locale: Locale,
): Parting | CallFault {
  const series = keys.map((key) => toSeries(key, dataset))
  const varying = getVarying(series, dataset)
  const dimension = by === undefined ? varying[0] : varying.find(({ id }) => id === by)
  if (!dimension)
    return {
      message: by === undefined ? 'figures that no dimension parts' : `figures that do not differ in ${by}`,
      hint: 'name a breakdown, figures="recent-users[age]", or several indicators with one',
    }
  const others = varying.filter(({ id }) => id !== dimension.id)
  const indicators = new Set(series.map(({ indicator }) => indicator)).size
  if (others.length + (indicators > 1 ? 1 : 0) > 1)
    return {
      message: `figures that differ in more than rows and ${dimension.id}`,
      hint: 'hold all but one other dimension to a category: figures="recent-users[age,sex,wales]"',
    }
  const [row] = others
  const has = (id: string) => series.some(({ categories }) => categories[dimension.id] === id)
  const parts = [...dimension.categories.values()].filter(({ id }) => has(id))
  const isTitled = (id: string) => titled.some(({ categories }) => categories[dimension.id] === id)
  return {
    dimension: dimension.id,
    part: `${dimension.id}Label`,
    partOrder: `${dimension.id}Order`,
    parts: parts.map(({ id, short }) => ({ id, label: locale.text(short) })),
    named: parts.flatMap(({ id }) => (isTitled(id) ? [id] : [])),
    row: row ? `${row.id}Label` : 'indicatorLabel',
    rowOrder: row ? `${row.id}Order` : 'order',
  }
}

function toSeries(key: string, dataset: Dataset): Series {
  const members = seriesIn(key, dataset)
  const [member] = 'message' in members ? [] : members
  return member ?? { key, indicator: key, categories: {} }
}

/** The field that tells series apart: for parts of an indicator the one dimension that differs, else all. */
function nameField(keys: readonly string[], dataset: Dataset): string {
  const series = keys.map((key) => toSeries(key, dataset))
  if (new Set(series.map(({ indicator }) => indicator)).size > 1 || series.length < 2) return 'label'
  const [dimension, other] = getVarying(series, dataset)
  return dimension && !other ? `${dimension.id}Label` : 'category'
}

/** The dimensions in which series differ, fewest categories first; of equal ones the last declared. */
function getVarying(series: readonly Series[], dataset: Dataset): Dimension[] {
  const all = series.flatMap(({ indicator }) => getDimensions(indicator, dataset))
  const count = ({ id }: Dimension) => new Set(series.map(({ categories }) => categories[id])).size
  return [...new Set(all)]
    .filter((dimension) => count(dimension) > 1)
    .reverse()
    .toSorted((one, other) => count(one) - count(other))
}
