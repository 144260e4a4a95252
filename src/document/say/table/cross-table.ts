import { areNested, comparePeriods, ofOneLength, parsePeriod, periodForms } from '../../../dataset/figure/period.ts'
import { getDimensions, toSeries } from '../../../dataset/figure/series.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Categories, Period, Series, Unit } from '../../../dataset/types.ts'
import { suggest } from '../../../diagnostic.ts'
import { categoryWords } from '../../../locale/words/series-words.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Argument, type HelperCall, HelperError } from '../../template/helper.ts'
import type { Markdown } from '../../template/value.ts'
import { getFlag, getSeries, getText } from '../arguments.ts'
import { getScale, referenceCell, scaleInCommon, scaleWords, toTable, unitOfHead } from './table-cells.ts'

/** A row or column: one category of each dimension of its axis (the whole where one is left out) and perhaps a period, with the label of each, outermost first. */
interface Line {
  categories: Categories
  period?: Period
  labels: readonly string[]
  /** Whether it stands for more than one category of the innermost dimension. */
  isTotal: boolean
}

/** `{{table "recent-users" rows="age" columns="period"}}`: an indicator by one or two dimensions, and by periods or dimensions; the whole before its parts. */
export function sayCrossTable(call: HelperCall): Markdown {
  const series = getSeries(call, call.args[0])
  const down = getAxis(call, 'rows', series)
  const across = getAxis(call, 'columns', series)
  const twice = down.find((name) => across.includes(name))
  if (twice !== undefined)
    throw new HelperError(`in rows and in columns: ${twice}`, undefined, call.options.get('columns'))
  const allRows = getLines(call, series, down, getFlag(call, 'short') ? 'short' : 'label')
  const allColumns = getLines(call, series, across, 'short')
  const isKnown = (row: Line, column: Line) =>
    findObservation(call.dataset, getReference(call, series, row, column)) !== undefined
  // A whole that nobody states in any period has no line.
  const rows = allRows.filter((row) => !row.isTotal || allColumns.some((column) => isKnown(row, column)))
  const columns = allColumns.filter((column) => !column.isTotal || rows.some((row) => isKnown(row, column)))
  const references = rows.map((row) => columns.map((column) => getReference(call, series, row, column)))
  const shown = references.flat().flatMap((one) => findObservation(call.dataset, one) ?? [])
  const common = { unit: unitOfHead(call, shown), scale: scaleInCommon(call, shown) }
  return toTable(
    call,
    [getCorner(call, series, down, common.unit), ...columns.map(({ labels }) => toHead(labels.map(escapeMarkdown)))],
    rows.map((row, index) => ({
      label: rowHead(row),
      cells: (references[index] ?? []).map((reference) => referenceCell(call, reference, common)),
    })),
  )
}

function getReference({ dataset }: HelperCall, { indicator, categories }: Series, row: Line, column: Line): string {
  const all = { ...categories, ...row.categories, ...column.categories }
  const { key } = toSeries(indicator, all, getDimensions(indicator, dataset))
  const period = row.period ?? column.period
  return period === undefined ? key : `${key}@${period}`
}

/** A head cell of labels, outermost first; neighbours with the same outer ones share them. */
function toHead(labels: readonly string[]): string {
  const own = labels.at(-1) ?? ''
  return [...labels.slice(0, -1).map((label) => `[${label}](head:)`), own].join(' ')
}

function rowHead({ labels, isTotal }: Line): string {
  const escaped = labels.map(escapeMarkdown)
  return toHead(isTotal ? [...escaped.slice(0, -1), `**${escaped.at(-1)}**`] : escaped)
}

/** What the rows are told apart by, and the scale or unit of the numbers. */
function getCorner(call: HelperCall, series: Series, axis: readonly string[], unit: Unit | undefined): string {
  const names = axis.map((name) => {
    const dimension = call.dataset.dimensions.get(name)
    return dimension ? call.locale.text(dimension.label) : call.locale.word('period')
  })
  const scale = getScale(call)
  const last = names.at(-1) ?? ''
  const words = unit ? call.locale.text(unit.label) : scale && scaleWords(call, scale, [series])
  const own = words === undefined ? last : call.locale.aside(last, words)
  return toHead([...names.slice(0, -1), own].map(escapeMarkdown))
}

/** The names of dimensions, and perhaps `period`, that an option gives. */
function getAxis(call: HelperCall, name: 'rows' | 'columns', { indicator }: Series): string[] {
  const option = call.options.get(name)
  if (!option) throw new HelperError(`a cross-table without ${name}`, 'write rows="age" columns="period"')
  const names = getWords(option, name)
  if (names.length === 0) throw new HelperError(`a cross-table without ${name}`, 'name dimensions, or period', option)
  const known = [...getDimensions(indicator, call.dataset).map(({ id }) => id), 'period']
  const wrong = names.find((one) => !known.includes(one))
  if (wrong !== undefined) {
    const hint = suggest(wrong, known) ?? `${indicator} has ${known.join(', ')}`
    throw new HelperError(`no dimension of ${indicator}: ${wrong}`, hint, option)
  }
  if (names.filter((one) => one !== 'period').length > 2) {
    throw new HelperError(`more than two dimensions: ${names.join(' ')}`, 'give some to the other side', option)
  }
  return names
}

function getWords(option: Argument, name: string): string[] {
  return getText(option, name)
    .split(/\s+/)
    .filter((one) => one !== '')
}

/** Each step of the first name of an axis with each step of the second, and so on. */
function getLines(call: HelperCall, series: Series, axis: readonly string[], form: 'label' | 'short'): Line[] {
  return axis.reduce<Line[]>(
    (lines, name) => {
      const steps = name === 'period' ? periodSteps(call, series) : categorySteps(call, series, name, form)
      return lines.flatMap((line) =>
        steps.map((step) => ({
          ...line,
          ...step,
          categories: { ...line.categories, ...step.categories },
          labels: [...line.labels, ...step.labels],
        })),
      )
    },
    [{ categories: {}, labels: [], isTotal: false }],
  )
}

/** The whole, and each category. */
function categorySteps(call: HelperCall, series: Series, name: string, form: 'label' | 'short'): Line[] {
  const { dataset, locale } = call
  const categories = [...(dataset.dimensions.get(name)?.categories.keys() ?? [])]
  const own = [...(getFlag(call, 'total', true) ? [{}] : []), ...categories.map((category) => ({ [name]: category }))]
  return own.map((one: Categories) => ({
    categories: one,
    labels: [categoryWords(dataset, locale, { ...series, categories: one }, [name], form)],
    isTotal: Object.keys(one).length === 0,
  }))
}

function periodSteps(call: HelperCall, series: Series): Line[] {
  return getPeriods(call, series).map((period) => ({
    categories: {},
    period,
    labels: [call.locale.period(period, 'short')],
    isTotal: false,
  }))
}

/** Those that `periods="2018 2020"` names, else all of which the indicator has a level, whole or in part; of sums those of one length. */
function getPeriods(call: HelperCall, { indicator }: Series): Period[] {
  const option = call.options.get('periods')
  if (!option) {
    const levels = [...call.dataset.observations.values()].filter(
      (one) => one.indicator === indicator && one.measure === 'value',
    )
    const periods = [...new Set(levels.map(({ period }) => period))].sort(comparePeriods)
    const { indicators, report } = call.dataset
    const type = indicators.get(indicator)?.type
    const isOfOne = type === 'flow' || (type === 'ratio' && areNested(periods))
    return isOfOne ? ofOneLength(periods, report.period) : periods
  }
  const named = getWords(option, 'periods')
  const wrong = named.find((one) => !parsePeriod(one))
  if (wrong !== undefined) throw new HelperError(`unknown form of period: ${wrong}`, `write ${periodForms}`, option)
  return named
}
