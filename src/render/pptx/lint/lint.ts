import type { Diagnostic, Place } from '../../../diagnostic.ts'
import { openParts } from '../../../opc/open-package.ts'
import { toDeck } from '../../../opc/opened-deck.ts'
import type { Part, Relation } from '../../../opc/package.ts'
import { lintContent } from './lint-content.ts'
import { lintPackage, repeated } from './lint-package.ts'

/**
 * What is wrong with the parts of a .pptx that Microsoft's Open XML SDK does not see: ids given twice, relations that
 * lead nowhere,
 * ragged tables, pictures without a fallback, shapes off the slide, titles that are empty or not unique. Parts that
 * come from
 * elsewhere are not blamed for what PowerPoint bears.
 */
export function lintParts(
  parts: readonly Part[],
  roots: readonly Relation[],
  placeOf: (slide: number) => Place | undefined = () => undefined,
  isForeign: (part: string) => boolean = () => false,
): Diagnostic[] {
  const twice = repeated(parts.map(({ name }) => name))
  if (twice.length > 0) return twice.map((name) => ({ severity: 'error', message: `two parts have one name: ${name}` }))
  const deck = toDeck(openParts(parts, roots))
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
