import type { Box, TextItem, TextStyle } from '../layout/types.ts'
import type { OpenedPackage } from '../opc/open-package.ts'

/** An organisation's own .pptx, from which a deck takes masters, layouts, theme and size. Lengths in points. */
export interface TemplateDeck {
  /** As it was named, for messages. */
  file: string
  opened: OpenedPackage
  width: number
  height: number
  layouts: readonly ReferenceLayout[]
  /** Of the first master, `#rrggbb`. */
  colors: ReferenceColors
  /** The typefaces of the first master's theme; empty where it names none. */
  fonts: { heading: Typefaces; body: Typefaces }
}

export interface Typefaces {
  latin: string
  eastAsian: string
}

/** By the names that slides call them. */
export type ReferenceColors = Readonly<Record<(typeof colorSlots)[number], string>>

/** The theme colours that slides may name. */
export const colorSlots = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
] as const

/** A slide layout of the template. */
export interface ReferenceLayout {
  /** Its part: `/ppt/slideLayouts/slideLayout2.xml`. */
  part: string
  /** As PowerPoint shows it: `Title and Content`. */
  name: string
  /** PowerPoint's kind of layout, the same in every language: `title`, `obj`, `twoObj`; empty where it names none. */
  type: string
  slots: readonly Slot[]
  /** Of one of which the title and the foot alone are used, what its large place for other words covers. */
  room?: Box | undefined
}

/** A placeholder of a layout, with what it inherits from its master. */
export interface Slot {
  /** Unique in its layout; what slides name it by. */
  id: string
  name: string
  /** `title`, `ctrTitle`, `subTitle`, `body`, `chart`, `tbl`, `pic`, `ftr`, `sldNum`, `dt`, …; `obj` by default. */
  type: string
  /** Of its `<p:ph>`, to be written on the slide. */
  attributes: Readonly<Record<string, string>>
  box: Box
  /** What its frame keeps clear of text on each side. */
  inset: { left: number; top: number; right: number; bottom: number }
  anchor: TextItem['verticalAlign']
  /** The colour that it is filled with itself, `#rrggbb`. */
  fill: string | undefined
  /** From the first; never empty. */
  levels: readonly SlotLevel[]
}

/** How a level of a placeholder's text is set. */
export interface SlotLevel {
  size: number
  /** Whether the template says the size; where it does not, programs differ in what they take. */
  isSized: boolean
  weight: TextStyle['weight']
  align: TextStyle['align']
  leading: number
  left: number
  hanging: number
  bullet: string | undefined
  spaceBefore: number
  /** `#rrggbb`; undefined where the template says none, which is its `tx1`. */
  color: string | undefined
  /** Which of the template's two typefaces it names; undefined where it names another, or none. */
  font: TextStyle['font'] | undefined
}
