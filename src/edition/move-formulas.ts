import { periodEnd, periodLike } from '../dataset/figure/period.ts'
import { parseReference } from '../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../dataset/figure/shift-period.ts'
import type { Dataset, Period, Report } from '../dataset/types.ts'
import type { Located } from '../dataset/yaml/located.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import { applyEdits } from '../edit/text-edit.ts'
import { insertItems, openYaml } from '../edit/yaml-edits.ts'
import { sourceText } from '../files/source-text.ts'

/** A formula of a dataset: which indicator's, for which period. */
interface WrittenFormula {
  indicator: string
  period: Period
  text: string
}

/**
 * The texts of the files in which formulas of the present edition stand, with one for the next above each, its periods moved
 * on as far as the report's. A formula for a period that has not ended by then waits for the edition after.
 */
export function moveFormulas(
  dataset: Dataset,
  texts: ReadonlyMap<string, string>,
  dates: EditionDates,
): Map<string, string> {
  const months = monthsBetween(dataset.report.period, dates.period)
  const changed = [...texts].flatMap(([path, text]) => {
    if (!path.endsWith('.yaml')) return []
    const located = readYaml(sourceText(path, text)).value
    const yaml = openYaml(text)
    const edits = (located ? getFormulas(located) : []).flatMap((formula) => {
      const item = movedOn(formula, dataset, dates, months)
      return item ? insertItems(yaml, ['indicators', formula.indicator], 'observations', [item]) : []
    })
    return edits.length > 0 ? [[path, applyEdits(text, edits)] as const] : []
  })
  return new Map(changed)
}

function movedOn(
  { indicator, period, text }: WrittenFormula,
  { report, observations }: Dataset,
  dates: EditionDates,
  months: number,
): { period: string; formula: string } | undefined {
  if (periodEnd(period) !== periodEnd(report.period)) return undefined
  const next = shiftPeriod(period, months) ?? periodLike(period, dates.period)
  const isOpen = periodEnd(next) > periodEnd(dates.period) || next === period
  if (isOpen || observations.has(`${indicator}@${next}`)) return undefined
  return {
    period: next,
    formula: text.replace(/[a-z][a-z0-9.-]*@[0-9A-Z-]+/g, (word) => movedReference(word, report, months)),
  }
}

/** A reference to the report's period, or to the one it compares with, moved on. Another (a base year) stays; one without a period is of the formula's own. */
function movedReference(text: string, { period: now, comparison }: Report, months: number): string {
  const period = parseReference(text)?.period
  const isMoving = period && [now, comparison].some((one) => periodEnd(one) === periodEnd(period))
  const next = isMoving && shiftPeriod(period, months)
  return next ? text.replace(`@${period}`, `@${next}`) : text
}

/** The formulas of a file that was read without errors. */
function getFormulas({ value }: Located): WrittenFormula[] {
  return Object.entries(getField(value, 'indicators')).flatMap(([indicator, entry]) =>
    Object.values(getField(entry, 'observations')).flatMap((item) => {
      const { period, formula } = isRecord(item) ? item : {}
      return typeof formula === 'string' ? [{ indicator, period: String(period), text: formula }] : []
    }),
  )
}

function getField(value: unknown, name: string): Record<string, unknown> {
  const field = isRecord(value) ? value[name] : undefined
  return isRecord(field) ? field : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The dates of an edition, which stand in `data/report.yaml` alone. */
export interface EditionDates {
  /** Undefined for a report that has no number. */
  edition: number | undefined
  period: Period
  comparison: Period
  /** ISO date. */
  released: string
}
