import type { Diagnostic, Place } from '../../../diagnostic.ts'
import { type OpenedPackage, openPackage, openParts } from '../../../opc/open-package.ts'
import { toDeck } from '../../../opc/opened-deck.ts'
import type { Part, Relation } from '../../../opc/package.ts'
import { lintContent } from './lint-content.ts'
import { lintPackage, repeated } from './lint-package.ts'

/** Where in the template a slide was written. */
type PlaceOf = (slide: number) => Place | undefined

/**
 * What is wrong with a .pptx that Microsoft's Open XML SDK does not see: parts that are declared and missing, ids given twice, relations
 * that lead nowhere, ragged tables, pictures without a fallback, shapes off the slide, titles that are empty or not unique.
 */
export function lintPptx(bytes: Uint8Array, placeOf: PlaceOf = () => undefined): Diagnostic[] {
  return lintOpened(openPackage(bytes), placeOf, () => false)
}

/** The same of parts that are yet to be written; those that come from elsewhere are not blamed for what PowerPoint bears. */
export function lintParts(
  parts: readonly Part[],
  roots: readonly Relation[],
  placeOf: PlaceOf,
  isForeign: (part: string) => boolean = () => false,
): Diagnostic[] {
  const twice = repeated(parts.map(({ name }) => name))
  if (twice.length > 0) return twice.map((name) => ({ severity: 'error', message: `two parts have one name: ${name}` }))
  return lintOpened(openParts(parts, roots), placeOf, isForeign)
}

function lintOpened(opened: OpenedPackage, placeOf: PlaceOf, isForeign: (part: string) => boolean): Diagnostic[] {
  const deck = toDeck(opened)
  const findings = [...lintPackage(deck), ...lintContent(deck)]
  return findings
    .filter(({ part }) => part === undefined || !isForeign(part))
    .map(({ severity, message, slide, hint }) => ({
      severity,
      message: slide === undefined ? message : `slide ${slide}: ${message}`,
      place: slide === undefined ? undefined : placeOf(slide),
      hint,
    }))
}
