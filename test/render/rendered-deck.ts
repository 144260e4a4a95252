import type { Diagnostic } from '../../src/diagnostic.ts'
import { openPackage, readParts } from '../../src/opc/open-package.ts'
import { lintParts } from '../../src/render/pptx/lint/lint.ts'
import { type DeckOptions, renderPptx } from '../../src/render/pptx.ts'

/** The bytes of a deck in which the lint finds no error. */
export async function renderDeck(
  ...[pages, document, drawings, theme, options]: [...Parameters<typeof renderPptx>, DeckOptions?]
): Promise<Uint8Array> {
  const { value, diagnostics } = await renderPptx(pages, document, drawings, theme, options)
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

/** What the lint says of a finished deck: whether it is written as it was made, or has been damaged since. */
export function lintDeck(bytes: Uint8Array): Diagnostic[] {
  const opened = openPackage(bytes)
  return lintParts(readParts(opened), opened.relations('/'))
}
