import type { ChangesFormat } from './compare/changes-format.ts'
import { compareVersions } from './compare/compare-versions.ts'
import { composeVersion } from './compare/compose-version.ts'
import { formatChanges } from './compare/format-changes.ts'
import { openVersion } from './compare/open-version.ts'
import type { Changes } from './compare/types.ts'
import type { Outcome } from './diagnostic.ts'
import { getLocale } from './locale/get-locale.ts'
import type { Log } from './log.ts'
import { createStopwatch, type Stopwatch } from './stopwatch.ts'
import { createTroubles } from './troubles.ts'

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
}

/** Says what differs between two versions of a report; undefined where one of them cannot be read, which is told. */
export function runDiff(order: DiffOrder, log: Log): string | undefined {
  const { value: changes, diagnostics } = compareOrdered(order, createStopwatch(log.progress))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  return changes && formatChanges(changes, order.format)
}

function compareOrdered({ before, after, folder, language }: DiffOrder, stopwatch: Stopwatch): Outcome<Changes> {
  const { note, outcome } = createTroubles()
  const [old, current] = [note(openVersion(before, folder)), note(openVersion(after, folder))]
  try {
    const then = old && note(composeVersion(old, language, stopwatch))
    const now = current && note(composeVersion(current, language, stopwatch))
    if (!then || !now) return outcome()
    const { language: own } = now.dataset.report
    const locale = getLocale(language ?? own, own)
    return outcome(compareVersions({ name: before, ...then }, { name: after, ...now }, locale))
  } finally {
    old?.close()
    current?.close()
  }
}
