import { untieHyphens } from '../../../layout/text/is-tied.ts'
import { derived } from '../../../memory/derived.ts'
import type { OpenedPackage } from '../../../opc/open-package.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from '../../../opc/xml.ts'

/** The paragraphs of a shape, cell or chart title, none empty, without slide numbers and raised marks. */
export function paragraphTexts(element: XmlElement): string[] {
  return descendants(element, 'a:p')
    .map(paragraphText)
    .filter((text) => text.trim() !== '')
}

/** The texts of a row's cells; a cell that a merged one covers is empty. */
export function cellTexts(row: XmlElement): string[] {
  return childElements(row)
    .filter(({ name }) => name === 'a:tc')
    .map((cell) => (isCovered(cell) ? '' : paragraphTexts(cell).join(' ')))
}

const isCovered = ({ attributes: { hMerge = '0', vMerge = '0' } }: XmlElement) => hMerge !== '0' || vMerge !== '0'

/** A stretch of a paragraph's text, and the element that holds it; a break of the line has none. */
export interface TextPiece {
  text: string
  element: XmlElement | undefined
  /** How its run looks: `a:rPr`. */
  look?: XmlElement | undefined
}

function paragraphText(paragraph: XmlElement): string {
  return paragraphPieces(paragraph)
    .map(({ text }) => text)
    .join('')
}

/** The text of a paragraph, piece by piece. */
export const paragraphPieces = derived((paragraph: XmlElement): readonly TextPiece[] =>
  childElements(paragraph).flatMap((child): readonly TextPiece[] => {
    switch (child.name) {
      case 'a:r':
        return isMark(child) ? [] : textPieces(child)
      case 'a:fld':
        if (child.attributes.type === 'slidenum' && !childNamed(paragraph, 'a:r')) return []
        // The number of a chart's point.
        if (child.attributes.type === 'VALUE') return []
        // What its program puts there, whatever stands in it.
        return /^(?:slidenum|datetime)/.test(child.attributes.type ?? '')
          ? [{ text: `‹${child.attributes.type}›`, element: undefined }]
          : textPieces(child)
      case 'a:br':
        return [{ text: '\n', element: undefined }]
      default:
        // A formula of Office (m:oMath), or a choice of versions: whatever words are in it.
        return descendants(child, 'a:t').concat(descendants(child, 'm:t')).map(toPiece)
    }
  }),
)

/** Whether the label of a chart's point prints its number, whatever words stand before it. */
export function printsValue(label: XmlElement): boolean {
  return descendants(label, 'a:fld').some(({ attributes }) => attributes.type === 'VALUE')
}

/** Marks of status in a paragraph, as a raised [p], with their runs and how many characters stand before them. */
export function statusMarksIn(paragraph: XmlElement): { at: number; text: string; run: XmlElement }[] {
  let at = 0
  return childElements(paragraph).flatMap((child) => {
    if (child.name === 'a:r' && isMark(child)) {
      const text = runText(child)
      return isStatusMark(text) ? [{ at, text, run: child }] : []
    }
    at += paragraphText({ ...paragraph, children: [child] }).length
    return []
  })
}

function textPieces(run: XmlElement): TextPiece[] {
  const look = childNamed(run, 'a:rPr')
  return childElements(run)
    .filter(({ name }) => name === 'a:t')
    .map((element) => ({ ...toPiece(element), look }))
}

function toPiece(element: XmlElement): TextPiece {
  return { text: untieHyphens(getText(element)), element }
}

function runText(run: XmlElement): string {
  return childElements(run)
    .filter(({ name }) => name === 'a:t')
    .map(getText)
    .join('')
}

/** The raised marks of a shape or row, which its text leaves out. */
export function raisedMarks(element: XmlElement): string {
  const marks = descendants(element, 'a:r').filter(isMark)
  return marks.map((run) => runText(run).trim()).join('')
}

/** Raised digits are a footnote's, raised letters in brackets a status mark. Nobody sees a rise below a tenth. */
function isMark(run: XmlElement): boolean {
  const raised = Number(childNamed(run, 'a:rPr')?.attributes.baseline ?? 0) >= 10_000
  const text = runText(run)
  return raised && (/^\s*[\d*†‡,]+\s*$/.test(text) || isStatusMark(text))
}

/** Whether raised text marks the status of the number before it, as in [p] or [p, r]. */
export function isStatusMark(text: string): boolean {
  return /^\s*\[[\p{L}, ]+\]\s*$/u.test(text)
}

export const shapeNames: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp'])

/** The alternative texts of groups, whose shapes are read one by one. */
export function groupNamings(element: XmlElement | undefined): XmlElement[] {
  return element
    ? descendants(element, 'p:grpSp').flatMap((group) => {
        const naming = childNamed(childNamed(group, 'p:nvGrpSpPr'), 'p:cNvPr')
        return naming ? [naming] : []
      })
    : []
}

/** All shapes, those in groups and those for other programs (mc:Fallback) too. */
export function allShapes(element: XmlElement | undefined, unless?: string): XmlElement[] {
  return childElements(element).flatMap((child) => {
    if (shapeNames.has(child.name)) return [child]
    return child.name === unless ? [] : allShapes(child, unless)
  })
}

/** Of two versions of one thing (mc:AlternateContent) the first is what PowerPoint shows. */
export function drawnShapes(element: XmlElement | undefined): XmlElement[] {
  return allShapes(element, 'mc:Fallback')
}

/** The parts that hold the words of a SmartArt drawing. */
export function diagramParts(shape: XmlElement, part: string, { target }: OpenedPackage): string[] {
  return descendants(shape, 'dgm:relIds').flatMap(({ attributes }) => target(part, attributes['r:dm']) ?? [])
}
