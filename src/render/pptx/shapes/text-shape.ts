import type { TextItem } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { fillElement } from '../color.ts'
import { toEmu } from '../emu.ts'
import { plainListStyle } from '../parts/list-style.ts'
import type { AdoptedPlaceholder, Placeholder } from '../parts/placeholder.ts'
import { rightInset } from './right-inset.ts'
import { rectangleAt, type ShapeNaming, shapeElement } from './shape.ts'
import { type LeveledParagraph, levelParagraphs, type TextContext, textBody, textFrame } from './text-body.ts'
import type { TextRun } from './text-properties.ts'

/** A placeholder that a shape fills, with the element that names it. */
export interface FilledPlaceholder {
  placeholder: Placeholder
  element: XmlElement
  /** Stands where the placeholder stands, and need not say where. */
  takesBox: boolean
}

/** A text item, in its layout's placeholder, saying only what differs, else a text box. `number` is the slide's. */
export function textShape(
  item: TextItem,
  naming: ShapeNaming,
  filled: FilledPlaceholder | undefined,
  number: number,
  context: TextContext,
): XmlElement {
  const layoutText = filled?.placeholder.text
  const inherits = layoutText && layoutText.verticalAlign === item.verticalAlign
  const adopted = filled?.placeholder.adopted
  const area = adopted ? withinInset(item, adopted.inset) : item
  const narrowing = rightInset(area)
  const inset = adopted && narrowing > 0 ? adopted.inset.right + narrowing : narrowing
  const frame = inherits
    ? element('a:bodyPr', { rIns: inset > 0 ? toEmu(inset) : undefined })
    : textFrame(item.verticalAlign, inset)
  const own = levelParagraphs(item.paragraphs, area.box.x, item.role === 'keyFigure')
  const leveled = own.map((paragraph) => inheritLook(paragraph, filled?.placeholder))
  const paragraphs = item.role === 'pageNumber' ? leveled.map(numberFields(number)) : leveled
  const body = textBody('p:txBody', frame, paragraphs, layoutText?.levels ?? plainListStyle(context.theme), context)
  return shapeElement(naming, shapeProperties(item, filled, context), body, !filled)
}

/** The item with the part of its box that text may stand in. */
function withinInset(item: TextItem, { left, right }: AdoptedPlaceholder['inset']): TextItem {
  return { ...item, box: { ...item.box, x: item.box.x + left, width: item.box.width - left - right } }
}

/**
 * A paragraph on its placeholder's level; a list begins on the first if that has a bullet.
 * An organisation's template sets font and colour, but no colour that is unreadable in its place.
 */
function inheritLook({ wanted, level, ...rest }: LeveledParagraph, place: Placeholder | undefined): LeveledParagraph {
  const { adopted } = place ?? {}
  const isList = place?.text?.levels[0]?.bullet !== undefined
  const own = isList ? Math.max(0, level - 1) : level
  const isLegible = adopted?.areLegible[own] ?? adopted?.areLegible.at(-1)
  const color = isLegible ? undefined : wanted.style.color
  const style = adopted ? { ...wanted.style, font: undefined, color } : wanted.style
  return { ...rest, wanted: { ...wanted, style }, level: own }
}

function shapeProperties(
  item: TextItem,
  filled: FilledPlaceholder | undefined,
  { theme }: TextContext,
): (XmlElement | undefined)[] {
  const { placeholder } = filled ?? {}
  const hasFill = placeholder && placeholder.text?.fill === item.fill
  return [...(filled?.takesBox ? [] : rectangleAt(item.box)), hasFill ? undefined : fillElement(item.fill, theme)]
}

/** Sets the slide's number as a field, so that it follows the slide when slides are moved. */
function numberFields(number: number): (paragraph: LeveledParagraph) => LeveledParagraph {
  const words = String(number)
  const split = (run: TextRun): TextRun[] => {
    const at = run.text.indexOf(words)
    if (at < 0) return [run]
    const parts = [run.text.slice(0, at), run.text.slice(at + words.length)] as const
    return [
      { ...run, text: parts[0] },
      { ...run, text: words, isSlideNumber: true },
      { ...run, text: parts[1] },
    ]
  }
  return (paragraph) => ({ ...paragraph, runs: paragraph.runs.flatMap(split) })
}
