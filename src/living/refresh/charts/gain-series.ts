import type { BaseChart, BaseSeries } from '../../../build/base/base-types.ts'
import type { LivingChart, LivingSeries } from '../../../build/base/living-types.ts'
import { childElements, childNamed, descendants, type XmlElement } from '../../../opc/xml.ts'
import { workbookCells } from '../../../trust/verify/read/read-workbook.ts'
import { getCategories, seriesName } from '../../merge/merge-series.ts'
import { freeColumn, seriesXml } from '../../write/add-series.ts'
import { insert } from '../../write/edit-elements.ts'
import type { CellValues } from '../../write/edit-workbook.ts'
import type { Refreshing } from '../types.ts'

/** A chart of a deck, as its build drew it, as a build draws it now, and as that stands in the build's own deck. */
export interface MatchedChart {
  chart: LivingChart
  built: BaseChart
  now: BaseChart
  drawn: LivingChart | undefined
}

/**
 * Puts a build's new series beside one that both charts have, in its look.
 * Returns what their cells are to hold, and the names of those that have no place.
 */
export function gainSeries(
  matched: MatchedChart,
  added: readonly BaseSeries[],
  { editor, built: { opened } }: Refreshing,
): { cells: CellValues; left: string[] } {
  const { chart, now, drawn } = matched
  const root = drawn && opened.xml(drawn.part)
  const cells = new Map<string, { value: string | null; isText: boolean }>()
  const insertions = new Map<LivingSeries, string[]>()
  const first = freeColumn(chart.series, [...(workbookCells(editor, chart.part)?.keys() ?? [])])
  const next = nextNumber(chart)
  const left: string[] = []
  added.forEach((series, place) => {
    const own = drawn?.series[now.series.indexOf(series)]
    const beside = own && root && findBeside(chart, drawn, own, root)
    if (!own || !beside || !childNamed(own.element, 'c:val')) {
      left.push(seriesName(series))
      return
    }
    const values = valuesFor(standingCategories(beside.beside, matched), series)
    const numbers = { index: next + place, column: first + place }
    const made = seriesXml(editor, {
      element: own.element,
      name: seriesName(series),
      values,
      ...beside,
      ...numbers,
    })
    for (const [address, value] of made.cells) cells.set(address, value)
    insertions.set(beside.beside, [...(insertions.get(beside.beside) ?? []), made.xml])
  })
  for (const [beside, xml] of insertions) insert(editor, beside.element, 'end', xml.join(''))
  return { cells, left }
}

/** The nearest series of the same plot that the deck has too. */
function findBeside(
  chart: LivingChart,
  drawn: LivingChart,
  own: LivingSeries,
  root: XmlElement,
): { beside: LivingSeries; drawn: XmlElement } | undefined {
  const plot = descendants(root, 'c:plotArea')
    .flatMap(childElements)
    .find(({ children }) => children.includes(own.element))
  const inPlot = drawn.series.filter(({ element }) => plot?.children.includes(element))
  const at = inPlot.indexOf(own)
  for (const other of [...inPlot.slice(0, at).reverse(), ...inPlot.slice(at + 1)]) {
    const beside = chart.series.find((one) => seriesName(one) === seriesName(other))
    if (beside) return { beside, drawn: other.element }
  }
  return undefined
}

/** The categories that a series of the deck will have: those of now where it had those of its build. */
function standingCategories(series: LivingSeries, { built, now }: MatchedChart): readonly (string | null)[] {
  const sameName = (one: BaseSeries) => seriesName(one) === seriesName(series)
  const [was, is] = [built.series.find(sameName), now.series.find(sameName)]
  const stands = getCategories(series)
  return was && is && String(getCategories(was)) === String(stands) ? getCategories(is) : stands
}

function valuesFor(categories: readonly (string | null)[], series: BaseSeries): (string | null)[] {
  const own = getCategories(series)
  const values = series.vectors.find(({ role }) => role === 'c:val')?.values ?? []
  return categories.map((category) => values[own.indexOf(category)] ?? null)
}

function nextNumber({ series }: LivingChart): number {
  const taken = series.flatMap(({ element }) =>
    ['c:idx', 'c:order'].map((name) => Number(childNamed(element, name)?.attributes.val ?? 0)),
  )
  return Math.max(-1, ...taken) + 1
}
