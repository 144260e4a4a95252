import { periodLike, periodsOverlap } from '../dataset/period.ts'
import type { Dataset, Observation, Period } from '../dataset/types.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { observationsIn } from './observations-in.ts'
import { splitSlides } from './slides.ts'
import type { Block, Document } from './types.ts'

/**
 * An error for each level in a slide's text or tables whose period is neither the report's nor one that it compares with: left
 * over from an earlier edition, as a rule. Charts show history, and `::slide{periods="mixed"}` says that a slide means to.
 */
export function checkPeriods(document: Document, dataset: Dataset): Diagnostic[] {
  if (document.kind !== 'deck') return []
  return splitSlides(document.blocks).flatMap((slide) => {
    const isMixed = slide.some((block) => block.type === 'slideOptions' && block.periods === 'mixed')
    return isMixed ? [] : slide.flatMap((block) => blockErrors(block, dataset))
  })
}

function blockErrors(block: Block, dataset: Dataset): Diagnostic[] {
  if (block.type === 'columns') return block.columns.flat().flatMap((child) => blockErrors(child, dataset))
  const { place } = block
  const shown: Block = block.type === 'chart' ? { type: 'paragraph', children: block.caption ?? [], place } : block
  const { period } = dataset.report
  return observationsIn([shown])
    .filter((observation) => isForeign(observation, dataset))
    .map((observation) => ({
      severity: 'error',
      message: `a figure of another period on a slide about ${period}: ${observation.key}`,
      place,
      hint: `write ${observation.indicator} without @${observation.period}, or mean it: ::slide{periods="mixed"}`,
    }))
}

function isForeign({ indicator, measure, period }: Observation, { report, observations }: Dataset): boolean {
  if (measure !== 'value') return false
  const compared = [...observations.values()].flatMap((one) =>
    one.indicator === indicator && one.since && periodsOverlap(one.period, report.period) ? [one.since] : [],
  )
  const meant: Period[] = [report.period, report.comparison, periodLike(period, report.comparison), ...compared]
  return !meant.some((other) => periodsOverlap(other, period))
}
