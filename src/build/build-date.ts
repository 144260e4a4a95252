import type { Report } from '../dataset/types.ts'
import { failed, type Outcome, plainError } from '../diagnostic.ts'

/**
 * The date that the documents carry when it is set from outside: `SOURCE_DATE_EPOCH`, seconds since 1970 in UTC
 * (reproducible-builds.org). Undefined where it is not set: then the report's own date of release counts, never the
 * clock.
 */
export function readBuildDate(environment: NodeJS.ProcessEnv): Outcome<Date> {
  const seconds = environment.SOURCE_DATE_EPOCH
  if (seconds === undefined || seconds === '') return { value: undefined, diagnostics: [] }
  const date = new Date(Number(seconds) * 1000)
  if (/^\d+$/.test(seconds) && date.getUTCFullYear() <= 9999) return { value: date, diagnostics: [] }
  return failed(
    plainError(`SOURCE_DATE_EPOCH is not a number of seconds: ${seconds}`, {
      expected: 'seconds since 1970-01-01 in UTC, such as 1711065600',
    }),
  )
}

/** The date that a report's documents carry: what is set from outside, else that of its release. */
export function getBuildDate({ released }: Pick<Report, 'released'>, set?: Date): Date {
  return set ?? new Date(`${released}T00:00:00Z`)
}
