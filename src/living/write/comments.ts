import { contentTypes, relationTypes } from '../../opc/package.ts'
import { childElements, childNamed, declaration, escapeText, getText } from '../../opc/xml.ts'
import { addPart, addRelated, addRelation, presentationPart } from './add-parts.ts'
import { insert, setElement } from './edit-elements.ts'
import type { PackageEditor } from './edit-package.ts'
import { hasThreadedComments, writeThreaded } from './threaded-comments.ts'

const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

/** Who comments. */
const author = 'Briefwright'

/**
 * Adds comments to slides, of the older kind that all programs show; in a deck that has comments of the newer kind, of
 * that, for nobody knows what PowerPoint
 * makes of both. One that is there already is not said again.
 */
export function addComments(
  editor: PackageEditor,
  comments: readonly { part: string; text: string }[],
  date: Date,
): void {
  const fresh = comments.filter(({ part, text }) => !commentsOn(editor, part).includes(text))
  if (fresh.length === 0) return
  const parts = [...new Set(fresh.map(({ part }) => part))]
  const textsOn = (part: string) => [...new Set(fresh.filter((one) => one.part === part).map(({ text }) => text))]
  if (hasThreadedComments(editor)) {
    for (const part of parts) writeThreaded(editor, part, textsOn(part), author, date)
    return
  }
  const { id, next } = getAuthor(editor, fresh.length)
  let index = next
  for (const part of parts) {
    const texts = textsOn(part)
    const written = texts.map((text, place) => commentXml(id, index + place, place, text, date)).join('')
    index += texts.length
    writeOn(editor, part, written)
  }
}

/** What is said already in comments on a slide; with `isOpen` in those that nobody has marked as resolved. */
export function commentsOn(editor: PackageEditor, slide?: string, isOpen = false): string[] {
  return editor.related(slide, 'comments').flatMap((part) => {
    const all = childElements(editor.xml(part)).filter(({ attributes }) => !isOpen || attributes.status !== 'resolved')
    return all.map((comment) => getText(childNamed(comment, 'p:text') ?? childNamed(comment, 'p188:txBody') ?? comment))
  })
}

/** The author's id, and the number of the first comment to come; notes that so many more are his. */
function getAuthor(editor: PackageEditor, count: number): { id: number; next: number } {
  const main = presentationPart(editor)
  const [part] = editor.related(main, 'commentAuthors')
  const list = editor.xml(part)
  const authors = childElements(list)
  const own = authors.find(({ attributes }) => attributes.name === author)
  const id = own
    ? Number(own.attributes.id)
    : Math.max(-1, ...authors.map(({ attributes }) => Number(attributes.id))) + 1
  const next = own ? Number(own.attributes.lastIdx) + 1 : 1
  const entry = `<p:cmAuthor id="${id}" name="${author}" initials="B" lastIdx="${next + count - 1}" clrIdx="${id % 10}"/>`
  if (part === undefined) {
    const name = '/ppt/commentAuthors.xml'
    addPart(
      editor,
      name,
      contentTypes.commentAuthors,
      `${declaration}<p:cmAuthorLst ${namespaces}>${entry}</p:cmAuthorLst>`,
    )
    addRelation(editor, main, relationTypes.commentAuthors, name)
  } else if (own) setElement(editor, own, entry)
  else if (list) insert(editor, list, 'contentEnd', entry)
  return { id, next }
}

function commentXml(id: number, index: number, place: number, text: string, date: Date): string {
  // One below the other, from the slide's top left corner, in 1/576 of an inch.
  const position = `<p:pos x="10" y="${10 + 140 * place}"/>`
  const time = date.toISOString().replace('Z', '')
  return `<p:cm authorId="${id}" dt="${time}" idx="${index}">${position}<p:text>${escapeText(text)}</p:text></p:cm>`
}

function writeOn(editor: PackageEditor, slide: string, written: string): void {
  const [part] = editor.related(slide, 'comments')
  const list = editor.xml(part)
  const own = `${declaration}<p:cmLst ${namespaces}>${written}</p:cmLst>`
  if (list) insert(editor, list, 'contentEnd', written)
  else addRelated(editor, slide, 'comments', (number) => `/ppt/comments/comment${number}.xml`, own)
}
