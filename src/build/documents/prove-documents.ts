import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic, Outcome } from '../../diagnostic.ts'
import type { Output } from '../../files/write-outputs.ts'
import type { DrawnCharts } from '../../layout/drawings.ts'
import type { Page } from '../../layout/types.ts'
import { once } from '../../memory/derived.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { indexFigures } from '../../trust/numbers/figure-index.ts'
import { traceDocuments } from '../../trust/trace/trace.ts'
import type { Trace } from '../../trust/trace/trace-schema.ts'
import { expectedTexts, type PrintedDocument } from '../../trust/verify/expected-text.ts'
import { readDeck } from '../../trust/verify/read/read-deck.ts'
import type { Finding } from '../../trust/verify/verification.ts'
import { findUnproved } from '../../trust/verify/verify-document.ts'
import type { BuiltFile, DrawnReport } from '../types.ts'

/** Proves that the files of one language print what their pages print; the trace says where each figure is printed. */
export function proveDocuments(report: DrawnReport, files: BuiltFile[]): Outcome<Output> {
  const { documents, dataset, locale, memory, name } = report
  const { time } = report.stopwatch
  const diagnostics = time('verify', () => verifyBuilt(documents, dataset, files, memory))
  const trace = time('trace', () => traceDocuments(documents, dataset, locale, memory))
  // With editions in several languages each has its own: trace.zh.json.
  return { value: toTraceFile(trace, name.slice(dataset.report.id.length)), diagnostics }
}

/** `trace.json`, or `trace.zh.json` for an edition, with one entry a line so that builds can be compared by line. */
export function toTraceFile({ report, prints, figures, checks, unprinted, unchecked }: Trace, edition = ''): Output {
  const lines = (items: readonly string[]) => (items.length === 0 ? '' : `\n    ${items.join(',\n    ')}\n  `)
  const each = (items: readonly unknown[]) => `[${lines(items.map((item) => JSON.stringify(item)))}]`
  const named = Object.entries(figures).map(([key, figure]) => `${JSON.stringify(key)}: ${JSON.stringify(figure)}`)
  const members = [
    `"report": ${JSON.stringify(report)}`,
    `"prints": ${each(prints)}`,
    `"figures": {${lines(named)}}`,
    `"checks": ${each(checks)}`,
    `"unprinted": ${each(unprinted)}`,
    `"unchecked": ${each(unchecked)}`,
  ]
  return { name: `trace${edition}.json`, bytes: Buffer.from(`{\n  ${members.join(',\n  ')}\n}\n`) }
}

/** A document with the drawings of its charts. */
interface DrawnDocument extends PrintedDocument {
  pages: readonly Page[]
  drawings: DrawnCharts
}

/** A file that was made of a document. */
interface MadeFile {
  format: string
  name: string
  bytes: Uint8Array
}

/**
 * Opens the deck that was just made and holds it against the pages that it was made of: a warning for each number that
 * they do not print. A PDF's text is
 * drawn from the same pages and is not read again here, which would take longer than drawing it; `briefwright verify`
 * does.
 */
function verifyBuilt(
  documents: readonly DrawnDocument[],
  dataset: Dataset,
  files: readonly MadeFile[],
  memory: Memory = noMemory,
): Diagnostic[] {
  const deck = documents.find(({ kind }) => kind === 'deck')
  const made = files.find(({ format }) => format === 'pptx')
  if (!deck || !made) return []
  const { language } = deck.document
  const standard = {
    language,
    expected: expectedTexts(deck, deck.drawings),
    figures: once(() => indexFigures(dataset)),
  }
  const findings = findUnproved(readDeck(made.name, made.bytes, { memory, isOurs: true }), standard)
  return findings.map((finding) => toDiagnostic(finding, deck, made.name))
}

function toDiagnostic({ page, item, printed, was }: Finding, { pages }: DrawnDocument, name: string): Diagnostic {
  const place = page === undefined ? undefined : pages[page - 1]?.place
  const where = page === undefined ? item : `slide ${page}, ${item}`
  const instead = was === undefined ? '' : ` in place of ${was}`
  return {
    // Told, but not kept from its author: the pages themselves were checked number by number.
    severity: 'warning',
    message: `${name} prints a number that its pages do not: ${printed}${instead} (${where})`,
    place,
    hint: 'this is a fault of Briefwright: please report it',
  }
}
