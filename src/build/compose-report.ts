import type { BuildRequest } from '../build.ts'
import { readDataset } from '../dataset/read/read.ts'
import type { Outcome } from '../diagnostic.ts'
import { openFonts } from '../fonts/fonts.ts'
import { getLocale } from '../locale/get-locale.ts'
import { adoptReference } from '../reference/adopt-reference.ts'
import { readTheme } from '../theme/read-theme.ts'
import { type Composed, compose, type Material } from './compose.ts'
import { readTelling } from './read-report.ts'
import type { Stopwatch } from './stopwatch.ts'
import { createTroubles } from './troubles.ts'

/** A report with its documents laid out; no chart is drawn. */
export interface ComposedReport extends Material {
  documents: Composed[]
}

/** Reads a report and lays its documents out, as a build does before it draws. */
export function composeReport(
  { folder, formats, language }: Pick<BuildRequest, 'folder' | 'formats' | 'language'>,
  stopwatch: Stopwatch,
): Outcome<ComposedReport> {
  const { note, outcome } = createTroubles()
  const own = note(readTheme(folder))
  const adopted = own && note(adoptReference(own, undefined, folder))
  const dataset = note(stopwatch.time('read data', () => readDataset(folder)))
  const telling = note(readTelling(folder, formats))
  if (!adopted || !dataset || !telling) return outcome()
  const { theme, reference } = adopted
  const locale = getLocale(language ?? dataset.report.language, dataset.report.language)
  const material = { dataset, telling, theme, reference, fonts: openFonts(theme, folder), locale }
  const documents = [...telling.templates.keys()].map((kind) => note(compose(kind, material, stopwatch)))
  return outcome({ ...material, documents: documents.filter((document) => document !== undefined) })
}
