import type { NativeAxis, NativeCell, NativeChart } from '../../chart/native/native-types.ts'
import type { FoundAxis, FoundChart, FoundSeries } from './read/found-document.ts'
import type { Finding, Reworded } from './verification.ts'

/**
 * What a native chart says besides its points' numbers: axes, their ends, grouping of series, names, number formats.
 * What is missing of these is reported; looks are free.
 */
export function compareChart(
  chart: FoundChart,
  built: NativeChart | undefined,
): { findings: Finding[]; reworded: Reworded[] } {
  if (!built) return { findings: [], reworded: [] }
  const { page, item } = chart
  const at = { page, item, medium: 'chart' as const, context: '' }
  const series = builtSeries(built)
  const changes = [
    ...axisChanges(chart, built),
    ...groupingChanges(chart, built),
    ...nameChanges(chart, series),
    ...formatChanges(chart, series),
    ...dateChanges(chart),
    ...trendChanges(chart, built),
  ]
  return {
    findings: changes.map(({ what, is, was }) => ({ ...at, verdict: 'changed', printed: is, was, remark: what })),
    reworded: [...goneParts(chart, series), ...goneKeys(chart, built)].map((was) => ({
      what: 'reworded',
      page,
      item,
      was,
      is: '',
    })),
  }
}

interface Change {
  what: string
  is: string
  was: string
}

function axisChanges({ axes, series }: FoundChart, built: NativeChart): Change[] {
  const pairs = builtAxes(built)
  // What has no place on the build's own axes is measured by others.
  if (axes.length > pairs.length && pairs.length > 0)
    return [{ what: 'another axis measures a part of it', is: `${axes.length} axes`, was: `${pairs.length} axes` }]
  if (pairs.length !== axes.length) return []
  const hasBars = built.plots.some(({ kind }) => kind === 'bar' || kind === 'area')
  const largest = Math.max(...series.flatMap(({ points }) => points.map(({ cached }) => Number(cached ?? 0))))
  return pairs.flatMap((was, index) => {
    const is = axes[index]
    return is ? [...axisChange(is, was, largest), ...(hasBars ? footChanges(is, was) : [])] : []
  })
}

function builtAxes({ axes }: NativeChart): NativeAxis[] {
  return [axes?.primary, axes?.secondary].flatMap((pair) => (pair ? [pair.category, pair.value] : []))
}

function axisChange(is: FoundAxis, was: NativeAxis, largest: number): Change[] {
  const changes: Change[] = []
  const direction = (isReversed: boolean) => (isReversed ? 'backwards' : 'forwards')
  if (is.isReversed !== was.reversed)
    changes.push({ what: 'an axis runs the other way', is: direction(is.isReversed), was: direction(was.reversed) })
  if (is.isLogarithmic !== (was.logBase !== undefined))
    changes.push({
      what: 'the scale of an axis is another',
      is: is.isLogarithmic ? 'logarithmic' : 'linear',
      was: was.logBase === undefined ? 'linear' : 'logarithmic',
    })
  if (was.kind === 'category') return changes
  const [min, max] = was.min === undefined || was.max === undefined || was.min >= was.max ? [] : [was.min, was.max]
  if (!isSame(is.min, min) && !(is.min === 0 && (min ?? 0) >= 0))
    changes.push({ what: 'an axis begins elsewhere', is: sayEnd(is.min), was: sayEnd(min) })
  const [last, room] = was.kind === 'date' ? [max, max] : [largest, Math.max(max ?? 0, largest) * 2]
  const isCut = is.max !== undefined && last !== undefined && is.max < last
  if (isCut && !isSame(is.max, max))
    changes.push({ what: 'an axis ends before what it shows', is: sayEnd(is.max), was: sayEnd(max) })
  // Some room above the largest value is free; with much of it all that differs looks alike.
  if (is.max !== undefined && room !== undefined && room > 0 && is.max > room)
    changes.push({ what: 'an axis ends far beyond what it shows', is: sayEnd(is.max), was: sayEnd(max) })
  if (is.dividedBy !== undefined)
    changes.push({ what: 'the numbers of an axis are divided', is: is.dividedBy, was: 'whole numbers' })
  const [scale, built] = [formatScale(is.format), formatScale(was.format)]
  if (was.labels && scale !== undefined && scale !== built)
    changes.push({ what: 'the numbers of an axis have another format', is: is.format ?? '', was: was.format })
  return changes
}

/** Bars that grow from elsewhere than zero, or the axis' own beginning. */
function footChanges({ crossedAt, min }: FoundAxis, { kind }: NativeAxis): Change[] {
  const isMoved = kind === 'value' && crossedAt !== undefined && crossedAt !== 0 && !isSame(crossedAt, min)
  return isMoved ? [{ what: 'bars begin elsewhere', is: String(crossedAt), was: '0' }] : []
}

function isSame(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= Math.abs(b) * 1e-9)
}

function sayEnd(end: number | undefined): string {
  return end === undefined ? 'where PowerPoint lets it' : String(end)
}

/** What a format adds to a number: thousands and millions, per cent, words. Undefined where it adds nothing. */
function formatScale(format: string | undefined): string | undefined {
  if (format === undefined || format === '' || /^General$/i.test(format)) return undefined
  const [positive = '', negative] = format.split(';')
  const words = [...positive.matchAll(/"([^"]*)"|\\(.)/g)].map((match) => match[1] ?? match[2] ?? '').join('')
  const plain = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const commas = /[0#](,+)(?![0#])/.exec(plain)?.[1]?.length ?? 0
  const isDate = /[dmyh]/i.test(plain)
  const losesSign = negative !== undefined && !/[-−–(]/.test(negative)
  const said = words.replace(/[\s+]+/g, ' ').trim()
  return isDate ? 'date' : JSON.stringify([commas, plain.includes('%'), said, losesSign])
}

function groupingChanges({ groupings }: FoundChart, { plots }: NativeChart): Change[] {
  const built = plots.flatMap((plot) =>
    'grouping' in plot ? [plainGrouping(plot.grouping)] : 'hole' in plot ? ['shares'] : [],
  )
  const is = groupings.map(plainGrouping)
  if (built.length !== is.length || built.join() === is.join()) return []
  return [{ what: 'series are put together otherwise', is: is.join(', '), was: built.join(', ') }]
}

/** Bars beside each other are what other plots call standard. */
function plainGrouping(grouping: string): string {
  return grouping === 'clustered' ? 'standard' : grouping
}

/** A series as the build draws it: names of it and its points, numbers, words typed at points, number formats. */
interface BuiltSeries {
  name: string
  categories: readonly NativeCell[]
  values: readonly NativeCell[]
  labels: ReadonlyMap<number, string>
  formats: { labels: ReadonlyMap<number, string>; cells: string | undefined }
}

export function builtSeries({ plots, columns }: NativeChart): BuiltSeries[] {
  return plots
    .flatMap((plot) => plot.series)
    .map(({ values, categories, labels }) => ({
      name: columns[values]?.header ?? '',
      categories: columns[categories]?.cells ?? [],
      values: columns[values]?.cells ?? [],
      labels: new Map(labels.map(({ index, text }) => [index, text])),
      formats: {
        labels: new Map(
          labels.flatMap(({ index, format }) => (format === undefined ? [] : [[index, format] as const])),
        ),
        cells: columns[values]?.format,
      },
    }))
}

function nameChanges({ series }: FoundChart, built: readonly BuiltSeries[]): Change[] {
  if (built.length !== series.length) return []
  // In another order each is found by its name.
  const renamed = series.flatMap(({ name }, index) => {
    const was = built[index]?.name ?? ''
    const isOther = was !== '' && name !== '' && !built.some((one) => isName(name, one.name))
    return isOther ? [{ what: 'a series has another name', is: name, was }] : []
  })
  const points = series.flatMap(({ categories }, index) => {
    const cells = built[index]?.categories ?? []
    const changed = [...categories].filter(([at, name]) => cells[at] !== undefined && !isName(name, cells[at]))
    return changed
      .slice(0, 1)
      .map(([at, is]) => ({ what: 'a point has another name or date', is, was: String(cells[at]) }))
  })
  return [...renamed, ...points]
}

function isName(name: string, cell: string | number | null): boolean {
  if (typeof cell === 'number') return isSame(Number(name), cell)
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  return cell === null || plain(cell) === plain(name)
}

function formatChanges({ formats, series }: FoundChart, built: readonly BuiltSeries[]): Change[] {
  const own = series.flatMap((one) =>
    formatChange(
      one.formats,
      built.filter(({ name }) => name === one.name),
    ),
  )
  return [...own, ...formatChange(formats, built), ...series.flatMap((one) => labelChanges(one, built))]
}

/** Labels of points whose own number format says other words than the build's: 4700, which was over 4700. */
function labelChanges({ name, points }: FoundSeries, built: readonly BuiltSeries[]): Change[] {
  const labels = built.find((one) => one.name === name)?.formats.labels
  return points.flatMap(({ format: is }, index) => {
    const was = labels?.get(index)
    const isOther = is !== undefined && was !== undefined && formatScale(is) !== formatScale(was)
    return isOther ? [{ what: 'a label has another number format', is, was }] : []
  })
}

/** The first of some number formats that none of the series has. */
function formatChange(formats: readonly string[], series: readonly BuiltSeries[]): Change[] {
  if (series.length === 0) return []
  const labels = series.flatMap((one) => [...one.formats.labels.values()])
  const known = new Set([...labels, ...series.flatMap((one) => one.formats.cells ?? [])].map(formatScale))
  const other = formats.find((format) => formatScale(format) !== undefined && !known.has(formatScale(format)))
  return other === undefined
    ? []
    : [{ what: 'the labels have another number format', is: other, was: labels.join(', ') }]
}

function dateChanges({ isFrom1904, axes }: FoundChart): Change[] {
  const hasDates = axes.some(({ format }) => formatScale(format) === 'date')
  return isFrom1904 && hasDates ? [{ what: 'dates count from another year', is: '1904', was: '1900' }] : []
}

function trendChanges({ series }: FoundChart, { plots }: NativeChart): Change[] {
  const drawsRanges = plots.some((plot) => plot.series.some(({ errorBars }) => errorBars !== undefined))
  return series.flatMap(({ name, hasTrend, hasRanges }) => [
    ...(hasTrend ? [{ what: 'a trend is drawn that the build does not draw', is: name, was: '' }] : []),
    ...(hasRanges && !drawsRanges
      ? [{ what: 'ranges are drawn that the build does not draw', is: name, was: '' }]
      : []),
  ])
}

/** What tells its series and points apart and is shown no more. */
function goneKeys({ axes, hasLegend }: FoundChart, built: NativeChart): string[] {
  const isLost = builtAxes(built).some(
    ({ kind, labels }, index) => kind !== 'value' && labels && axes[index]?.hasNames === false,
  )
  return [...(built.legend && !hasLegend ? ['legend'] : []), ...(isLost ? ['names on an axis'] : [])]
}

/** The series that are not there, and the last or first points that others lack. */
function goneParts({ series }: FoundChart, built: readonly BuiltSeries[]): string[] {
  const find = (name: string) => series.find((one) => isName(one.name, name))
  if (series.length < built.length) return built.flatMap(({ name }) => (name !== '' && !find(name) ? [name] : []))
  return built.flatMap(({ name, values, categories }) => {
    const drawn = find(name)?.points.map(({ cached }) => cached) ?? []
    // Some programs keep in a chart none of its numbers.
    const isGone = (cell: NativeCell, at: number) => cell !== null && drawn[at] === undefined
    const lost = drawn.some((one) => one !== undefined) ? values.findIndex(isGone) : -1
    return lost < 0 ? [] : [`${name} ${categories[lost] ?? ''}`]
  })
}
