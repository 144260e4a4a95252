import { claimsFirst } from '../console/claims-first.ts'
import { formatCounts, type Log } from '../console/log.ts'
import { reportOnce } from '../console/report-once.ts'
import { hasErrors } from '../diagnostic.ts'
import { formatProgress, formatSummary } from './batch-progress.ts'
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
