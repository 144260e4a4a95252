import { join, resolve } from 'node:path'
import { type Composed, composeDraft, type Material } from '../build/compose.ts'
import type { DocumentKind } from '../build/formats.ts'
import { readTelling } from '../build/read-report.ts'
import type { Stopwatch } from '../build/stopwatch.ts'
import { showPath } from '../command/show-path.ts'
import { parseIncomplete, readDataset, readDatasetFiles } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { openFonts } from '../fonts/fonts.ts'
import { getLocale } from '../locale/get-locale.ts'
import { adoptReference } from '../reference/adopt-reference.ts'
import { readTheme } from '../theme/read-theme.ts'
import { present, type Version } from './open-version.ts'

/** A version of a report as far as it can be read: its figures, and what it says with them. */
export interface ComposedVersion {
  dataset: Dataset
  documents: Composed[]
  /** What they were laid out with; undefined where there is nothing to lay out. */
  material?: Material | undefined
}

/**
 * Reads a version and lays its documents out; no chart is drawn. Without figures there is no value; a dataset that is not whole gives its figures alone. Trouble with templates
 * and contradictions among figures leave the rest to be compared, and are warnings, at `REVISION:FILE` or their path; claims that do not hold are compared.
 */
export function composeVersion(
  version: Version,
  language: string | undefined,
  stopwatch: Stopwatch,
): Outcome<ComposedVersion> {
  const read = readDataset(version.folder)
  if (!read.value) return figuresAlone(version, read.diagnostics)
  const told = composeAll(version, read.value, language, stopwatch)
  const diagnostics = [...read.diagnostics, ...told.diagnostics].map((one) => placedIn(version, asWarning(one)))
  return { value: { dataset: read.value, documents: [], ...told.value }, diagnostics }
}

/** The figures of a version whose dataset is not whole, in the middle of its next edition say; no value where there are none. */
function figuresAlone(version: Version, faults: readonly Diagnostic[]): Outcome<ComposedVersion> {
  const { dataset } = parseIncomplete(readDatasetFiles(version.folder).files)
  if (dataset.observations.size === 0) {
    return { value: undefined, diagnostics: faults.map((one) => placedIn(version, one)) }
  }
  const message = `${version.name}: its documents are not compared, as its figures are not whole; its figures are`
  const diagnostics = faults.map((one) => placedIn(version, asWarning(one)))
  return { value: { dataset, documents: [] }, diagnostics: [...diagnostics, { severity: 'warning', message }] }
}

function composeAll(
  { name, folder }: Version,
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
  const kinds = [...telling.value.templates.keys()]
  const outcomes = kinds.map((kind) => composeDraft(kind, material, stopwatch))
  const documents = outcomes.flatMap(({ value }) => (value ? [value] : []))
  // Claims that do not hold are compared.
  const told = outcomes.flatMap(({ diagnostics }) => diagnostics).filter(({ about }) => about !== 'claim')
  const missing = kinds.filter((kind) => documents.every((document) => document.kind !== kind))
  return { value: { material, documents }, diagnostics: [...troubles, ...told, ...missing.map(notLaidOut(name))] }
}

function notLaidOut(name: string): (kind: DocumentKind) => Diagnostic {
  return (kind) => ({ severity: 'warning', message: `${name}: its ${kind} cannot be laid out, and is not compared` })
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
