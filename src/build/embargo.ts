import type { Report } from '../dataset/types.ts'
import { type Diagnostic, plainWarning } from '../diagnostic.ts'
import type { Locale } from '../locale/types.ts'

/** What every page says of an embargoed report, and the warning about it; nothing once the embargo has passed. */
export interface Embargo {
  words: string
  diagnostic: Diagnostic
}

/** Whether a report is under embargo on the date that its documents carry: never the clock's. */
export function getEmbargo({ embargo, released }: Report, date: Date | undefined, locale: Locale): Embargo | undefined {
  const built = date?.toISOString().slice(0, 10) ?? released
  if (embargo === undefined || built >= embargo) return undefined
  const words = locale.embargoed(locale.date(embargo))
  const message = `under embargo until ${embargo}: every page says so`
  const hint = `built on ${built}; from ${embargo} on, SOURCE_DATE_EPOCH or released: in data/report.yaml lifts it`
  return { words, diagnostic: plainWarning(message, { hint }) }
}
