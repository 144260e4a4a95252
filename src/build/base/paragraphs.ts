import { descendants, type XmlElement } from '../../opc/xml.ts'
import { paragraphPieces } from '../../trust/verify/read/drawing-text.ts'
import type { LivingText, PartPlace, TextKind } from './living-types.ts'

/** The paragraphs of an element that say something. */
export function paragraphsIn(element: XmlElement, at: PartPlace, kind: TextKind): LivingText[] {
  return descendants(element, 'a:p').flatMap((paragraph) => {
    const pieces = paragraphPieces(paragraph)
    const text = pieces.map((piece) => piece.text).join('')
    return text.trim() === '' ? [] : [{ ...at, kind, text, carrier: { type: 'runs' as const, pieces } }]
  })
}
