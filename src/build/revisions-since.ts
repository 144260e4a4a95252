import { readDataset } from '../dataset/read/read.ts'
import { findRevisions, type Revisions } from '../dataset/revisions.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { bySeverity, type Diagnostic, failed, type Outcome, plainError, warningAt } from '../diagnostic.ts'
import { sayFigure } from '../document/say/figure.ts'
import { openVersion } from '../files/open-version.ts'
import type { Locale } from '../locale/types.ts'

/** What was revised since a folder or git revision; warns of silent revisions where their changes are stated. */
export function revisionsSince(name: string, folder: string, dataset: Dataset, locale: Locale): Outcome<Revisions> {
  const { value: version, diagnostics } = openVersion(name, folder)
  if (!version) return { value: undefined, diagnostics }
  try {
    const { value: before, diagnostics: faults } = readDataset(version.folder)
    if (!before) {
      const [first] = faults
      const message = `the figures of ${name} cannot be read: ${first?.message ?? 'no data'}`
      return failed(plainError(message))
    }
    const found = findRevisions(before, dataset)
    const seen = [...found.revised].filter(([key, then]) =>
      isSeen(then, dataset.observations.get(key), dataset, locale),
    )
    const silent = dataset.report.severity?.revisions === 'off' ? [] : found.silent
    const value = { ...found, silent, revised: new Map(seen) }
    return { value, diagnostics: bySeverity(silentRevisionWarnings(value, dataset, locale), dataset.report.severity) }
  } finally {
    version.close()
  }
}

/** Whether a reader sees the revision: what follows from others may be printed as it was. */
function isSeen(then: Observation, now: Observation | undefined, dataset: Dataset, locale: Locale): boolean {
  return now?.status !== 'derived' || sayFigure(then, dataset, locale) !== sayFigure(now, dataset, locale)
}

/** A warning for each silent revision, where the change is stated. */
function silentRevisionWarnings({ silent }: Revisions, dataset: Dataset, locale: Locale): Diagnostic[] {
  return silent.map(({ change, printed, implied }) => {
    const said = sayFigure({ ...printed, quantity: implied }, dataset, locale)
    const message = `the change implies ${said} for ${printed.key}; ${sayFigure(printed, dataset, locale)} was printed then`
    const hint =
      'the source may have revised that figure without saying so: say it in a note; severity: { revisions: off } says it nowhere'
    return warningAt(change.place, message, { hint, kind: 'revisions' })
  })
}
