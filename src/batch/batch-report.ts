import { claimsFirst } from '../console/claims-first.ts'
import { formatCounts, grouped, type Log } from '../console/log.ts'
import { reportOnce } from '../console/report-once.ts'
import { hasErrors } from '../diagnostic.ts'
import type { BatchResult } from './batch-task.ts'

/** Tells how a batch goes. */
export interface BatchReport {
  /** Takes what became of a variant: one that failed is named with its errors, and what several have alike is reported once. */
  done(variant: string, result: BatchResult): void
  hasFailed(): boolean
  /** Says how it went; whether all variants are there. */
  end(): boolean
}

/** The report of a batch of so many variants, some of them kept from an earlier one. */
export function createBatchReport(log: Log, all: number, kept: number): BatchReport {
  const begun = performance.now()
  const elapsed = () => performance.now() - begun
  const tell = reportOnce(log)
  const failed: string[] = []
  let made = 0
  const getProgress = () => ({ all, made, failed: failed.length, kept })
  return {
    done: (variant, { outputs, diagnostics }) => {
      for (const diagnostic of claimsFirst(diagnostics)) tell(diagnostic)
      if (outputs && !hasErrors(diagnostics)) made += 1
      else {
        failed.push(variant)
        log.say(`${variant}: failed: ${formatCounts(diagnostics)}`)
      }
      log.progress(formatProgress(getProgress(), elapsed()))
    },
    hasFailed: () => failed.length > 0,
    end: () => {
      log.say(formatSummary(getProgress(), failed, elapsed()))
      return made + kept === all
    },
  }
}

/** How far a batch is. */
interface Progress {
  all: number
  /** Made, failed, and kept from an earlier batch. */
  made: number
  failed: number
  kept: number
}

/** `1,204 of 10,000, 3 failed; 5,210 an hour, 1 h 41 min left`. Rate and time come from what this batch has done itself. */
export function formatProgress(progress: Progress, milliseconds: number): string {
  const { all, made, failed, kept } = progress
  const done = made + failed
  const left = all - done - kept
  const rate = getRate(done, milliseconds)
  const time = rate > 0 && left > 0 ? [`${formatHours(left / rate)} left`] : []
  return [
    `${formatDone(progress)}${failed > 0 ? `, ${grouped(failed)} failed` : ''}`,
    [formatRate(rate), ...time].join(', '),
  ].join('; ')
}

/** `9,997 of 10,000 reports; failed: a, b, c; 5,210 an hour`. */
export function formatSummary(progress: Progress, failed: readonly string[], milliseconds: number): string {
  const some = failed.length > 10 ? [...failed.slice(0, 10), `and ${grouped(failed.length - 10)} more`] : failed
  const { all, made, kept } = progress
  const unmade = all - made - kept - failed.length
  return [
    `${grouped(made + kept)} of ${grouped(all)} reports`,
    ...(kept > 0 ? [`${grouped(kept)} of them from before`] : []),
    ...(failed.length > 0 ? [`failed: ${some.join(', ')}`] : []),
    ...(unmade > 0 ? [`${grouped(unmade)} not begun: --resume goes on`] : []),
    ...(made > 0 ? [formatRate(getRate(made + failed.length, milliseconds))] : []),
  ].join('; ')
}

function formatDone({ all, made, failed, kept }: Progress): string {
  return `${grouped(made + failed + kept)} of ${grouped(all)}`
}

/** Reports an hour. */
function getRate(done: number, milliseconds: number): number {
  return milliseconds > 0 ? (done / milliseconds) * 3_600_000 : 0
}

function formatRate(rate: number): string {
  return `${grouped(Math.round(rate))} an hour`
}

function formatHours(hours: number): string {
  const minutes = Math.ceil(hours * 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
