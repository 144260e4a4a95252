import type { Locale } from '../locale/types.ts'
import { compareClaims } from './compare-claims.ts'
import { compareDocuments } from './compare-documents.ts'
import { compareChecks, compareFigures } from './compare-figures.ts'
import type { ComposedVersion } from './compose-version.ts'
import type { Changes } from './types.ts'

/** What differs between two versions of a report; the documents that both of them have are compared. */
export function compareVersions(
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
