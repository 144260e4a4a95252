import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { drawDocuments } from '../build/documents/draw-documents.ts'
import type { Stopwatch } from '../build/stopwatch.ts'
import type { Composed } from '../build/types.ts'
import type { Outcome } from '../diagnostic.ts'
import type { Version } from '../files/open-version.ts'
import type { Output } from '../files/write-outputs.ts'
import { toDrawings } from '../layout/drawings.ts'
import { renderPdf } from '../render/pdf.ts'
import { compareClaims } from './compare-claims.ts'
import type { ComposedVersion } from './compose-version.ts'
import { layoutSideBySide } from './side-by-side.ts'

/** The changed slides and pages of both versions as PDFs, a document each: `deck.pdf`, `briefing.pdf`. Documents that do not differ have none. */
export async function drawPictures(
  before: ComposedVersion & Version,
  after: ComposedVersion & Version,
  stopwatch: Stopwatch,
): Promise<Outcome<Output[]>> {
  const { note, outcome } = collectDiagnostics()
  const outputs: Output[] = []
  for (const now of after.documents) {
    const then = before.documents.find(({ kind }) => kind === now.kind)
    const output = then && note(await drawDocument(then, now, before, after, stopwatch))
    if (output) outputs.push(output)
  }
  return outcome(outputs)
}

async function drawDocument(
  then: Composed,
  now: Composed,
  before: ComposedVersion & Version,
  after: ComposedVersion & Version,
  stopwatch: Stopwatch,
): Promise<Outcome<Output>> {
  const { note, outcome } = collectDiagnostics()
  const [old, current] = [before.report, after.report]
  if (!old || !current) return outcome()
  const { theme, fonts, dataset } = current
  const untrue = compareClaims([then], [now]).flatMap((claim) =>
    claim.after && claim.after.verdict !== 'holds' ? [claim.after.sentence] : [],
  )
  const { pages, originals } = layoutSideBySide(then, now, untrue, [before.name, after.name], theme, fonts)
  if (pages.length === 0) return outcome()
  const drawn = [
    ...(note(await drawDocuments(old, [then], stopwatch)) ?? []),
    ...(note(await drawDocuments(current, [now], stopwatch)) ?? []),
  ]
  const find = toDrawings(new Map(drawn.flatMap(({ drawings }) => [...drawings])))
  const date = new Date(`${dataset.report.released}T00:00:00Z`)
  const bytes = await renderPdf(pages, now.document, (item) => find(originals.get(item) ?? item), theme, fonts, {
    date,
  })
  return outcome({ name: `${now.kind}.pdf`, bytes })
}
