import { join, resolve } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import type { Stopwatch } from '../build/stopwatch.ts'
import type { BuildRequest, Composed, ComposedReport } from '../build/types.ts'
import { composeReport } from '../build.ts'
import { showPath } from '../console/show-path.ts'
import { parseIncomplete, readDataset, readDatasetFiles } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, type Outcome, plainWarning } from '../diagnostic.ts'
import { present, type Version } from '../files/open-version.ts'

/** A version of a report as far as it can be read: its figures, and what it says with them. */
export interface ComposedVersion {
  dataset: Dataset
  documents: Composed[]
  /** What they were laid out with; undefined where there is nothing to lay out. */
  report?: ComposedReport | undefined
}

/**
 * Reads a version and lays its documents out; no chart is drawn. Without figures there is no value; a dataset that is
 * not whole gives its figures alone. Faults in templates
 * and contradictions among figures leave the rest to be compared, and are warnings, at `REVISION:FILE` or their path;
 * claims that do not hold are compared.
 */
export function composeVersion(
  version: Version,
  asked: Pick<BuildRequest, 'languages' | 'variant'>,
  stopwatch?: Stopwatch,
): Outcome<ComposedVersion> {
  const { note, all } = collectDiagnostics()
  const { folder } = version
  const request = { folder, ...asked }
  const compose = (reference?: false) => note(composeReport({ ...request, reference }, createTools(), stopwatch))
  // Without the organisation's template, which no revision holds, the documents say the same in another look.
  const report = compose() ?? compose(false)
  const { value: dataset, diagnostics } = report ? { value: report.dataset, diagnostics: [] } : readDataset(folder)
  if (!dataset) return figuresAlone(version, diagnostics)
  const { templateInput, documents } = report ?? { templateInput: undefined, documents: [] }
  const kinds = [...(templateInput?.templates.keys() ?? [])]
  // A folder of figures alone is compared by its figures.
  if (templateInput && kinds.length === 0) return { value: { dataset, documents }, diagnostics: [] }
  const missing = kinds.filter((kind) => documents.every((document) => document.kind !== kind))
  const reported = all().filter(({ about }) => about !== 'claim')
  return {
    value: { dataset, documents, report },
    diagnostics: [
      ...warnings(version, reported),
      ...missing.map((kind) => plainWarning(`${version.name}: its ${kind} cannot be laid out, and is not compared`)),
    ],
  }
}

/** The figures of a version with an incomplete dataset, as in the middle of a new edition; no value without any. */
function figuresAlone(version: Version, faults: readonly Diagnostic[]): Outcome<ComposedVersion> {
  const { dataset } = parseIncomplete(readDatasetFiles(version.folder).files)
  if (dataset.observations.size === 0)
    return { value: undefined, diagnostics: faults.map((one) => placedIn(version, one)) }
  const message = `${version.name}: its documents are not compared, as its figures are not whole; its figures are`
  return {
    value: { dataset, documents: [] },
    diagnostics: [...warnings(version, faults), plainWarning(message)],
  }
}

function warnings(version: Version, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => placedIn(version, { ...diagnostic, severity: 'warning' }))
}

function placedIn({ name, folder }: Version, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic
  // A file of the report here is found by its path as it is.
  if (!place || name === present) return diagnostic
  const file = resolve(name) === folder ? showPath(join(folder, place.file)) : `${name}:${place.file}`
  return { ...diagnostic, place: { ...place, file } }
}
