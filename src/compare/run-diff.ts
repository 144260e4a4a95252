import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { createStopwatch, type Stopwatch } from '../build/stopwatch.ts'
import type { Log } from '../console/log.ts'
import type { Outcome } from '../diagnostic.ts'
import { openVersion } from '../files/open-version.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import type { ChangesFormat } from './changes-format.ts'
import { compareClaims } from './compare-claims.ts'
import { compareDocuments } from './compare-documents.ts'
import { compareChecks, compareFigures } from './compare-figures.ts'
import { type ComposedVersion, composeVersion } from './compose-version.ts'
import { formatChanges } from './format-changes.ts'
import type { Changes } from './types.ts'

/** What `briefwright diff` was asked for. */
export interface DiffOrder {
  /** A report folder, or a git revision of the report in `folder`. */
  before: string
  after: string
  /** Absolute path of the folder that revisions are taken of. */
  folder: string
  format: ChangesFormat
  /** BCP 47 tag; undefined: each version's own. */
  language: string | undefined
  /** Absolute path of a folder for pictures of the changed slides and pages, before and after; undefined: none. */
  pictures?: string | undefined
}

/** Says what differs between two versions of a report; undefined where one of them cannot be read, or a picture not written, which is reported. */
export async function runDiff(order: DiffOrder, log: Log): Promise<string | undefined> {
  const { value: changes, diagnostics } = await compareOrdered(order, createStopwatch(log.progress))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  return changes && formatChanges(changes, order.format)
}

async function compareOrdered(order: DiffOrder, stopwatch: Stopwatch): Promise<Outcome<Changes>> {
  const { before, after, folder, language, pictures } = order
  const { note, outcome } = collectDiagnostics()
  const [old, current] = [note(openVersion(before, folder)), note(openVersion(after, folder))]
  try {
    const then = old && note(composeVersion(old, language, stopwatch))
    const now = current && note(composeVersion(current, language, stopwatch))
    if (!old || !current || !then || !now) return outcome()
    const { language: own } = now.dataset.report
    const locale = getLocale(language ?? own, own)
    if (pictures !== undefined) {
      const { drawPictures } = await import('./draw-pictures.ts')
      const outputs = note(await drawPictures({ ...then, ...old }, { ...now, ...current }, stopwatch)) ?? []
      note({ value: undefined, diagnostics: writeOutputs(pictures, outputs) })
    }
    return outcome(compareVersions({ ...then, name: old.name }, { ...now, name: current.name }, locale))
  } finally {
    old?.close()
    current?.close()
  }
}

/** What differs between two versions of a report; the documents that both of them have are compared. */
function compareVersions(
  before: ComposedVersion & { name: string },
  after: ComposedVersion & { name: string },
  locale: Locale,
): Changes {
  const documents = after.documents.flatMap((now) => {
    const then = before.documents.find(({ kind }) => kind === now.kind)
    return then ? [compareDocuments(then, now)] : []
  })
  return {
    before: before.name,
    after: after.name,
    figures: compareFigures(before.dataset, after.dataset, locale),
    checks: compareChecks(before.dataset, after.dataset),
    claims: compareClaims(before.documents, after.documents),
    documents,
  }
}
