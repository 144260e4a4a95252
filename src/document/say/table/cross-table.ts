import { areNested, comparePeriods, ofOneLength, parsePeriod, periodForms } from '../../../dataset/figure/period.ts'
import { getDimensions, toSeries } from '../../../dataset/figure/series.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Categories, Period, Series } from '../../../dataset/types.ts'
import { suggest } from '../../../diagnostic.ts'
import { categoryWords, memberLabel } from '../../../locale/words/series-words.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Argument, type HelperCall, HelperError } from '../../template/helper.ts'
import type { Markdown } from '../../template/value.ts'
import { getFlag, getMembers, getTextArgument } from '../arguments.ts'
import { getInCommon, referenceCell, toTable } from './table-cells.ts'

/**
 * A row or column: a category of each dimension (the whole if omitted), and a period or an indicator,
 * as its axis has them, with the label of each, outermost first.
 */
interface Line {
  categories: Categories
  period?: Period
  member?: Series
  labels: readonly string[]
  /** Whether it stands for more than one category of the innermost dimension. */
  isTotal: boolean
}

/** The names that an axis is made of: dimensions, `period`, `indicator`. */
type Axis = readonly string[]

/**
 * `{{table "recent-users" rows="age" columns="period"}}`: indicators by one or two dimensions and periods;
 * `indicator` may be in an axis for several. The whole comes before its parts.
 */
export function sayCrossTable(call: HelperCall): Markdown {
  const members = getMembers(call, call.args[0])
  const down = getAxis(call, 'rows', members)
  const across = getAxis(call, 'columns', members)
  const twice = down.find((name) => across.includes(name))
  if (twice !== undefined)
    throw new HelperError(`in rows and in columns: ${twice}`, undefined, call.options.get('columns'))
  const isOfSeveral = [...down, ...across].includes('indicator')
  if (members.length > 1 && !isOfSeveral)
    throw new HelperError(`${members.length} indicators in a cross-table`, 'write columns="indicator"', call.args[0])
  const allRows = getLines(call, members, down, getFlag(call, 'short') ? 'short' : 'label')
  const allColumns = getLines(call, members, across, 'short')
  const getMember = (row: Line, column: Line) => row.member ?? column.member ?? (members[0] as Series)
  const referenceOf = (row: Line, column: Line) => getReference(call, getMember(row, column), row, column)
  const find = (row: Line, column: Line) => findObservation(call.dataset, referenceOf(row, column))
  // A whole that nobody states in any period has no line.
  const rows = allRows.filter((row) => !row.isTotal || allColumns.some((column) => find(row, column)))
  const columns = allColumns.filter((column) => !column.isTotal || rows.some((row) => find(row, column)))
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })))
  const common = new Map(
    members.map((member) => {
      const own = cells.filter(({ row, column }) => getMember(row, column) === member)
      const shown = own.flatMap(({ row, column }) => find(row, column) ?? [])
      return [member, getInCommon(call, shown)]
    }),
  )
  const words = (member: Series | undefined) => member && common.get(member)?.words
  const head = ({ labels, member }: Line, axis: Axis) =>
    labels.map((label, at) => withAside(call, label, axis[at] === 'indicator' ? words(member) : undefined))
  return toTable(
    call,
    [
      getCorner(call, down, isOfSeveral ? undefined : words(members[0])),
      ...columns.map((column) => toHead(head(column, across))),
    ],
    rows.map((row) => ({
      label: toHead(row.isTotal ? lastInBold(head(row, down)) : head(row, down)),
      cells: columns.map((column) =>
        referenceCell(call, referenceOf(row, column), common.get(getMember(row, column)) ?? {}),
      ),
    })),
  )
}

function getReference({ dataset }: HelperCall, { indicator, categories }: Series, row: Line, column: Line): string {
  const all = { ...categories, ...row.categories, ...column.categories }
  const { key } = toSeries(indicator, all, getDimensions(indicator, dataset))
  const period = row.period ?? column.period
  return period === undefined ? key : `${key}@${period}`
}

/** A label in Markdown, and what the numbers under it have in common. */
function withAside({ locale }: HelperCall, label: string, words: string | undefined): string {
  const says = words === undefined || ` ${label}`.toLowerCase().endsWith(` ${words.toLowerCase()}`)
  return escapeMarkdown(says ? label : locale.aside(label, words))
}

function lastInBold(labels: readonly string[]): string[] {
  return [...labels.slice(0, -1), `**${labels.at(-1)}**`]
}

/** A head cell of labels, outermost first; neighbours with the same outer ones share them. */
function toHead(labels: readonly string[]): string {
  const own = labels.at(-1) ?? ''
  return [...labels.slice(0, -1).map((label) => `[${label}](head:)`), own].join(' ')
}

/** What the rows are told apart by, and what all numbers have in common. */
function getCorner(call: HelperCall, axis: Axis, words: string | undefined): string {
  const { dataset, locale } = call
  const names = axis.map((name) => {
    const dimension = dataset.dimensions.get(name)
    return dimension ? locale.text(dimension.label) : locale.word(name === 'indicator' ? 'indicator' : 'period')
  })
  return toHead(names.map((name, at) => withAside(call, name, at === names.length - 1 ? words : undefined)))
}

/** The names of dimensions, and perhaps `period` or `indicator`, that an option gives. */
function getAxis(call: HelperCall, name: 'rows' | 'columns', members: readonly Series[]): string[] {
  const option = call.options.get(name)
  if (!option) throw new HelperError(`a cross-table without ${name}`, 'write rows="age" columns="period"')
  const names = getWords(option, name)
  if (names.length === 0) throw new HelperError(`a cross-table without ${name}`, 'name dimensions, or period', option)
  for (const { indicator } of members) {
    const known = [...getDimensions(indicator, call.dataset).map(({ id }) => id), 'period', 'indicator']
    const wrong = names.find((one) => !known.includes(one))
    if (wrong === undefined) continue
    const hint = suggest(wrong, known) ?? `${indicator} has ${known.join(', ')}`
    throw new HelperError(`no dimension of ${indicator}: ${wrong}`, hint, option)
  }
  if (names.filter((one) => one !== 'period' && one !== 'indicator').length > 2)
    throw new HelperError(`more than two dimensions: ${names.join(' ')}`, 'give some to the other side', option)
  return names
}

function getWords(option: Argument, name: string): string[] {
  return getTextArgument(option, name)
    .split(/\s+/)
    .filter((one) => one !== '')
}

/** Each step of the first name of an axis with each step of the second, and so on. */
function getLines(call: HelperCall, members: readonly Series[], axis: Axis, form: 'label' | 'short'): Line[] {
  return axis.reduce<Line[]>(
    (lines, name) => {
      const steps = getSteps(call, members, name, form)
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

function getSteps(call: HelperCall, members: readonly Series[], name: string, form: 'label' | 'short'): Line[] {
  const { dataset, locale } = call
  const one = { categories: {}, isTotal: false }
  if (name === 'period')
    return getPeriods(call, members).map((period) => ({ ...one, period, labels: [locale.period(period, 'short')] }))
  if (name === 'indicator')
    return members.map((member) => ({ ...one, member, labels: [memberLabel(dataset, locale, member, members, form)] }))
  return categorySteps(call, members, name, form)
}

/** The whole, and each category. */
function categorySteps(call: HelperCall, [first]: readonly Series[], name: string, form: 'label' | 'short'): Line[] {
  const { dataset, locale } = call
  const categories = [...(dataset.dimensions.get(name)?.categories.keys() ?? [])]
  const own = [...(getFlag(call, 'total', true) ? [{}] : []), ...categories.map((category) => ({ [name]: category }))]
  return own.map((one: Categories) => ({
    categories: one,
    labels: [categoryWords(dataset, locale, { ...(first as Series), categories: one }, [name], form)],
    isTotal: Object.keys(one).length === 0,
  }))
}

/** The periods in `periods="2018 2020"`, by default all with a level, whole or in part; of sums those of one length. */
function getPeriods(call: HelperCall, members: readonly Series[]): Period[] {
  const option = call.options.get('periods')
  if (!option) {
    const ids = new Set(members.map(({ indicator }) => indicator))
    const levels = [...call.dataset.observations.values()].filter(
      (one) => ids.has(one.indicator) && one.measure === 'value',
    )
    const periods = [...new Set(levels.map(({ period }) => period))].sort(comparePeriods)
    const { indicators, report } = call.dataset
    const types = [...ids].map((id) => indicators.get(id)?.type)
    const isOfOne = types.includes('flow') || (types.includes('ratio') && areNested(periods))
    return isOfOne ? ofOneLength(periods, report.period) : periods
  }
  const named = getWords(option, 'periods')
  const wrong = named.find((one) => !parsePeriod(one))
  if (wrong !== undefined) throw new HelperError(`unknown form of period: ${wrong}`, `write ${periodForms}`, option)
  return named
}
