import { z } from 'zod'
import { type Diagnostic, formatDiagnostic, plainWarning } from '../../diagnostic.ts'
import type { BatchResult } from '../batch-task.ts'

/** The hash of a sent report. */
export const reportHash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a job says: which variant of which report that was sent. Names a worker's files, so it is held to this. */
export const queueJob = z.strictObject({
  report: reportHash,
  variant: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
})

export type QueueJob = z.infer<typeof queueJob>

/** One job for a variant of a report, however often it is asked for. */
export function jobId({ report, variant = '' }: QueueJob): string {
  return `${report.slice(0, 32)}-${variant}`
}

/** So often a variant is tried where what fails may pass, after 1, 2, 4, … seconds. */
export const jobAttempts = { attempts: 8, backoff: { type: 'exponential', delay: 1000 } }

/** So many diagnostics of a variant travel, and so many characters of each text. */
const [mostDiagnostics, mostCharacters] = [50, 1000]

/** What became of a variant, of bounded size. */
export function toSentResult(result: BatchResult): BatchResult {
  const cut = (text: string) => text.slice(0, mostCharacters)
  const sent = result.diagnostics.slice(0, mostDiagnostics).map(
    ({ severity, message, place, hint }): Diagnostic => ({
      ...{ severity, message: cut(message) },
      ...(place && { place }),
      ...(hint !== undefined && { hint: cut(hint) }),
    }),
  )
  const more = result.diagnostics.length - sent.length
  const rest: Diagnostic[] = more > 0 ? [plainWarning(`and ${more} more, not sent by the worker`)] : []
  return { ...result, diagnostics: [...sent, ...rest] }
}

/** The errors of a variant, as the list of failed ones names them. */
export function formatErrors(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors
    .slice(0, 10)
    .map(formatDiagnostic)
    .join('\n')
    .slice(0, 4 * mostCharacters)
}
