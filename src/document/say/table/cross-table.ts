import { comparePeriods, parsePeriod, periodForms } from '../../../dataset/figure/period.ts'
import { getDimensions, toSeries } from '../../../dataset/figure/series.ts'
import type { Categories, Dimension, Period, Series } from '../../../dataset/types.ts'
import { suggest } from '../../../diagnostic.ts'
import { categoryWords } from '../../../locale/words/series-words.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Argument, type HelperCall, HelperError } from '../../template/helper.ts'
import type { Markdown } from '../../template/value.ts'
import { getFlag, getSeries, getText } from '../arguments.ts'
import { getScale, referenceCell, scaleWords, toTable } from './table-cells.ts'

/** A line along rows or columns: one category of each of its dimensions, the whole where a dimension is left out. */
interface Step {
  categories: Categories
  label: string
  /** Whether it stands for more than one category of the innermost dimension. */
  isTotal: boolean
}

/** `{{table "recent-users" rows="age" columns="period"}}`: an indicator by one or two dimensions, and by periods or dimensions; the whole before its parts. */
export function sayCrossTable(call: HelperCall): Markdown {
  const series = getSeries(call, call.args[0])
  const down = getAxis(call, 'rows', series)
  const across = getAxis(call, 'columns', series)
  const form = getFlag(call, 'short') ? 'short' : 'label'
  const rows = steps(call, series, down.dimensions, form)
  const columns = steps(call, series, across.dimensions, 'short')
  const periods = across.isDated ? getPeriods(call, series) : [undefined]
  const heads = columns.flatMap((column) => periods.map((period) => getHead(call, column, period, across)))
  const scale = getScale(call)
  const first = down.dimensions.map(({ label }) => call.locale.text(label)).join(call.locale.word('comma'))
  const corner = scale === undefined ? first : call.locale.aside(first, scaleWords(call, scale, [series]))
  return toTable(
    call,
    [corner, ...heads].map(escapeMarkdown),
    rows.map(({ categories, label, isTotal }) => ({
      label: isTotal ? `**${escapeMarkdown(label)}**` : escapeMarkdown(label),
      cells: columns.flatMap((column) =>
        periods.map((period) => {
          const all = { ...series.categories, ...categories, ...column.categories }
          const { key } = toSeries(series.indicator, all, getDimensions(series.indicator, call.dataset))
          return referenceCell(call, period === undefined ? key : `${key}@${period}`)
        }),
      ),
    })),
  )
}

interface Axis {
  dimensions: Dimension[]
  isDated: boolean
}

/** The dimensions, and perhaps periods, that an option names. */
function getAxis(call: HelperCall, name: 'rows' | 'columns', { indicator }: Series): Axis {
  const option = call.options.get(name)
  if (!option) throw new HelperError(`a cross-table without ${name}`, 'write rows="age" columns="period"')
  const names = getText(option, name)
    .split(/\s+/)
    .filter((one) => one !== '')
  const known = getDimensions(indicator, call.dataset)
  const dimensions = names.flatMap((one) =>
    one === 'period' && name === 'columns' ? [] : [dimensionNamed(one, known, option, indicator)],
  )
  if (dimensions.length > 2) throw new HelperError(`more than two dimensions: ${names.join(' ')}`, undefined, option)
  return { dimensions, isDated: name === 'columns' && names.includes('period') }
}

function dimensionNamed(name: string, known: readonly Dimension[], option: Argument, indicator: string): Dimension {
  const found = known.find(({ id }) => id === name)
  if (found) return found
  const ids = [...known.map(({ id }) => id), 'period']
  const hint = suggest(name, ids) ?? `${indicator} has ${ids.join(', ')}`
  throw new HelperError(`no dimension of ${indicator}: ${name}`, hint, option)
}

/** The whole and each category; of two dimensions, those of the second within the whole and each category of the first. */
function steps(call: HelperCall, series: Series, dimensions: readonly Dimension[], form: 'label' | 'short'): Step[] {
  const [outer, inner] = dimensions
  if (!outer) return [{ categories: {}, label: '', isTotal: false }]
  const hasTotal = getFlag(call, 'total', true)
  const say = (categories: Categories, along: Dimension): string =>
    categoryWords(call.dataset, call.locale, { ...series, categories }, [along.id], form)
  const along = (dimension: Dimension): Categories[] => [
    ...(hasTotal ? [{}] : []),
    ...[...dimension.categories.keys()].map((category) => ({ [dimension.id]: category })),
  ]
  if (!inner) {
    return along(outer).map((own) => ({
      categories: own,
      label: say(own, outer),
      isTotal: Object.keys(own).length === 0,
    }))
  }
  return along(outer).flatMap((own) =>
    along(inner).map((within): Step => {
      const isTotal = Object.keys(within).length === 0
      const group = say(own, outer)
      const isPlain = isTotal || hasTotal
      const label = isTotal ? group : say(within, inner)
      return {
        categories: { ...own, ...within },
        label: isPlain ? label : `${group}${call.locale.word('comma')}${label}`,
        isTotal,
      }
    }),
  )
}

function getHead(call: HelperCall, column: Step, period: Period | undefined, { dimensions }: Axis): string {
  const when = period === undefined ? [] : [call.locale.period(period, 'short')]
  return [...(dimensions.length > 0 ? [column.label] : []), ...when].join(call.locale.word('comma'))
}

/** Those that `periods="2018 2020"` names, else all of which the indicator has a level, whole or in part. */
function getPeriods(call: HelperCall, { indicator }: Series): Period[] {
  const option = call.options.get('periods')
  if (!option) {
    const levels = [...call.dataset.observations.values()].filter(
      (one) => one.indicator === indicator && one.measure === 'value',
    )
    return [...new Set(levels.map(({ period }) => period))].sort(comparePeriods)
  }
  const named = getText(option, 'periods')
    .split(/\s+/)
    .filter((one) => one !== '')
  const wrong = named.find((one) => !parsePeriod(one))
  if (wrong !== undefined) throw new HelperError(`unknown form of period: ${wrong}`, `write ${periodForms}`, option)
  return named
}
