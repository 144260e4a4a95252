import type { NativeAxis, NativeChart } from '../../chart/native/native-types.ts'
import type { FoundAxis, FoundChart } from './read/found-document.ts'
import type { Finding } from './verification.ts'

/** What a native chart says besides the numbers of its points: how its axes run and from where to where, how series are put together, what they and their points are called, and in which number formats. Looks are free. */
export function compareChart(chart: FoundChart, built: NativeChart | undefined): Finding[] {
  if (!built) return []
  const at = { page: chart.page, item: chart.item, medium: 'chart' as const, context: '' }
  const changes = [
    ...axisChanges(chart, built),
    ...groupingChanges(chart, built),
    ...nameChanges(chart, built),
    ...formatChanges(chart, built),
  ]
  return changes.map(({ what, is, was }) => ({ ...at, verdict: 'changed', printed: is, was, remark: what }))
}

interface Change {
  what: string
  is: string
  was: string
}

function axisChanges({ axes, series }: FoundChart, built: NativeChart): Change[] {
  const pairs = [built.axes?.primary, built.axes?.secondary].flatMap((pair) =>
    pair ? [pair.category, pair.value] : [],
  )
  if (pairs.length !== axes.length) return []
  const largest = Math.max(...series.flatMap(({ points }) => points.map(({ cached }) => Number(cached ?? 0))))
  return pairs.flatMap((was, index) => {
    const is = axes[index]
    return is ? axisChange(is, was, largest) : []
  })
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
  if (!isSame(is.min, min) && !(is.min === 0 && min === undefined))
    changes.push({ what: 'an axis begins elsewhere', is: sayEnd(is.min), was: sayEnd(min) })
  // Room above the largest value is free.
  const isCut = is.max !== undefined && is.max < largest
  if (was.kind === 'value' && isCut && !isSame(is.max, max))
    changes.push({ what: 'an axis ends below what it shows', is: sayEnd(is.max), was: sayEnd(max) })
  const [scale, built] = [formatScale(is.format), formatScale(was.format)]
  if (was.labels && scale !== undefined && scale !== built)
    changes.push({ what: 'the numbers of an axis have another format', is: is.format ?? '', was: was.format })
  return changes
}

function isSame(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= Math.abs(b) * 1e-9)
}

function sayEnd(end: number | undefined): string {
  return end === undefined ? 'where PowerPoint lets it' : String(end)
}

/** What a number format makes of a number besides its digits: thousands and millions, per cent, words. Undefined for a format that says nothing of its own. */
function formatScale(format: string | undefined): string | undefined {
  if (format === undefined || format === '' || /^General$/i.test(format)) return undefined
  const [positive = ''] = format.split(';')
  const words = [...positive.matchAll(/"([^"]*)"|\\(.)/g)].map((match) => match[1] ?? match[2] ?? '').join('')
  const plain = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const commas = /[0#](,+)(?![0#])/.exec(plain)?.[1]?.length ?? 0
  const isDate = /[dmyh]/i.test(plain)
  return isDate ? 'date' : JSON.stringify([commas, plain.includes('%'), words.replace(/[\s+]+/g, ' ').trim()])
}

function groupingChanges({ groupings }: FoundChart, { plots }: NativeChart): Change[] {
  const built = plots.flatMap((plot) => ('grouping' in plot ? [plainGrouping(plot.grouping)] : []))
  const is = groupings.map(plainGrouping)
  if (built.length !== is.length || built.join() === is.join()) return []
  return [{ what: 'series are put together otherwise', is: is.join(', '), was: built.join(', ') }]
}

/** Bars beside each other are what other plots call standard. */
function plainGrouping(grouping: string): string {
  return grouping === 'clustered' ? 'standard' : grouping
}

function nameChanges({ series }: FoundChart, { plots, columns }: NativeChart): Change[] {
  const built = plots.flatMap((plot) => plot.series)
  if (built.length !== series.length) return []
  const headers = built.map(({ values }) => columns[values]?.header ?? '')
  // In another order each is found by its name.
  const renamed = series.flatMap(({ name }, index) => {
    const was = headers[index] ?? ''
    const isOther = was !== '' && name !== '' && !headers.some((header) => isName(name, header))
    return isOther ? [{ what: 'a series has another name', is: name, was }] : []
  })
  const points = series.flatMap(({ categories }, index) => {
    const { categories: column = 0, rows: [first, last] = [0, -1] } = built[index] ?? {}
    const cells = columns[column]?.cells.slice(first, last + 1) ?? []
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

function formatChanges({ formats }: FoundChart, { plots, columns }: NativeChart): Change[] {
  const labels = plots.flatMap((plot) =>
    plot.series.flatMap((series) => series.labels.flatMap(({ format }) => format ?? [])),
  )
  const known = new Set([...labels, ...columns.map(({ format }) => format)].map(formatScale))
  const other = formats.find((format) => formatScale(format) !== undefined && !known.has(formatScale(format)))
  return other === undefined
    ? []
    : [{ what: 'the labels have another number format', is: other, was: labels.join(', ') }]
}
