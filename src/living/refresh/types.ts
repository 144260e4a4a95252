import type { BaseTable, DeckBase } from '../../build/base/base-types.ts'
import type { ItemPlace, LivingDeck, LivingTable } from '../../build/base/living-types.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { Figures } from '../merge/merge-marked-text.ts'
import type { PackageEditor } from '../write/edit-package.ts'

/** Something that a refresh did, or leaves to a person. */
export interface RefreshEntry extends ItemPlace {
  /** `updated`: brought up to date; `settle`: for a person to settle; `note`: worth knowing. */
  kind: 'updated' | 'settle' | 'note'
  before?: string | undefined
  after?: string | undefined
  /** What is to be settled, or what there is to know. */
  message?: string | undefined
}

/** Says what was brought up to date. */
export function updated({ slide, item }: ItemPlace, before: string, after: string): RefreshEntry {
  return { kind: 'updated', slide, item, before, after }
}

/** Leaves something to a person. */
export function toSettle({ slide, item }: ItemPlace, message: string, before?: string): RefreshEntry {
  return { kind: 'settle', slide, item, before, message }
}

/** Says what is worth knowing. */
export function noted({ slide, item }: ItemPlace, message: string): RefreshEntry {
  return { kind: 'note', slide, item, message }
}

/** A new item of the present build's slide: chart, table, picture, course of a key figure or box of words. */
export interface FreshItem {
  kind: 'charts' | 'tables' | 'pictures' | 'courses' | 'texts'
  /** The slide of the present build. */
  of: number
  /** A slide of the deck that is that slide and has no such item. */
  slide: number
  /** The shape's name. */
  item: string
}

/** A deck under refresh: what its build knew, what a person made of it, what a build prints now. */
export interface Refreshing {
  editor: PackageEditor
  theirs: LivingDeck
  base: DeckBase
  ours: DeckBase
  /** The deck of the present build. */
  built: { deck: LivingDeck; opened: PackageEditor }
  figures: Figures
  /** What a figure is called in the language of the deck, by its key: `Netizens`. */
  labelOf(key: string): readonly string[]
  /** What the parts are called that it is of: `Women`. */
  partsOf(key: string): readonly string[]
  /** The present figures, and the language of the deck: what people have written is held to them. */
  report: { dataset: Dataset; locale: Locale }
  /** Which slide of the former build each slide of the deck is, and each of the present build. */
  slides: { theirs: ReadonlyMap<number, number>; ours: ReadonlyMap<number, number> }
  /** What slides of the present build show more than those of the former. */
  fresh: readonly FreshItem[]
  /** The day that workbooks and comments are dated to. */
  date: Date
}

/** Whether a slide of the deck is one that the report had and has no more. */
export function isSlideGone(slide: number, { slides }: Pick<Refreshing, 'slides'>): boolean {
  const former = slides.theirs.get(slide)
  return former !== undefined && ![...slides.ours.values()].includes(former)
}

/** The first words on a slide of the deck, mostly its title. */
export function titleOn(slide: number, { theirs }: Refreshing): string | undefined {
  return theirs.texts.find((text) => text.slide === slide && text.kind === 'text')?.text
}

/** Which line of its build each row or column of a table is, and of the present build each of the former. */
export interface MatchedLines {
  toBuilt: ReadonlyMap<number, number>
  toNow: ReadonlyMap<number, number>
}

export interface MatchedTable {
  table: LivingTable
  built: BaseTable
  now: BaseTable
  rows: MatchedLines
  columns: MatchedLines
  /** As the deck of the present build has it. */
  drawn?: LivingTable | undefined
}
