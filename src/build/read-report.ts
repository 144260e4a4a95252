import { readDataset } from '../dataset/read/read.ts'
import type { Outcome } from '../diagnostic.ts'
import { getLocale } from '../locale/get-locale.ts'
import { adoptReference } from '../reference/adopt-reference.ts'
import { readTheme } from '../theme/read-theme.ts'
import { toGreyTheme } from '../theme/theme-colors.ts'
import { checkSources } from '../trust/evidence/check-sources.ts'
import { dateOf } from './build-date.ts'
import type { Tools } from './build-tools.ts'
import { embargoOf } from './embargo.ts'
import { readTelling } from './read-telling.ts'
import { revisionsSince } from './revisions-since.ts'
import type { Stopwatch } from './stopwatch.ts'
import { createTroubles } from './troubles.ts'
import type { BuildRequest, ReadReport } from './types.ts'

/** Reads all that a report is made from. Every file is read, and all faults of all of them are reported; without the theme, the dataset or the templates there is no report. */
export function readReport(request: BuildRequest, tools: Tools, { time }: Stopwatch): Outcome<ReadReport> {
  const { folder, language, since } = request
  const { note, all } = createTroubles()
  const { memory } = tools
  const own = note(time('read theme', () => readTheme(folder)))
  const adopted = own && note(time('read template', () => adoptReference(own, request.reference, folder)))
  const dataset = note(time('read data', () => readDataset(folder, memory)))
  const telling = note(time('read templates', () => readTelling(folder, request.formats)))
  if (!adopted || !dataset || !telling) return { value: undefined, diagnostics: all() }
  const theme = request.isGrey ? toGreyTheme(adopted.theme) : adopted.theme
  const languages = [language ?? dataset.report.language, dataset.report.language] as const
  const locale = memory.remember('locale', languages, () => getLocale(...languages))
  const revisions =
    since === undefined ? undefined : note(time('compare', () => revisionsSince(since, folder, dataset, locale)))
  const value = {
    ...{
      request,
      folder,
      now: dateOf(dataset.report, request.date).getTime(),
      memory,
      dataset,
      telling,
      theme,
      locale,
      revisions,
    },
    ...tools.open(theme, folder),
    reference: adopted.reference,
    sources: time('read sources', () => checkSources(folder, dataset)),
    embargo: embargoOf(dataset.report, request.date, locale)?.words,
  }
  return { value, diagnostics: all() }
}
