import type { Document } from '../../document/types.ts'
import type { Page } from '../../layout/types.ts'
import type { Theme } from '../../theme.ts'
import { learnLayouts, type SlideLayout } from './layouts.ts'
import { toRegionalLanguage } from './regional-language.ts'

/** All that the parts of a package are made from. */
export interface Deck {
  pages: readonly Page[]
  document: Document
  theme: Theme
  /** One for each layout that a template can name, those of the pages as the pages show them. */
  layouts: readonly SlideLayout[]
  /** The number of the slide that holds each anchor. */
  anchors: ReadonlyMap<string, number>
  /** The document's language with its region, as PowerPoint wants it: `en-US` for `en`. */
  language: string
}

export function createDeck(pages: readonly Page[], document: Document, theme: Theme): Deck {
  return {
    pages,
    document,
    theme,
    layouts: learnLayouts(pages, theme),
    anchors: findAnchors(pages),
    language: toRegionalLanguage(document.language),
  }
}

function findAnchors(pages: readonly Page[]): Map<string, number> {
  const anchors = new Map<string, number>()
  for (const page of pages) {
    for (const item of page.items) {
      const paragraphs = item.type === 'text' ? item.paragraphs : []
      for (const { anchor } of paragraphs) if (anchor && !anchors.has(anchor)) anchors.set(anchor, page.number)
    }
  }
  return anchors
}
