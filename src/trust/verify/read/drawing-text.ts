import { childElements, childNamed, descendants, textOf, type XmlElement } from '../../../opc/xml.ts'

/** The paragraphs of a shape, table cell or chart title as text, empty ones left out. Numbers of slides and marks of footnotes are no words. */
export function paragraphTexts(element: XmlElement): string[] {
  return descendants(element, 'a:p')
    .map(paragraphText)
    .filter((text) => text.trim() !== '')
}

/** The texts of a row's cells; a cell that a merged one covers is empty. */
export function cellTexts(row: XmlElement): string[] {
  return childElements(row)
    .filter(({ name }) => name === 'a:tc')
    .map((cell) => paragraphTexts(cell).join(' '))
}

function paragraphText(paragraph: XmlElement): string {
  return childElements(paragraph)
    .map((child) => {
      switch (child.name) {
        case 'a:r':
          return isMark(child) ? '' : runText(child)
        case 'a:fld':
          return child.attributes.type === 'slidenum' ? '' : runText(child)
        case 'a:br':
          return '\n'
        default:
          // A formula of Office (m:oMath), or a choice of versions: whatever words are in it.
          return descendants(child, 'a:t').concat(descendants(child, 'm:t')).map(textOf).join('')
      }
    })
    .join('')
}

function runText(run: XmlElement): string {
  return childElements(run)
    .filter(({ name }) => name === 'a:t')
    .map(textOf)
    .join('')
}

/** Raised digits refer to a footnote. */
function isMark(run: XmlElement): boolean {
  const raised = Number(childNamed(run, 'a:rPr')?.attributes.baseline ?? 0) > 0
  return raised && /^\s*[\d*†‡,]+\s*$/.test(runText(run))
}
