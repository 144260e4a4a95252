import { grouped } from '../console/log.ts'

/** How far a batch is. */
export interface Progress {
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
