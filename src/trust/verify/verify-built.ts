import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { DrawnCharts } from '../../layout/drawings.ts'
import type { Page } from '../../layout/types.ts'
import { once } from '../../memory/derived.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { indexFigures } from '../numbers/figure-index.ts'
import { expectedTexts, type PrintedDocument } from './expected-text.ts'
import { readDeck } from './read/read-deck.ts'
import type { Finding } from './verification.ts'
import { findUnproved } from './verify-document.ts'

/** A document with the drawings of its charts. */
export interface DrawnDocument extends PrintedDocument {
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
 * Opens the deck that was just made and holds it against the pages that it was made of: a warning for each number that they do not print. A PDF's text is
 * drawn from the same pages and is not read again here, which would take longer than drawing it; `briefwright verify` does.
 */
export function verifyBuilt(
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
