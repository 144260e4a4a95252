import { sha256 } from '../../files/sha256.ts'
import { toGuid } from '../../opc/guid.ts'
import { relationTypes } from '../../opc/package.ts'
import { childElements, childNamed, declaration, descendants, escapeText, type XmlElement } from '../../opc/xml.ts'
import { getSlideParts } from '../../trust/verify/read/read-deck.ts'
import { addRelated, presentationPart } from './add-parts.ts'
import { insert } from './edit-elements.ts'
import type { PackageEditor } from './edit-package.ts'

const namespace = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
const namespaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ${namespace}`

/** Whether the comments of a deck are PowerPoint's newer kind, that can be answered (MS-PPTX, 2.6). */
export function hasThreadedComments(editor: PackageEditor): boolean {
  const kinds = editor.names
    .filter((name) => /^\/ppt\/slides\/[^/]+\.xml$/.test(name))
    .flatMap((slide) => editor.relations(slide))
    .map(({ type }) => type)
  const hasOlder = kinds.includes(relationTypes.comments)
  return (
    kinds.includes(relationTypes.threadedComments) ||
    (!hasOlder && editor.related(presentationPart(editor), 'authors').length > 0)
  )
}

/** Writes comments of the newer kind on a slide. */
export function writeThreaded(
  editor: PackageEditor,
  slide: string,
  texts: readonly string[],
  author: string,
  date: Date,
): void {
  const by = getAuthor(editor, author)
  const anchor = `<pc:sldMkLst xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:docMk/><pc:sldMk cId="${creationId(editor, slide)}" sldId="${slideId(editor, slide)}"/></pc:sldMkLst>`
  const created = date.toISOString().replace('Z', '')
  const written = texts.map((text) => {
    const words = `<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>${escapeText(text)}</a:t></a:r></a:p>`
    const id = toGuid(`${slide}\n${text}\n${created}`)
    return `<p188:cm ${namespaces} id="${id}" authorId="${by}" created="${created}">${anchor}<p188:txBody>${words}</p188:txBody></p188:cm>`
  })
  const part = editor.relations(slide).find(({ type }) => type === relationTypes.threadedComments)?.target
  const list = editor.xml(part)
  if (part === undefined) addComments(editor, slide, written.join(''))
  else if (list) insert(editor, list, 'contentEnd', written.join(''))
}

/** The author's id; the list of authors, without which no deck has such comments, names him. */
function getAuthor(editor: PackageEditor, name: string): string {
  const id = toGuid(name)
  const entry = `<p188:author ${namespace} id="${id}" name="${name}" initials="${name[0]}" userId="${name}" providerId="None"/>`
  const [part = ''] = editor.related(presentationPart(editor), 'authors')
  const list = editor.xml(part)
  if (list && !editor.text(part).includes(id)) insert(editor, list, 'contentEnd', entry)
  return id
}

/** A part for the comments of a slide that has none, and the slide's word for it. */
function addComments(editor: PackageEditor, slide: string, written: string): void {
  const getName = (number: number) => `/ppt/comments/modernComment_${slideId(editor, slide)}_${number}.xml`
  const list = `${declaration}<p188:cmLst ${namespaces}>${written}</p188:cmLst>`
  const relation = addRelated(editor, slide, 'threadedComments', getName, list)
  addExtension(
    editor,
    editor.xml(slide),
    '{6950BFC3-D8DA-4A85-94F7-54DA5524770B}',
    `<p188:commentRel ${namespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relation}"/>`,
  )
}

/** The number that a slide was made with, by which comments find it; one that has none gets one. */
function creationId(editor: PackageEditor, slide: string): number {
  const root = editor.xml(slide)
  const [known] = descendants(root, 'p14:creationId')
  if (known) return Number(known.attributes.val)
  const id = Number.parseInt(sha256(slide).slice(0, 8), 16)
  addExtension(
    editor,
    childNamed(root, 'p:cSld'),
    '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}',
    `<p14:creationId xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="${id}"/>`,
  )
  return id
}

function slideId(editor: PackageEditor, slide: string): number {
  return Number(getSlideParts(editor).find(({ part }) => part === slide)?.id ?? 256)
}

/** Puts an extension at the end of an element whose last child is the list of them. */
function addExtension(editor: PackageEditor, element: XmlElement | undefined, uri: string, content: string): void {
  const extension = `<p:ext uri="${uri}">${content}</p:ext>`
  const list = childElements(element).find(({ name }) => name === 'p:extLst')
  if (list) insert(editor, list, 'contentEnd', extension)
  else if (element) insert(editor, element, 'contentEnd', `<p:extLst>${extension}</p:extLst>`)
}
