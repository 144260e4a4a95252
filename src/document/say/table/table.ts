import { markAbsence } from '../../../dataset/figure/absence.ts'
import { parsePeriod, periodForms, periodLike } from '../../../dataset/figure/period.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Measure, Observation, Period, Series } from '../../../dataset/types.ts'
import { suggest, warningAt } from '../../../diagnostic.ts'
import { numberWords } from '../../../locale/numbers/numbers.ts'
import { memberLabel } from '../../../locale/words/series-words.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Argument, type HelperCall, HelperError } from '../../template/helper.ts'
import type { Markdown } from '../../template/value.ts'
import { getCount, getFlag, getInline, getMembers, getTextArgument } from '../arguments.ts'
import { getRank, sortByNumber, sortByValue } from './by-value.ts'
import { sayCrossTable } from './cross-table.ts'
import { type Cell, getInCommon, type InCommon, inBold, referenceCell, toTable } from './table-cells.ts'

/** A column of numbers: one measure in one period, or the place by value. */
interface Column {
  shows: Measure | 'rank'
  period: string | undefined
  /** The level in the period that the report compares with. */
  isPrevious?: boolean
  /** What stands above it, where the call says so. */
  head?: string | undefined
}

/** A table: a row for each indicator, its label first, then the columns asked for, right-aligned. */
export function sayTable(call: HelperCall): Markdown {
  if (call.options.has('rows')) {
    refuse(call, ofRows, 'no option of a cross-table', 'its rows, columns and heads are those of the dimensions')
    return sayCrossTable(call)
  }
  const hint =
    'name the whole beside its parts, {{table "visits, visits[branch]"}}, or say rows="branch" columns="period"'
  refuse(call, ['periods', 'total'], 'an option of a cross-table', hint)
  const members = getMembers(call, call.args[0])
  const from = (getCount(call, 'from') ?? 1) - 1
  const rows = sorted(call, members).slice(from, from + (getCount(call, 'limit') ?? members.length))
  const asked = getColumns(call)
  const [rowHead, ...given] = givenHeads(call, asked.length + 1)
  const columns = growthInPoints(call, asked, given, rows)
  const short = getFlag(call, 'short')
  const label = (series: Series) =>
    escapeMarkdown(memberLabel(call.dataset, call.locale, series, members, short ? 'short' : 'label'))
  const accents = new Set(getAccent(call, members))
  const observations = ({ shows }: Column) =>
    shows === 'rank'
      ? []
      : columns.filter((one) => one.shows === shows).flatMap((one) => observationsIn(call, one, rows))
  const common = columns.map((column) => {
    const own = getInCommon(call, observationsIn(call, column, rows), observations(column))
    // A head that is given says what it says.
    return column.head === undefined || own.isScaled ? own : { scale: own.scale }
  })
  const levels = columns.flatMap((one) => (one.shows === 'value' ? observationsIn(call, one, rows) : []))
  const periods = new Set(levels.map(({ period }) => period))
  const heads = columns.map((one, at) =>
    one.head === undefined
      ? columnHead(call, one, members, common[at]?.words, periods)
      : givenHead(call, one.head, common[at] ?? {}),
  )
  return toTable(
    call,
    [rowHead ?? rowsHead(call, members), ...heads],
    rows.map((series) => {
      const cells = columns.map((column, index) => {
        if (!lacksGrowth(call, column, series)) return cell(call, column, series, members, common[index] ?? {})
        if (showsChange(columns, column)) return { text: markAbsence({ reason: 'not applicable' }, call.symbols) }
        return cell(call, { ...column, shows: 'change' }, series, members, {})
      })
      const row = { label: label(series), cells }
      return accents.has(series.key) ? inBold(row) : row
    }),
  )
}

/** What only a table with a row for each indicator takes. */
const ofRows = ['head', 'sort', 'limit', 'from', 'accent']

function refuse(call: HelperCall, names: readonly string[], message: string, hint: string): void {
  const name = names.find((one) => call.options.has(one))
  if (name !== undefined) throw new HelperError(`${message}: ${name}`, hint, call.options.get(name))
}

/** Percentages have a change in points, no growth: a column of theirs shows it, or is left out beside one that does. */
function growthInPoints(call: HelperCall, asked: readonly Column[], heads: readonly string[], rows: readonly Series[]) {
  return asked.flatMap((one, index): Column[] => {
    const column = { ...one, head: heads[index] }
    if (rows.length === 0 || !rows.every((series) => lacksGrowth(call, column, series))) return [column]
    if (!showsChange(asked, column)) return [{ ...column, shows: 'change' }]
    const message = 'a column of the growth of percentages is left out: their change in points stands in another'
    const hint = 'take rate out of columns="…"'
    call.diagnostics.push(warningAt(call.args[0]?.place, message, { hint, about: 'lack' }))
    return []
  })
}

function lacksGrowth(call: HelperCall, column: Column, series: Series): boolean {
  const unit = call.dataset.indicators.get(series.indicator)?.unit ?? ''
  return column.shows === 'rate' && isPercentage(unit) && !observationIn(call, column, series)
}

function showsChange(columns: readonly Column[], { period }: Column): boolean {
  return columns.some((one) => one.shows === 'change' && one.period === period)
}

/** The rows to be seen first. */
function getAccent(call: HelperCall, members: readonly Series[]): string[] {
  const option = call.options.get('accent')
  if (!option) return []
  const keys = getMembers(call, option).map(({ key }) => key)
  const stranger = keys.find((key) => members.every((member) => member.key !== key))
  if (stranger === undefined) return keys
  const hint = suggest(
    stranger,
    members.map(({ key }) => key),
  )
  throw new HelperError(`accent is on a row that the table has not: ${stranger}`, hint, option)
}

function getColumns(call: HelperCall): Column[] {
  const option = call.options.get('columns')
  if (!option) throw new HelperError('a table without columns', 'write columns="value change rate"')
  return getTextArgument(option, 'columns')
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => toColumn(name, option))
}

function toColumn(text: string, option: Argument): Column {
  const [name = '', period] = text.split('@')
  if (text === 'previous') return { shows: 'value', period: undefined, isPrevious: true }
  const shows = (['value', 'change', 'rate', 'rank'] as const).find((known) => known === name)
  if (!shows) {
    const names = ['value', 'previous', 'change', 'rate', 'rank']
    const time = parsePeriod(text) ? text : name === 'previous' ? period : undefined
    const ofPeriod = time && `write value@${time}`
    const hint = ofPeriod ?? suggest(name, names) ?? 'the columns are value, previous, change, rate and rank'
    throw new HelperError(`unknown column: ${text}`, hint, option)
  }
  if (period !== undefined && !parsePeriod(period))
    throw new HelperError(`unknown form of period: ${period}`, `write ${periodForms}`, option)
  return { shows, period }
}

function sorted(call: HelperCall, members: readonly Series[]): readonly Series[] {
  const option = call.options.get('sort')
  if (!option) return members
  const text = getTextArgument(option, 'a column')
  if (text === 'none') return members
  const column = toColumn(text, option)
  if (column.shows === 'rank') return sortByValue(call, members)
  return sortByNumber(call, members, (series) => observationIn(call, column, series))
}

function observationIn(call: HelperCall, column: Column, series: Series): Observation | undefined {
  return findObservation(call.dataset, getReference(call, column, series))
}

function getReference({ dataset }: HelperCall, { shows, period, isPrevious }: Column, { key }: Series): string {
  if (isPrevious) {
    const now = findObservation(dataset, key)
    return `${key}@${now ? periodLike(now.period, dataset.report.comparison) : dataset.report.comparison}`
  }
  const measure = shows === 'value' || shows === 'rank' ? '' : `.${shows}`
  return `${key}${measure}${period === undefined ? '' : `@${period}`}`
}

function observationsIn(call: HelperCall, column: Column, members: readonly Series[]): Observation[] {
  return members.flatMap((series) => observationIn(call, column, series) ?? [])
}

function cell(call: HelperCall, column: Column, series: Series, members: readonly Series[], common: InCommon): Cell {
  const rank = column.shows === 'rank' ? getRank(call.dataset, series, members) : undefined
  return rank === undefined ? referenceCell(call, getReference(call, column, series), common) : { text: String(rank) }
}

/** The heads that the call gives, from the left. */
function givenHeads(call: HelperCall, count: number): string[] {
  const option = call.options.get('head')
  if (!option) return []
  const given = getInline(option, '|')
    .split('|')
    .map((head) => head.trim())
  if (given.length > count)
    throw new HelperError(`${given.length} heads for ${count} columns, the first of them the label`, undefined, option)
  return given
}

/** A head that the call gives, with the scale that its numbers leave to it unless it says one: Now (billion). */
function givenHead({ locale }: HelperCall, head: string, { words, isScaled }: InCommon): string {
  const scaled = new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${numberWords[locale.primary].scale})`, 'iu')
  return words === undefined || !isScaled || scaled.test(head) ? head : locale.aside(head, words)
}

/** What the rows are: the name of the dimension whose categories of one indicator they are. */
function rowsHead({ dataset, locale }: HelperCall, members: readonly Series[]): string {
  const indicators = new Set(members.map(({ indicator }) => indicator))
  const [name, ...others] = new Set(members.flatMap(({ categories }) => Object.keys(categories)))
  const dimension = indicators.size === 1 && others.length === 0 ? dataset.dimensions.get(name ?? '') : undefined
  return dimension ? locale.text(dimension.label) : locale.word('indicator')
}

/** `levels`: periods of the levels beside it. A base that is none of several is named: Change since 2024. */
function columnHead(
  call: HelperCall,
  column: Column,
  members: readonly Series[],
  words: string | undefined,
  levels: ReadonlySet<Period>,
): string {
  const { locale } = call
  if (column.shows === 'rank') return locale.word('rank')
  const observations = observationsIn(call, column, members)
  const periods = new Set(observations.map(({ period }) => locale.period(period, 'short')))
  const [period = ''] = periods
  const [base, ...others] = new Set(observations.map(({ since }) => since))
  const isFromOther = levels.size > 1 && others.length === 0 && base && parsePeriod(base) && !levels.has(base)
  const word = locale.word(column.isPrevious ? 'previous' : column.shows)
  const name = isFromOther ? locale.since(word, locale.period(base, 'short'), 'stock') : word
  const isDated = periods.size === 1 && (column.shows === 'value' || column.period !== undefined)
  const head = column.shows === 'value' && isDated ? period : isDated ? locale.aside(name, period) : name
  return words === undefined ? head : locale.aside(head, words)
}
