import { comparePeriods } from '../../dataset/figure/period.ts'
import type { Dataset, Indicator, Measure, Observation } from '../../dataset/types.ts'
import { type Diagnostic, type Outcome, suggest } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { namedSeries } from '../bind/rows.ts'
import type { Medium } from '../types.ts'
import type { ChartCall, WrittenOption } from './call.ts'
import type { ChartRequest, NamedChart, OptionKind } from './types.ts'

/** The options that every chart takes. */
const common: Readonly<Record<string, OptionKind>> = {
  list: { type: 'figures' },
  figures: { type: 'figures' },
  accent: { type: 'figures' },
}

/** What a chart by name is made for. */
export interface ChartSetting {
  dataset: Dataset
  locale: Locale
  medium: Medium
  /** The figures that the title above it names. */
  titled: readonly Observation[]
}

/** What a call asks of a chart, or what in it the chart or the dataset does not know. */
export function resolveCall(
  call: ChartCall,
  chart: NamedChart,
  { dataset, locale, medium, titled }: ChartSetting,
): Outcome<ChartRequest> {
  const kinds = { ...common, ...chart.options }
  const faults = [...twice(call), ...call.options.flatMap((option) => optionFaults(option, kinds, call, dataset))]
  const options = Object.fromEntries(call.options.map(({ name, value }) => [name, value]))
  const { list, figures, accent } = options
  const data = list ?? figures
  if (faults.length === 0 && (data === undefined || (list !== undefined && figures !== undefined)))
    faults.push({
      ...fault(call, data === undefined ? `no figures for chart:${call.name}` : 'list and figures are both given'),
      expected: 'list="a list of the report", or figures="indicators, separated by commas"',
    })
  if (faults.length > 0 || data === undefined) return { value: undefined, diagnostics: faults }
  const ids = namedSeries(dataset, data).ids
  const indicators = [...new Set(ids.map(indicatorIn))].flatMap((id) => dataset.indicators.get(id) ?? [])
  const measure = (options.measure ?? firstMeasure(chart)) as Measure
  const named = accent === undefined ? getTitled(ids, titled, dataset) : namedSeries(dataset, accent).ids
  const request = { data, indicators, unit: indicators[0]?.unit ?? '', accent: named, measure, options }
  const drawn = [...dataset.observations.values()].filter((one) => one.measure === measure && ids.includes(one.series))
  const value = {
    ...request,
    periods: [...new Set(drawn.map(({ period }) => period))].sort(comparePeriods),
    belowZero: ids.filter((id) => drawn.some((one) => one.series === id && one.quantity.value.isNegative())),
    ...{ locale, medium },
  }
  const diagnostics = [...strangers(call, named, ids), ...mixedUnits(call, indicators), ...noFigures(call, value)]
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics }
}

/** The indicator of a series, by its key. */
function indicatorIn(series: string): string {
  return series.replace(/\[.*/, '')
}

/** Where a chart says which measures it draws, the first is meant. */
function firstMeasure({ options: { measure } }: NamedChart): string {
  return measure?.type === 'word' ? (measure.words[0] ?? 'value') : 'value'
}

/** Those of the figures that a title names, else those that a figure in it is worked out from; none where that is all of them. */
function getTitled(ids: readonly string[], titled: readonly Observation[], { observations }: Dataset): string[] {
  const inputs = titled.flatMap((figure) => figure.inputs.flatMap((key) => observations.get(key) ?? []))
  const named = [titled, inputs]
    .map((figures) => ids.filter((id) => figures.some(({ indicator }) => indicator === id)))
    .find((found) => found.length > 0)
  return named && named.length < ids.length ? named : []
}

function fault(call: ChartCall, message: string, option?: WrittenOption): Diagnostic {
  return { severity: 'error', message, place: option?.place ?? call.place }
}

function twice(call: ChartCall): Diagnostic[] {
  return call.options.flatMap((option, index) =>
    call.options.slice(0, index).some(({ name }) => name === option.name)
      ? [fault(call, `option given twice: ${option.name}`, option)]
      : [],
  )
}

function optionFaults(
  option: WrittenOption,
  kinds: Readonly<Record<string, OptionKind>>,
  call: ChartCall,
  dataset: Dataset,
): Diagnostic[] {
  const { name, value } = option
  const kind = kinds[name]
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
      return isKnownPeriod(value, dataset) ? [] : wrong('a period that the figures have')
    case 'figures':
      return name === 'list' ? unknownList(call, option, dataset) : unknownFigures(call, option, dataset)
  }
}

function isKnownPeriod(value: string, { observations }: Dataset): boolean {
  return [...observations.values()].some(({ period }) => period === value)
}

function unknownList(call: ChartCall, option: WrittenOption, { lists }: Dataset): Diagnostic[] {
  if (lists.has(option.value)) return []
  const hint = suggest(option.value, lists.keys()) ?? 'figures="…" takes indicators'
  return [{ ...fault(call, `unknown list: ${option.value}`, option), hint }]
}

function unknownFigures(call: ChartCall, option: WrittenOption, dataset: Dataset): Diagnostic[] {
  return namedSeries(dataset, option.value).unknown.map((name) => ({
    ...fault(call, `unknown indicator: ${name}`, option),
    expected: 'an indicator, a list, or several separated by commas',
    hint: suggest(name, [...dataset.indicators.keys(), ...dataset.lists.keys()]),
  }))
}

/** Figures to be seen first that are not in the chart. */
function strangers(call: ChartCall, accent: readonly string[], ids: readonly string[]): Diagnostic[] {
  const option = call.options.find(({ name }) => name === 'accent')
  return accent
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      ...fault(call, `accent is on a figure that the chart does not show: ${id}`, option),
      hint: suggest(id, ids),
    }))
}

function mixedUnits(call: ChartCall, indicators: readonly Indicator[]): Diagnostic[] {
  const units = [...new Set(indicators.map(({ unit }) => unit))]
  if (units.length < 2) return []
  const hint = 'numbers of different units have no common scale: make a chart of each'
  return [{ ...fault(call, `figures of several units in one chart: ${units.join(', ')}`), hint }]
}

function noFigures(call: ChartCall, { data, measure, periods }: ChartRequest): Diagnostic[] {
  return periods.length > 0 ? [] : [fault(call, `none of the figures has a ${measure}: ${data}`)]
}
