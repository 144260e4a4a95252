import { isFormulaFault } from '../dataset/derive/evaluate.ts'
import { parseFormula, referencesIn } from '../dataset/derive/formula.ts'
import { periodEnd, periodLike } from '../dataset/figure/period.ts'
import { observationKey } from '../dataset/figure/reference.ts'
import { isSeries, parseCategories, resolveSeries } from '../dataset/figure/series.ts'
import { movedAlong } from '../dataset/figure/shift-period.ts'
import type { Dataset, Period, Report } from '../dataset/types.ts'
import { type Located, valueAt } from '../dataset/yaml/located.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import { applyEdits } from '../edit/text-edit.ts'
import { insertItems, openYaml } from '../edit/yaml-edits.ts'
import { sourceText } from '../files/source-text.ts'

/** A formula of a dataset: which indicator's, of which categories, for which period. */
interface WrittenFormula {
  indicator: string
  category: string | undefined
  period: Period
  text: string
}

/** A formula of the next edition beside the one of the present, as they are written. */
export interface MovedFormula {
  /** `netizens@2024-06`. */
  key: string
  before: string
  after: string
}

/**
 * The texts of the files in which formulas of the present edition stand, with one for the next above each: its periods
 * move with the report's, and
 * those of the comparison that it was written for with that. A formula for a period that has not ended by then waits
 * for the edition after.
 */
export function moveFormulas(
  dataset: Dataset,
  texts: ReadonlyMap<string, string>,
  dates: EditionDates,
): { texts: Map<string, string>; formulas: MovedFormula[] } {
  const changed = [...texts].flatMap(([path, text]) => {
    if (!path.endsWith('.yaml')) return []
    const located = readYaml(sourceText(path, text)).value
    const yaml = openYaml(text)
    const moved = (located ? getFormulas(located) : []).flatMap((formula) => {
      const item = movedOn(formula, dataset, dates)
      return item ? [{ formula, item }] : []
    })
    const edits = moved.flatMap(({ formula, item: { key: _, ...item } }) =>
      insertItems(yaml, ['indicators', formula.indicator], 'observations', [item]),
    )
    const formulas = moved.map(({ formula, item }) => ({ key: item.key, before: formula.text, after: item.formula }))
    return edits.length > 0 ? [{ path, text: applyEdits(text, edits), formulas }] : []
  })
  return {
    texts: new Map(changed.map(({ path, text }) => [path, text])),
    formulas: changed.flatMap(({ formulas }) => formulas),
  }
}

function movedOn(
  { indicator, category, period, text }: WrittenFormula,
  dataset: Dataset,
  dates: EditionDates,
): { key: string; period: string; category?: string; formula: string } | undefined {
  const { report, observations } = dataset
  if (periodEnd(period) !== periodEnd(report.period)) return undefined
  const next = movedAlong(period, report.period, dates.period) ?? periodLike(period, dates.period)
  const names = parseCategories(category ?? '') ?? []
  const series = resolveSeries(indicator, names, dataset)
  const key = observationKey(isSeries(series) ? series.key : indicator, 'value', next)
  const isOpen = periodEnd(next) > periodEnd(dates.period) || next === period
  if (isOpen || observations.has(key)) return undefined
  const formula = movedText(text, report, dates)
  return { key, period: next, ...(category !== undefined && { category }), formula }
}

/** A formula with the periods of its references moved on, whatever else it holds. */
function movedText(text: string, report: Report, dates: EditionDates): string {
  const formula = parseFormula(text)
  if (isFormulaFault(formula)) return text
  const references = referencesIn(formula).toSorted((a, b) => b.offset - a.offset)
  return references.reduce((moved, { text: own, offset }) => {
    const [name = '', when] = own.split('@')
    if (when === undefined) return moved
    const periods = when.split('..').map((period) => movedPeriod(period, report, dates))
    return `${moved.slice(0, offset)}${name}@${periods.join('..')}${moved.slice(offset + own.length)}`
  }, text)
}

/** The report's period and the one that it compares with move on, each as its own; another (a base year) stays. */
function movedPeriod(period: Period, { period: now, comparison }: Report, dates: EditionDates): Period {
  const moved = (from: Period, to: Period) =>
    movedAlong(period, from, to) ?? (period === from ? to : periodLike(period, to))
  if (period !== '' && periodEnd(period) === periodEnd(now)) return moved(now, dates.period)
  return period !== '' && periodEnd(period) === periodEnd(comparison) ? moved(comparison, dates.comparison) : period
}

/** The formulas of a file that was read without errors. */
function getFormulas({ value }: Located): WrittenFormula[] {
  return Object.entries(Object(valueAt(value, ['indicators']))).flatMap(([indicator, entry]) =>
    Object.values(Object(valueAt(entry, ['observations']))).flatMap((item) => {
      const { period, category, formula } = Object(item)
      if (typeof formula !== 'string') return []
      const own = category === undefined ? undefined : String(category)
      return [{ indicator, category: own, period: String(period), text: formula }]
    }),
  )
}

/** The dates of an edition, which stand in `data/report.yaml` alone. */
export interface EditionDates extends Pick<Report, 'period' | 'comparison' | 'released'> {
  /** Undefined for a report that has no number. */
  edition: Report['edition']
}
