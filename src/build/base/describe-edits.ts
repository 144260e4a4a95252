import { openPackage } from '../../opc/open-package.ts'
import { isUnreadable } from '../../opc/unreadable-file.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { alignSlides, alignTexts } from './align-texts.ts'
import type { DeckBase } from './base-types.ts'
import { findBase } from './carry-base.ts'
import type { LivingDeck } from './living-types.ts'
import { readLivingDeck } from './read-living-deck.ts'

/** What people have done to a deck since it was built, in words: `14 paragraphs, 2 new slides`; undefined where it does not say what it was. */
export function describeEdits(deck: Uint8Array): string | undefined {
  try {
    const opened = openPackage(deck)
    const base = findBase(opened)?.base
    return base && countEdits(base, readLivingDeck(opened))
  } catch (cause) {
    if (isUnreadable(cause)) return undefined
    throw cause
  }
}

function countEdits(base: DeckBase, theirs: LivingDeck): string {
  const slides = alignSlides(base.texts, theirs.texts)
  const pairs = alignTexts(base.texts, theirs.texts, slides)
  const own = theirs.slides.map((_, index) => index + 1).filter((slide) => isOwn(slide, theirs, pairs))
  const texts = theirs.texts.filter(({ kind, slide }) => kind !== 'file' && !own.includes(slide))
  const edited = texts.filter(
    (text) => normalizedText(pairs.get(text)?.text ?? '') !== normalizedText(text.text),
  ).length
  const cells = editedCells(base, theirs)
  const left = new Set([...theirs.slides.keys()].map((index) => slides.get(index + 1)))
  const gone = base.slides.filter((_, index) => !left.has(index + 1)).length
  const counts = [
    counted(edited, 'paragraph', 'paragraphs'),
    counted(cells, 'table cell', 'table cells'),
    counted(own.length, 'new slide', 'new slides'),
    counted(gone, 'slide taken out', 'slides taken out'),
  ].flat()
  return counts.length > 0 ? counts.join(', ') : 'not its words, but how it looks'
}

/** Whether none of a slide's texts was built; footers and the like aside, which every slide has. */
function isOwn(slide: number, { texts }: LivingDeck, pairs: ReadonlyMap<unknown, { item: string }>): boolean {
  const shown = texts.filter((text) => text.slide === slide && text.kind === 'text')
  const built = shown.filter((text) => pairs.has(text) && !/^(Footer|Date)$/.test(pairs.get(text)?.item ?? ''))
  return built.length === 0
}

function editedCells(base: DeckBase, { tables }: LivingDeck): number {
  const built = new Set(
    base.tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ text }) => normalizedText(text)))),
  )
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  return base.tables.length === 0 ? 0 : cells.filter(({ text }) => !built.has(normalizedText(text))).length
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
}
