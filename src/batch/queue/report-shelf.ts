import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { getInputs } from '../run-batch.ts'
import type { OpenQueue } from './open-queue.ts'
import { keepReport, type ReceivedReport, receiveReport } from './sent-report.ts'

/** The reports that a worker has unpacked: the last few, and those that it uses. */
export interface ReportShelf {
  use<Result>(hash: string, task: (report: ReceivedReport) => Promise<Result>): Promise<Result>
}

/** So many reports lie unpacked at a time, where no more are in use. */
const mostReports = 8

/** A shelf in a folder of the worker's own. */
export function createReportShelf(open: OpenQueue, folder: string): ReportShelf {
  const shelf = new Map<string, { report: Promise<ReceivedReport>; users: number }>()
  const fetch = async (hash: string) => {
    try {
      const report = await receiveReport(open, hash, join(folder, hash))
      if (getInputs(report.request).key === report.key) return report
      throw new open.UnrecoverableError(
        'this worker has other fonts than those that the report was sent with: install the same',
      )
    } catch (error) {
      // One that could not be fetched is fetched again.
      shelf.delete(hash)
      throw error
    }
  }
  const clear = () => {
    const unused = [...shelf].filter(([, { users }]) => users === 0)
    for (const [hash] of unused.slice(0, Math.max(0, shelf.size - mostReports))) {
      shelf.delete(hash)
      rmSync(join(folder, hash), { recursive: true, force: true })
    }
  }
  return {
    use: async (hash, task) => {
      const entry = shelf.get(hash) ?? { report: fetch(hash), users: 0 }
      // The last used is the last to go.
      shelf.delete(hash)
      shelf.set(hash, entry)
      entry.users += 1
      try {
        const report = await entry.report
        await keepReport(open, hash)
        return await task(report)
      } finally {
        entry.users -= 1
        clear()
      }
    },
  }
}
