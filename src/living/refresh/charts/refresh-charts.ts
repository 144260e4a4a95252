import type { BaseChart, BaseSeries } from '../../../build/base/base-types.ts'
import type {
  LivingChart,
  LivingLabel,
  LivingPoint,
  LivingSeries,
  LivingSetting,
} from '../../../build/base/living-types.ts'
import { likest } from '../../../dataset/likest.ts'
import { applyEdits } from '../../../edit/text-edit.ts'
import type { XmlElement } from '../../../opc/xml.ts'
import { similarity, type WordBag, wordBag } from '../../../trust/verify/word-bag.ts'
import { mergeLoose } from '../../merge/merge-loose.ts'
import { getCategories, isOfValues, isSameNumber, planSeries, sayValue, seriesName } from '../../merge/merge-series.ts'
import { editLabel, insertLabels, movePoint, placeLabel, writeSetting, writeVector } from '../../write/edit-chart.ts'
import { removeElement } from '../../write/edit-elements.ts'
import type { PackageEditor } from '../../write/edit-package.ts'
import { type CellValue, type CellValues, editWorkbook } from '../../write/edit-workbook.ts'
import { noted, type RefreshEntry, type Refreshing, titleOn, toSettle, updated } from '../types.ts'
import { gainSeries, type MatchedChart } from './gain-series.ts'
import { getShift, handwritten, recountAxis, recounted, redrawLabels, rewriteFormats, seriesOn } from './recount.ts'
import { refreshDrawings } from './refresh-drawings.ts'

/** Brings the native charts of a deck up to date: caches, workbooks, labels and axes; their looks stay. */
export function refreshCharts(refreshing: Refreshing): RefreshEntry[] {
  const { theirs, base, ours, slides } = refreshing
  return theirs.charts.flatMap((chart) => {
    const built = mostAlike(chart, base.charts, ({ slide }) => slide === slides.theirs.get(chart.slide))
    if (!built) return refreshLoose(chart, refreshing)
    const isThere = ({ slide }: BaseChart) => slides.ours.get(slide) === built.slide
    // On another slide a chart of other things is another chart.
    const kin = ours.charts.filter((one) => isThere(one) || sharesName(built, one))
    const now = mostAlike(built, kin, isThere)
    if (now && !sharesAny(chart, built)) return replacedData(chart, now, refreshing)
    if (now)
      return refreshChart(
        {
          chart,
          built,
          now,
          drawn: refreshing.built.deck.charts.find(({ slide, item }) => slide === now.slide && item === now.item),
        },
        refreshing,
      )
    return [toSettle(chart, 'the report draws this chart no more: its numbers are those of its build')]
  })
}

function refreshLoose(chart: LivingChart, refreshing: Refreshing): RefreshEntry[] {
  const { entries, cells } = looseChart(chart, chart.series, refreshing)
  return [...entries, ...editCells(chart, cells, refreshing)]
}

/** A chart in which people have put data of their own: where these are figures, they follow. */
function replacedData(chart: LivingChart, now: BaseChart, refreshing: Refreshing): RefreshEntry[] {
  const names = now.series.map(seriesName).join(', ')
  return [...refreshLoose(chart, refreshing), toSettle(chart, `other data stand where the report draws ${names}`)]
}

type Drawn = Pick<BaseChart, 'item'> & { series: readonly Pick<BaseSeries, 'vectors'>[] }

/** The chart that says most of the same: name, series, categories, values. */
function mostAlike<T extends Drawn>(
  chart: Drawn,
  charts: readonly T[],
  isLikely: (chart: T) => boolean,
): T | undefined {
  const [words, values] = [getWords(chart), getValues(chart)]
  const likeness = (other: T) =>
    similarity(words, getWords(other)) +
    similarity(values, getValues(other)) +
    (other.item === chart.item ? 0.6 : 0) +
    (isLikely(other) ? 0.4 : 0)
  return likest(charts, likeness, 0.9)
}

/** Whether two charts show a series or a category of one name; dates are names only where there are no others. */
function sharesName(one: Drawn, other: Drawn): boolean {
  const [names, others] = [one, other].map(({ series }) =>
    series.flatMap((each) => [seriesName(each), ...getCategories(each)]),
  )
  const distinctive = (names ?? []).filter((name) => name !== null && !/\d/.test(name))
  return (distinctive.length > 0 ? distinctive : (names ?? [])).some((name) => others?.includes(name))
}

/** Whether a chart still has a series, a category or a value that its build drew. */
function sharesAny(chart: Drawn, built: Drawn): boolean {
  return similarity(getWords(chart), getWords(built)) + similarity(getValues(chart), getValues(built)) > 0
}

function getWords({ series }: Drawn) {
  return wordBag(series.map((one) => `${seriesName(one)} ${getCategories(one).join(' ')}`).join(' '))
}

/** The numbers that it draws, each once. */
function getValues({ series }: Drawn): WordBag {
  const values = series.flatMap(({ vectors }) => vectors.flatMap((vector) => vector.values))
  return new Map(values.flatMap((value) => (Number.isNaN(Number(value)) ? [] : [[String(Number(value)), 1]])))
}

function refreshChart(matched: MatchedChart, refreshing: Refreshing): RefreshEntry[] {
  const {
    editor,
    figures: { language },
  } = refreshing
  const { chart, built, now, drawn } = matched
  const { slide, item, part } = chart
  const before = editor.written(part, 0, Number.MAX_SAFE_INTEGER)
  const entries: RefreshEntry[] = []
  const settle = (message: string) => entries.push(toSettle(chart, message))
  const cells = new Map<string, CellValue>()
  const take = (values: CellValues) => {
    for (const [address, value] of values) cells.set(address, value)
  }
  const shifts = new Map<LivingSeries, number>()
  for (const series of chart.series) {
    const was = findSeries(series, chart.series, built.series)
    const is = was && presentSeries(was, built, now)
    if (was && is) {
      const shift = getShift(was, is)
      shifts.set(series, shift)
      const own = { series, was, is, drawn: drawn?.series[now.series.indexOf(is)], editor, language, settle }
      take(refreshSeries(own))
      if (shift === 0 && getCategories(series).join('\n') === getCategories(was).join('\n')) moveLabels(own, matched)
    } else if (was) take(dropSeries({ series, was, editor, settle }, series === chart.series.at(-1)))
  }
  const added = now.series.filter((one) => !built.series.some((was) => presentSeries(was, built, now) === one))
  const gained = gainSeries(matched, added, refreshing)
  take(gained.cells)
  for (const name of gained.left) settle(`the report draws a series more: “${name}”`)
  if ([...shifts.values()].some((shift) => shift !== 0))
    entries.push(noted(chart, `slide ${slide}: ${item} counts in another unit now, and its labels are drawn anew`))
  for (const setting of chart.settings) {
    if (keepsItsDates(setting, matched)) continue
    const shift = shiftOf(setting, chart, shifts, editor)
    if (shift === 'redrawn') continue
    if (shift !== 0) {
      recountAxis(editor, setting, shift, matched)
      continue
    }
    const moved = movedKey(setting.key, built, now)
    writeSetting(editor, setting, getSetting(built, setting.key), getSetting(now, moved))
  }
  const isChanged = editor.written(part, 0, Number.MAX_SAFE_INTEGER) !== before
  const own = chart.series.filter((series) => !findSeries(series, chart.series, built.series))
  const loose = looseChart(chart, own, refreshing)
  take(loose.cells)
  entries.push(...loose.entries, ...(isChanged ? standingSeries(chart, own, loose.count) : []))
  if (isChanged || entries.length > 0) entries.push(...editCells(chart, cells, refreshing))
  entries.push(...refreshDrawings(matched, refreshing))
  return isChanged ? [updated(chart, 'chart', changeWords(built, now)), ...entries] : entries
}

/** Whether an axis keeps its date labels, as the deck's chart has no room for the build's drawn words below it. */
function keepsItsDates({ key }: LivingSetting, { chart, now }: MatchedChart): boolean {
  const [, axis = ''] = /^(axis \d+ )c:(?:numFmt|tickLblPos)$/.exec(key) ?? []
  return axis !== '' && chart.drawings.length === 0 && now.settings[`${axis}c:tickLblPos`] === 'none'
}

/** By how much the series of an axis are shifted; `redrawn` for the formats of labels that are drawn anew. */
function shiftOf(
  { key, axis }: LivingSetting,
  chart: LivingChart,
  shifts: ReadonlyMap<LivingSeries, number>,
  editor: PackageEditor,
): number | 'redrawn' {
  const root = editor.xml(chart.part)
  const isShifted = (series: LivingSeries) => (shifts.get(series) ?? 0) !== 0
  if (axis) return root ? (seriesOn(axis, chart, root).map((one) => shifts.get(one) ?? 0)[0] ?? 0) : 0
  const isRedrawn = chart.series.some((one) => isShifted(one) && key.startsWith(`labels of ${seriesName(one)} `))
  return isRedrawn ? 'redrawn' : 0
}

/** Moves labels of values to other points where the build has as many, or to the same categories otherwise. */
function movedLabel(
  index: number,
  was: BaseSeries,
  is: BaseSeries,
  built: BaseChart,
  now: BaseChart,
): number | undefined {
  const [before, after] = [labelled(built, seriesName(was)), labelled(now, seriesName(is))]
  const place = before.indexOf(index)
  if (place >= 0 && before.length === after.length) return after[place]
  const at = getCategories(is).indexOf(getCategories(was)[index] ?? null)
  return at >= 0 ? at : undefined
}

/** The points of a series whose labels have a format of their own. */
function labelled({ settings }: BaseChart, name: string): number[] {
  const points = Object.keys(settings).flatMap((key) => {
    const own = key.startsWith(`labels of ${name} `)
      ? /^(\d+) c:numFmt$/.exec(key.slice(`labels of ${name} `.length))
      : null
    return own ? [Number(own[1])] : []
  })
  return points.sort((a, b) => a - b)
}

function movedKey(key: string, built: BaseChart, now: BaseChart): string {
  const [, name = '', index = ''] = /^labels of (.*) (\d+) c:numFmt$/.exec(key) ?? []
  const was = built.series.find((one) => index !== '' && seriesName(one) === name)
  const is = was && presentSeries(was, built, now)
  const at = was && is && movedLabel(Number(index), was, is, built, now)
  return at === undefined || !is ? key : `labels of ${seriesName(is)} ${at} c:numFmt`
}

/** A label at a point has the format of all its series' labels where it has none of its own. */
function getSetting({ settings }: BaseChart, key: string): string | undefined {
  return settings[key] ?? settings[key.replace(/ \d+ c:numFmt$/, ' c:numFmt')]
}

/**
 * What a series of a build is in the present one. Series that are named by times, then and now, keep their places as
 * the times move on.
 */
function presentSeries(was: BaseSeries, built: BaseChart, now: BaseChart): BaseSeries | undefined {
  const [before, after] = [built, now].map(({ series }) =>
    series.filter((one) => /(?:19|20)\d\d/.test(seriesName(one))),
  )
  const place = before?.indexOf(was) ?? -1
  return place >= 0 && before?.length === after?.length ? after?.[place] : findSeries(was, built.series, now.series)
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

/** Labels of values follow the build if they were as it had them; those that people removed or added stay so. */
function moveLabels({ series, was, is, drawn, editor }: MatchedSeries, { built, now }: MatchedChart): void {
  const isAsBuilt = series.valueLabels.map(({ index }) => index).join() === labelled(built, seriesName(was)).join()
  const wanted = labelled(now, seriesName(is))
  const reached = new Set<number>()
  for (const { index, element } of series.valueLabels) {
    const at = movedLabel(index, was, is, built, now)
    if (at === undefined || reached.has(at) || (isAsBuilt && !wanted.includes(at))) removeElement(editor, element)
    else {
      reached.add(at)
      movePoint(editor, element, at)
      const [format, present] = [formatAt(built, was, index), formatAt(now, is, at)]
      placeLabel(editor, element, elementAt(drawn?.valueLabels, at), at !== index || format !== present)
    }
  }
  const fresh = drawn?.valueLabels.filter(({ index }) => wanted.includes(index) && !reached.has(index)) ?? []
  if (isAsBuilt && drawn)
    insertLabels(
      editor,
      series.element,
      drawn.element,
      fresh.map(({ element }) => element),
    )
}

function elementAt(points: readonly LivingPoint[] | undefined, index: number): XmlElement | undefined {
  return points?.find((one) => one.index === index)?.element
}

function formatAt(chart: BaseChart, series: BaseSeries, index: number): string | undefined {
  return getSetting(chart, `labels of ${seriesName(series)} ${index} c:numFmt`)
}

/** A series of a deck, as its build drew it, as a build draws it now, and as that stands in the build's own deck. */
interface MatchedSeries {
  series: LivingSeries
  was: BaseSeries
  is: BaseSeries
  drawn: LivingSeries | undefined
  editor: PackageEditor
  /** BCP 47 tag of the deck's. */
  language: string
  /** Leaves something to a person. */
  settle(message: string): void
}

function refreshSeries(matched: MatchedSeries): CellValues {
  const { series, was, is, editor, settle } = matched
  const shift = getShift(was, is)
  const drawn = shift === 0 ? undefined : matched.drawn
  const plan = planSeries(recounted(series, shift), recounted(was, shift), is, matched.language)
  for (const conflict of plan.conflicts) settle(`${seriesName(is)}: ${conflict}`)
  const cells = new Map<string, CellValue>()
  const formats = drawn ? rewriteFormats(editor, series, drawn) : undefined
  for (const { vector, values } of plan.vectors) {
    const standing = series.vectors.find(({ role }) => role === vector.role) ?? vector
    const format = formats?.get(vector.role)
    for (const [address, value] of writeVector(editor, standing, values))
      cells.set(address, format === undefined ? value : { ...value, format })
  }
  if (drawn) {
    const standing = getCategories(plan.follows ? is : series)
    redrawLabels(editor, series, { was, drawn, standing })
    tellHandwritten(handwritten(series, was), { ...matched, was: recounted(was, shift) })
  } else refreshLabels(matched)
  const isAsBuilt = series.points.map(({ index }) => index).join() === was.points.join()
  if (plan.follows && isAsBuilt && was.points.length === is.points.length) {
    for (const [index, { element }] of series.points.entries()) movePoint(editor, element, is.points[index] ?? 0)
  }
  return cells
}

/** Words at points follow the build's where they are the build's: the same number of them, one for one. */
function refreshLabels(matched: MatchedSeries): void {
  const { series, was, is, editor } = matched
  const categories = { stands: getCategories(series), now: getCategories(is) }
  for (const label of series.labels) {
    const place = was.labels.findIndex(({ index, text }) => index === label.index && text === label.text)
    const category = categories.stands[label.index]
    const same = is.labels.find(({ index }) => categories.now[index] === category)
    const now = was.labels.length === is.labels.length && place >= 0 ? is.labels[place] : place >= 0 ? same : undefined
    if (now) {
      editLabel(editor, label, now.text)
      movePoint(editor, label.element, now.index)
      placeLabel(editor, label.element, elementAt(matched.drawn?.labels, now.index), now.index !== label.index)
    } else if (place >= 0) removeElement(editor, label.element)
    else tellHandwritten([label], matched)
  }
}

function tellHandwritten(labels: readonly LivingLabel[], { series, was, is, settle }: MatchedSeries): void {
  for (const label of labels.filter(({ index, text }) => /\d/.test(text) && isOutdated(index, was, is)))
    settle(`${seriesName(series)}: the label “${label.text}” was written by hand, and its value is another now`)
}

function isOutdated(index: number, was: BaseSeries, is: BaseSeries): boolean {
  const [before, after] = [was, is].map(({ vectors }) => vectors.find(isOfValues)?.values[index] ?? null)
  return !isSameNumber(before ?? null, after ?? null)
}

/** A series that the build has no more is taken out where it stands as it was built. */
function dropSeries(
  { series, was, editor, settle }: Omit<MatchedSeries, 'is' | 'drawn' | 'language'>,
  isLast: boolean,
): CellValues {
  const isAsBuilt = was.vectors.every(({ role, values }) => {
    const own = series.vectors.find((vector) => vector.role === role)
    return own?.values.every((value, index) => isSameNumber(value, values[index] ?? null))
  })
  if (!isAsBuilt) {
    settle(`the series “${seriesName(series)}” is not in the report any more, and was edited`)
    return new Map()
  }
  // A column between others keeps its head, for a table has one over each.
  const kept = ['c:cat', 'c:xVal', ...(isLast ? [] : ['c:tx'])]
  const cells = series.vectors
    .filter(({ role }) => !kept.includes(role))
    .flatMap((vector) => [
      ...writeVector(
        editor,
        vector,
        vector.values.map(() => null),
      ),
    ])
  removeElement(editor, series.element)
  return new Map(cells)
}

/** Series that people have added, none of which is a figure that follows. */
function standingSeries(chart: LivingChart, own: readonly LivingSeries[], followed: number): RefreshEntry[] {
  if (followed > 0) return []
  return own.map((one) =>
    toSettle(chart, `the series ${seriesName(one)} stands as it was, beside figures that are new`),
  )
}

/** Edits the cells of the workbook behind a chart; a formula that gives another number is for a person to settle. */
function editCells(
  chart: LivingChart,
  cells: CellValues,
  { editor, date, figures: { language } }: Refreshing,
): RefreshEntry[] {
  const [workbook] = editor.related(chart.part, 'package')
  const bytes = editor.bytes(workbook)
  if (workbook === undefined || !bytes || cells.size === 0) return []
  const { bytes: edited, kept } = editWorkbook(bytes, cells, date)
  if (edited !== bytes) editor.set(workbook, edited)
  return kept.map(([address, value]) =>
    toSettle(chart, `cell ${address} of its data has a formula: it is ${sayValue(value, language)} now`),
  )
}

function changeWords(built: BaseChart, now: BaseChart): string {
  const count = (chart: BaseChart) =>
    chart.series.map((one) => getCategories(one).length).reduce((sum, length) => sum + length, 0)
  const [before, after] = [count(built), count(now)]
  return before === after ? `${after} points` : `${after} points, ${before} before`
}

/** Updates series that no build drew, where a value can be only one figure, by its digits or its names. */
function looseChart(
  chart: LivingChart,
  own: readonly LivingSeries[],
  refreshing: Refreshing,
): { entries: RefreshEntry[]; cells: CellValues; count: number } {
  const conflicts: string[] = []
  const cells = new Map<string, { value: string | null; isText: boolean }>()
  let count = 0
  for (const series of own) {
    for (const vector of series.vectors.filter(isOfValues)) {
      const values = vector.values.map((value, index) => {
        const merged = looseValue(value, index, series, chart, refreshing)
        conflicts.push(...merged.conflicts)
        return merged.value
      })
      const changed = values.filter((value, index) => value !== vector.values[index]).length
      if (changed === 0) continue
      count += changed
      for (const [address, value] of writeVector(refreshing.editor, vector, values)) cells.set(address, value)
    }
  }
  const changed = count === 0 ? [] : [updated(chart, 'chart', `${count} points`)]
  return { entries: [...changed, ...conflicts.map((message) => toSettle(chart, message))], cells, count }
}

function looseValue(
  value: string | null,
  index: number,
  series: LivingSeries,
  { slide }: LivingChart,
  refreshing: Refreshing,
): { value: string | null; conflicts: string[] } {
  // A sign before a number may be a dash in words; here it is none.
  if (value === null || !/^\d+(?:\.\d+)?$/.test(value)) return { value, conflicts: [] }
  const around = [titleOn(slide, refreshing), seriesName(series), getCategories(series)[index]].join(' ')
  // Cells hold numbers as programs write them, whatever the language of the deck.
  const figures = { ...refreshing.figures, language: 'en' }
  const { replacements, conflicts } = mergeLoose(value, around, { ...refreshing, figures })
  return { value: applyEdits(value, replacements).replaceAll(',', ''), conflicts }
}
