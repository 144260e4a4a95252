import type { Document } from '../../document/types.ts'
import type { Page } from '../../layout/types.ts'
import { getWords } from '../../locale/get-locale.ts'
import type { Words } from '../../locale/words/words.ts'
import type { Memory } from '../../memory/memory.ts'
import { notesMasterName, notesThemeName } from '../../opc/part-names.ts'
import type { TemplateDeck } from '../../reference/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { type LayoutToWrite, learnLayouts } from './parts/layouts.ts'
import { referenceLayouts } from './parts/reference/reference-layouts.ts'
import { getNotesMaster } from './parts/reference/reference-parts.ts'
import { toRegionalLanguage } from './parts/regional-language.ts'

/** All that the parts of a package are made from. */
export interface Deck {
  pages: readonly Page[]
  document: Document
  theme: Theme
  /** One for each layout that a template can name, those of the pages as the pages show them. */
  layouts: readonly LayoutToWrite[]
  /** The number of the slide that holds each anchor. */
  anchors: ReadonlyMap<string, number>
  /** The organisation's template that it is made in. */
  reference?: TemplateDeck | undefined
  /** The part that is its notes master, and that master's theme where the deck brings both itself. */
  notesMaster: string
  notesTheme: string | undefined
  /** What objects and layouts are called in the document's language. */
  words: Words
  /** The document's language with its region, as PowerPoint wants it: `en-US` for `en`. */
  language: string
  /** Keeps the parts that do not change from build to build. */
  memory: Memory
}

export function createDeck(given: Pick<Deck, 'pages' | 'document' | 'theme' | 'reference' | 'memory'>): Deck {
  const { pages, document, theme, reference } = given
  return {
    ...given,
    layouts: reference ? referenceLayouts(pages, reference, theme) : learnLayouts(pages, theme),
    ...getNotes(reference),
    anchors: findAnchors(pages),
    words: getWords(document.language),
    language: toRegionalLanguage(document.language),
  }
}

/** A template's own notes master, else ours with its theme, under a name that the template has not. */
function getNotes(reference: TemplateDeck | undefined): Pick<Deck, 'notesMaster' | 'notesTheme'> {
  const theirs = reference && getNotesMaster(reference)
  if (theirs !== undefined) return { notesMaster: theirs, notesTheme: undefined }
  const isTaken = reference?.opened.names.includes(notesThemeName) ?? false
  return { notesMaster: notesMasterName, notesTheme: isTaken ? notesThemeName.replace('2', '-notes') : notesThemeName }
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
