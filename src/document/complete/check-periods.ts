import { periodLike, periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import { monthsBetween } from '../../dataset/figure/shift-period.ts'
import { getObservations } from '../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../dataset/types.ts'
import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { plainText } from '../plain-text.ts'
import { blocksOfOnePeriod } from '../slides.ts'
import type { Block, Document } from '../types.ts'
import { observationsIn } from './observations-in.ts'

/**
 * An error for each block of a slide with levels, in text or tables, whose period is neither the report's nor one that
 * it compares with: left
 * over from an earlier edition, as a rule. Words and heads that name the year mean it, charts show history, and
 * `::slide{periods="mixed"}` says that a slide means to.
 */
export function checkPeriods(document: Document, dataset: Dataset): Diagnostic[] {
  return document.kind === 'deck' ? blocksOfOnePeriod(document).flatMap((block) => blockErrors(block, dataset)) : []
}

function blockErrors(block: Block, dataset: Dataset): Diagnostic[] {
  const { place } = block
  const words = getWords(block)
  const isRecent = (period: Period) => monthsBetween(period, dataset.report.period) < 12
  const isNamed = (period: Period) =>
    words.includes(periodYear(period)) || (isRecent(period) && namesMonth(words, period))
  const shown: Block = block.type === 'chart' ? { type: 'paragraph', children: block.caption ?? [], place } : block
  const foreign = observationsIn([shown]).filter(
    (observation) => isForeign(observation, dataset) && !isNamed(observation.period),
  )
  const [first] = foreign
  if (!first) return []
  const keys = foreign.map(({ key }) => key).join(', ')
  const message = `${foreign.length > 1 ? 'figures' : 'a figure'} of another period on a slide about ${dataset.report.period}: ${keys}`
  const other = block.type === 'table' ? 'let its head say when' : `say when: {{period "${first.period}"}}`
  const hint = `write ${first.series} without @${first.period}, ${other}, or mean it: ::slide{periods="mixed"}`
  return [errorAt(place, message, { hint })]
}

/** Whether words name a period's month, or the season it ends; for the last twelve months they need no year. */
function namesMonth(words: string, period: Period): boolean {
  const [, season, number] = /^(P3M\/)?\d{4}-(\d\d)$/.exec(period) ?? []
  const month = Number(number)
  return Object.values(numberWords).some(({ months, seasons }) => {
    const name = season ? seasons[(month - 2) / 3] : (months[month - 1] ?? `(?<!\\d)${month}月`)
    return name !== undefined && new RegExp(name, 'i').test(words)
  })
}

/** The words that may say when: of a paragraph all, of a table its heads. */
function getWords(block: Block): string {
  if (block.type === 'heading' || block.type === 'paragraph') return plainText(block.children)
  if (block.type !== 'table') return ''
  const heads = [...block.header.flat(), ...block.rows.flatMap(([first]) => first ?? [])]
  return heads.map(({ children }) => plainText(children)).join(' ')
}

function isForeign({ series, measure, period }: Observation, dataset: Dataset): boolean {
  if (measure !== 'value') return false
  const { report } = dataset
  const compared = getObservations(dataset, series).flatMap((one) =>
    one.since && periodsOverlap(one.period, report.period) ? [one.since] : [],
  )
  const meant: Period[] = [report.period, report.comparison, periodLike(period, report.comparison), ...compared]
  return !meant.some((other) => periodsOverlap(other, period))
}
