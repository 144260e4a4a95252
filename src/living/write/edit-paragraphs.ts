import type { LivingText } from '../../build/base/living-types.ts'
import { descendants, escapeText, type XmlElement } from '../../opc/xml.ts'
import { paragraphPieces } from '../../trust/verify/read/drawing-text.ts'
import { setElement, source } from './edit-elements.ts'
import { findAround, type PackageEditor } from './edit-package.ts'

/** The paragraph that a text is, in its part. */
export function findParagraph(editor: PackageEditor, { carrier }: LivingText): XmlElement | undefined {
  const held = carrier.type === 'runs' ? carrier.pieces.find(({ element }) => element)?.element : undefined
  return held && findAround(editor, held, 'a:p')
}

/** Words of a paragraph to come, and whether they are bold or italic. */
export interface StyledWords {
  text: string
  bold: boolean
  italic: boolean
}

/** The words of a text as it was drawn, run by run. */
export function getStyledWords({ carrier, text }: LivingText): StyledWords[] {
  if (carrier.type !== 'runs') return [{ text, bold: false, italic: false }]
  return carrier.pieces.map(({ text: words, look }) => ({
    text: words,
    bold: look?.attributes.b === '1',
    italic: look?.attributes.i === '1',
  }))
}

/** A paragraph that looks as another does, with other words. */
export function copyParagraph(editor: PackageEditor, model: XmlElement, words: readonly StyledWords[]): string {
  const properties = descendants(model, 'a:pPr').map((one) => source(editor, one))[0] ?? ''
  const look = [...paragraphPieces(model)].sort((a, b) => b.text.length - a.text.length)[0]?.look
  const tag = look ? source(editor, look) : '<a:rPr/>'
  const runs = words.map((one) => `<a:r>${asWords(tag, one)}<a:t>${escapeText(one.text)}</a:t></a:r>`)
  return `<a:p>${properties}${runs.join('')}</a:p>`
}

/** A run's look without a link, bold and italic as the words are. */
function asWords(tag: string, { bold, italic }: StyledWords): string {
  const own = tag
    .replace(/<a:hlink(?:Click|MouseOver)\b[^>]*?(?:\/>|>.*?<\/a:hlink(?:Click|MouseOver)>)/gs, '')
    .replace(
      /^(<a:rPr\b[^>]*?)(\s*\/?>)/,
      (_, head: string, end: string) =>
        `${head.replace(/\s[bi]="[^"]*"/g, '')}${bold ? ' b="1"' : ''}${italic ? ' i="1"' : ''}${end}`,
    )
  return own
}

/** Takes paragraphs out of their part: with the last one of a shape the shape; of notes the last one is left, empty. */
export function removeParagraphs(editor: PackageEditor, texts: readonly LivingText[]): void {
  const found = texts.flatMap((text) => {
    const paragraph = findParagraph(editor, text)
    const body = paragraph && findAround(editor, paragraph, 'p:txBody')
    return body ? [{ text, paragraph, body }] : []
  })
  const gone = new Set(found.map(({ paragraph }) => paragraph))
  for (const { text, paragraph, body } of found) {
    const left = descendants(body, 'a:p').filter(
      (one) => !gone.has(one) && paragraphPieces(one).some((piece) => piece.text.trim() !== ''),
    )
    const shape = left.length === 0 && text.kind === 'text' ? findAround(editor, body, 'p:sp') : undefined
    const isLast = left.length === 0 && !shape && paragraph === descendants(body, 'a:p')[0]
    setElement(editor, shape ?? paragraph, isLast ? '<a:p/>' : '')
  }
}
