import { join, resolve } from 'node:path'
import { type Composed, composeDraft, type Material } from '../compose.ts'
import { readDataset } from '../dataset/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { openFonts } from '../fonts.ts'
import { getLocale } from '../locale/get-locale.ts'
import { readTelling } from '../read-report.ts'
import { readTheme } from '../read-theme.ts'
import { adoptReference } from '../reference/adopt-reference.ts'
import { showPath } from '../show-path.ts'
import type { Stopwatch } from '../stopwatch.ts'
import { present, type Version } from './open-version.ts'

/** A version of a report as far as it can be read: its figures, and what it says with them. */
export interface ComposedVersion {
  dataset: Dataset
  documents: Composed[]
  /** What they were laid out with; undefined where there is nothing to lay out. */
  material?: Material | undefined
}

/**
 * Reads a version and lays its documents out; no chart is drawn. Without figures there is no value. Trouble with templates
 * and contradictions among figures leave the rest to be compared, and are warnings, at `REVISION:FILE` or their path; claims that do not hold are compared.
 */
export function composeVersion(
  version: Version,
  language: string | undefined,
  stopwatch: Stopwatch,
): Outcome<ComposedVersion> {
  const read = readDataset(version.folder)
  const dataset = read.value
  if (!dataset) return { value: undefined, diagnostics: read.diagnostics.map((one) => placedIn(version, one)) }
  const told = composeAll(version, dataset, language, stopwatch)
  const diagnostics = [...read.diagnostics, ...told.diagnostics].map((one) => placedIn(version, asWarning(one)))
  return { value: { dataset, documents: [], ...told.value }, diagnostics }
}

function composeAll(
  { folder }: Version,
  dataset: Dataset,
  language: string | undefined,
  stopwatch: Stopwatch,
): Outcome<Omit<ComposedVersion, 'dataset'>> {
  const telling = readTelling(folder, undefined)
  // A folder of figures alone is compared by its figures.
  if (!telling.value || telling.value.templates.size === 0) return { value: { documents: [] }, diagnostics: [] }
  const own = readTheme(folder)
  const adopted = own.value && adoptReference(own.value, undefined, folder)
  const troubles = [...own.diagnostics, ...(adopted?.diagnostics ?? []), ...telling.diagnostics]
  // Without the organisation's template the documents say the same in another look.
  const { theme, reference } = adopted?.value ?? { theme: own.value, reference: undefined }
  if (!theme || hasErrors(telling.diagnostics)) return { value: undefined, diagnostics: troubles }
  const locale = getLocale(language ?? dataset.report.language, dataset.report.language)
  const fonts = openFonts(theme, folder)
  const material = { dataset, telling: telling.value, theme, reference, fonts, locale }
  const outcomes = [...telling.value.templates.keys()].map((kind) => composeDraft(kind, material, stopwatch))
  const documents = outcomes.flatMap(({ value }) => (value ? [value] : []))
  // Claims that do not hold are compared.
  const told = outcomes.flatMap(({ diagnostics }) => diagnostics).filter(({ about }) => about !== 'claim')
  return { value: { material, documents }, diagnostics: [...troubles, ...told] }
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning' }
}

function placedIn({ name, folder }: Version, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic
  // A file of the report here is found by its path as it is.
  if (!place || name === present) return diagnostic
  const file = resolve(name) === folder ? showPath(join(folder, place.file)) : `${name}:${place.file}`
  return { ...diagnostic, place: { ...place, file } }
}
