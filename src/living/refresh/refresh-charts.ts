import type { BaseChart, BaseSeries } from '../../build/base/base-types.ts'
import type { LivingChart, LivingSeries } from '../../build/base/living-types.ts'
import { similarity, wordBag } from '../../trust/verify/word-bag.ts'
import { getCategories, isSameNumber, planSeries, seriesName } from '../merge/merge-series.ts'
import { movePoint, removeElement, writeLabel, writeSetting, writeVector } from '../write/edit-chart.ts'
import { type CellValues, editWorkbook } from '../write/edit-workbook.ts'
import type { RefreshEntry, Refreshing } from './types.ts'

/** Brings the native charts of a deck up to date: caches, workbooks, labels and axes; their looks stay. */
export function refreshCharts(refreshing: Refreshing): RefreshEntry[] {
  const { theirs, base, ours, slides } = refreshing
  return theirs.charts.flatMap((chart) => {
    const built = mostAlike(chart, base.charts, ({ slide }) => slide === slides.theirs.get(chart.slide))
    const now = built && mostAlike(built, ours.charts, ({ slide }) => slides.ours.get(slide) === built.slide)
    if (!built || !now) return []
    return refreshChart(chart, built, now, refreshing)
  })
}

type Drawn = Pick<BaseChart, 'item'> & { series: readonly Pick<BaseSeries, 'vectors'>[] }

/** The chart that says most of the same: name, series, categories, values. */
function mostAlike<T extends Drawn>(
  chart: Drawn,
  charts: readonly T[],
  isLikely: (chart: T) => boolean,
): T | undefined {
  const words = getWords(chart)
  const scored = charts.map((other) => ({
    other,
    score:
      similarity(words, getWords(other)) +
      sharedValues(chart, other) +
      (other.item === chart.item ? 0.6 : 0) +
      (isLikely(other) ? 0.4 : 0),
  }))
  const [best] = scored.filter(({ score }) => score >= 0.9).sort((a, b) => b.score - a.score)
  return best?.other
}

function getWords({ series }: Drawn) {
  return wordBag(series.map((one) => `${seriesName(one)} ${getCategories(one).join(' ')}`).join(' '))
}

function sharedValues(a: Drawn, b: Drawn): number {
  const getValues = ({ series }: Drawn) =>
    new Set(
      series.flatMap(({ vectors }) => vectors.flatMap(({ values }) => values.map((value) => String(Number(value))))),
    )
  const [left, right] = [getValues(a), getValues(b)]
  const shared = [...left].filter((value) => right.has(value)).length
  return (2 * shared) / Math.max(1, left.size + right.size)
}

function refreshChart(chart: LivingChart, built: BaseChart, now: BaseChart, refreshing: Refreshing): RefreshEntry[] {
  const { editor } = refreshing
  const { slide, item, part } = chart
  const before = editor.written(part, 0, Number.MAX_SAFE_INTEGER)
  const entries: RefreshEntry[] = []
  const settle = (message: string) => entries.push({ kind: 'settle', slide, item, message })
  const cells = new Map<string, { value: string | null; isText: boolean }>()
  const take = (values: CellValues) => {
    for (const [address, value] of values) cells.set(address, value)
  }
  for (const series of chart.series) {
    const was = findSeries(series, chart.series, built.series)
    const is = was && findSeries(was, built.series, now.series)
    if (was && is) take(refreshSeries(series, was, is, part, refreshing, settle))
    else if (was) take(dropSeries(series, was, part, refreshing, settle))
  }
  const added = now.series.filter(
    (one) => !built.series.some((was) => findSeries(was, built.series, now.series) === one),
  )
  for (const one of added) settle(`the report draws a series more: “${seriesName(one)}”`)
  for (const setting of chart.settings) {
    writeSetting(editor, part, setting, getSetting(built, setting.key), getSetting(now, setting.key))
  }
  const isChanged = editor.written(part, 0, Number.MAX_SAFE_INTEGER) !== before
  if (isChanged || entries.length > 0) editCells(part, cells, refreshing)
  return isChanged
    ? [{ kind: 'updated', slide, item, before: 'chart', after: changeWords(built, now) }, ...entries]
    : entries
}

/** A label at a point has the format of all its series' labels where it has none of its own. */
function getSetting({ settings }: BaseChart, key: string): string | undefined {
  return settings[key] ?? settings[key.replace(/ \d+ c:numFmt$/, ' c:numFmt')]
}

/** The series of the same name, else the one in the same place where no other has its name. */
function findSeries<A extends Pick<BaseSeries, 'vectors'>, B extends Pick<BaseSeries, 'vectors'>>(
  one: A,
  among: readonly A[],
  others: readonly B[],
): B | undefined {
  const name = seriesName(one)
  const index = among.indexOf(one)
  const named = others.filter((other) => seriesName(other) === name)
  if (named.length > 0)
    return named.length === 1
      ? named[0]
      : others[index] && seriesName(others[index]) === name
        ? others[index]
        : named[0]
  const same = others[index]
  const isFree =
    same && among.length === others.length && !among.some((other) => seriesName(other) === seriesName(same))
  return isFree ? same : undefined
}

function refreshSeries(
  series: LivingSeries,
  was: BaseSeries,
  is: BaseSeries,
  part: string,
  { editor }: Refreshing,
  settle: (message: string) => void,
): CellValues {
  const plan = planSeries(series, was, is)
  for (const conflict of plan.conflicts) settle(`${seriesName(series)}: ${conflict}`)
  const cells = new Map<string, { value: string | null; isText: boolean }>()
  for (const { vector, values } of plan.vectors) {
    for (const [address, value] of writeVector(editor, part, vector, values)) cells.set(address, value)
  }
  refreshLabels(series, was, is, part, editor, settle)
  const isAsBuilt = series.points.map(({ index }) => index).join() === was.points.join()
  if (plan.follows && isAsBuilt && was.points.length === is.points.length) {
    for (const [index, { element }] of series.points.entries()) movePoint(editor, part, element, is.points[index] ?? 0)
  }
  return cells
}

/** Words at points follow the build's where they are the build's: the same number of them, one for one. */
function refreshLabels(
  { labels, ...series }: LivingSeries,
  was: BaseSeries,
  is: BaseSeries,
  part: string,
  editor: Refreshing['editor'],
  settle: (message: string) => void,
): void {
  const categories = { stands: getCategories(series), now: getCategories(is) }
  for (const label of labels) {
    const place = was.labels.findIndex(({ index, text }) => index === label.index && text === label.text)
    const category = categories.stands[label.index]
    const same = is.labels.find(({ index }) => categories.now[index] === category)
    const now = was.labels.length === is.labels.length && place >= 0 ? is.labels[place] : place >= 0 ? same : undefined
    if (now) {
      writeLabel(editor, part, label, now.text)
      movePoint(editor, part, label.element, now.index)
    } else if (/\d/.test(label.text) && isOutdated(label.index, was, is)) {
      settle(`${seriesName(series)}: the label “${label.text}” was written by hand, and its value is another now`)
    } else if (place >= 0) removeElement(editor, part, label.element)
  }
}

function isOutdated(index: number, was: BaseSeries, is: BaseSeries): boolean {
  const valueAt = ({ vectors }: BaseSeries) =>
    vectors.find(({ role }) => role === 'c:val' || role === 'c:yVal')?.values[index] ?? null
  return !isSameNumber(valueAt(was), valueAt(is))
}

/** A series that the build has no more is taken out where it stands as it was built. */
function dropSeries(
  series: LivingSeries,
  was: BaseSeries,
  part: string,
  { editor }: Refreshing,
  settle: (message: string) => void,
): CellValues {
  const isAsBuilt = was.vectors.every(({ role, values }) => {
    const own = series.vectors.find((vector) => vector.role === role)
    return own?.values.every((value, index) => isSameNumber(value, values[index] ?? null))
  })
  if (!isAsBuilt) {
    settle(`the series “${seriesName(series)}” is not in the report any more, and was edited`)
    return new Map()
  }
  const cells = series.vectors
    .filter(({ role }) => role !== 'c:cat' && role !== 'c:xVal')
    .flatMap((vector) => [
      ...writeVector(
        editor,
        part,
        vector,
        vector.values.map(() => null),
      ),
    ])
  removeElement(editor, part, series.element)
  return new Map(cells)
}

/** The cells of the workbook behind a chart. */
function editCells(part: string, cells: CellValues, { editor, date }: Refreshing): void {
  const [workbook] = editor.related(part, 'package')
  const bytes = workbook === undefined ? undefined : editor.bytes(workbook)
  if (workbook !== undefined && bytes) editor.set(workbook, editWorkbook(bytes, cells, date))
}

function changeWords(built: BaseChart, now: BaseChart): string {
  const count = (chart: BaseChart) =>
    chart.series.map((one) => getCategories(one).length).reduce((sum, length) => sum + length, 0)
  const [before, after] = [count(built), count(now)]
  return before === after ? `${after} points` : `${after} points, ${before} before`
}
