import { isUnreadable, UnreadableFile } from '../opc/unreadable-file.ts'
import { unspaced } from '../trust/verify/mention-key.ts'
import type { FoundDocument, FoundPicture, FoundPlace, FoundText } from '../trust/verify/read/found-document.ts'
import { readDrawn } from './drawn-on-page.ts'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from './pdfjs.ts'
import { type ContentItem, type StructureNode, structuredTexts } from './structured-texts.ts'
import { getExcess, resetUnpacked } from './unpack-limit.ts'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

const mostPages = 5000
/** Pieces of text on one page: a full page of small print has some thousands. */
const mostPieces = 200_000

/**
 * A PDF as its reader finds it: texts of structure elements, or of whole pages if it has none; alternative texts,
 * annotations and properties. Throws UnreadableFile for what is no PDF or is damaged anywhere.
 */
export async function readPdf(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const strays: unknown[] = []
  const keep = (reason: unknown) => strays.push(reason)
  // Of some damage pdfjs tells nobody but the process, which would end.
  process.on('unhandledRejection', keep)
  resetUnpacked()
  try {
    const found = await read(file, bytes)
    await new Promise((resolve) => setImmediate(resolve))
    if (strays.length > 0) throw damaged(strays[0])
    return found
  } catch (error) {
    // Of what is too large pdfjs says other things.
    throw getExcess() ?? error
  } finally {
    process.off('unhandledRejection', keep)
  }
}

async function read(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > mostPages) throw new UnreadableFile(`has ${pdf.numPages} pages, more than ${mostPages}`)
    const pages: FoundPage[] = []
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await readPage(await undamaged(pdf.getPage(number)), number))
    const texts = pages.flatMap((page) => page.texts)
    const outline: Outline | null = await undamaged(pdf.getOutline())
    const { info, metadata } = await undamaged(pdf.getMetadata())
    // What some programs show in place of the properties.
    const xmp = { Title: metadata?.get('dc:title'), Subject: metadata?.get('dc:description') }
    const excess = getExcess()
    if (excess) throw excess
    const { Language: language } = Object.fromEntries(Object.entries(info))
    return {
      kind: 'briefing',
      file,
      ...(typeof language === 'string' && { language }),
      pages: pdf.numPages,
      texts: [...texts, ...bookmarks(outline ?? [], texts), ...properties(info), ...properties(xmp)],
      links: pages.flatMap(({ links }) => links),
      unseen: () => pages.flatMap(({ unseen }) => unseen),
      charts: [],
      pictures: pages.flatMap(({ pictures }) => pictures),
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF'))
    throw new UnreadableFile('cut short: the end of the PDF is missing')
  try {
    return await getDocument({
      // pdfjs takes the bytes away from whoever gives them.
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new UnreadableFile('encrypted: it opens with a password only')
    throw damaged(error)
  }
}

/** What pdfjs reads; whatever it stumbles over in a file that it could open is the file's. */
async function undamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw isUnreadable(error) ? error : damaged(error)
  }
}

function damaged(error: unknown): UnreadableFile {
  return new UnreadableFile(`damaged: ${error instanceof Error ? error.message : String(error)}`)
}

type Outline = readonly { title: string; items: Outline }[]

/** The bookmarks that say other words than the pages. */
function bookmarks(outline: Outline, texts: readonly FoundText[]): FoundText[] {
  const said = unspaced(texts.map(({ text }) => text).join(''))
  const titles = (of: Outline): string[] => of.flatMap(({ title, items }) => [title, ...titles(items)])
  return titles(outline)
    .filter((title) => !said.includes(unspaced(title)))
    .map((text) => ({ page: undefined, item: 'Bookmark', medium: 'properties', text }))
}

type FoundPage = Pick<FoundDocument, 'texts' | 'links' | 'pictures'> & { unseen: readonly FoundPlace[] }

async function readPage(page: PDFPageProxy, number: number): Promise<FoundPage> {
  const [items, tree, put, drawn] = await undamaged(
    Promise.all([contentItems(page, number), page.getStructTree(), page.getAnnotations(), readDrawn(page)]),
  )
  const annotations: readonly Annotation[] = put
  page.cleanup()
  const remarks = annotations.flatMap((annotation): FoundText[] => {
    const text = getRemark(annotation)
    return text === '' ? [] : [{ page: number, item: 'Remark', medium: 'text', text }]
  })
  const root: StructureNode | null = tree
  const stamps = annotations
    .filter(({ subtype = '' }) => !plain.has(subtype))
    .map((_, index): FoundPicture => ({ page: number, number: index + 1, item: 'Stamp' }))
  return {
    texts: [...structuredTexts(items, root ?? undefined, number), ...remarks],
    links: annotations.flatMap(({ unsafeUrl: text }) => (text ? [{ page: number, item: 'Link', text }] : [])),
    pictures: [...drawn.pictures.map((one, index) => ({ ...one, page: number, number: index + 1 })), ...stamps],
    unseen: drawn.unseen === '' ? [] : [{ page: number, item: 'Page', text: drawn.unseen }],
  }
}

/** What was put on a page, as pdfjs has it. */
interface Annotation {
  subtype?: string
  unsafeUrl?: string
  contentsObj?: { str: string }
  fieldValue?: unknown
  textContent?: readonly string[]
}

/** What is read, or leaves the words below it as they are. */
const plain = new Set(['Link', 'Popup', 'Text', 'FreeText', 'Widget', 'Highlight', 'Underline', 'Squiggly'])

async function contentItems(page: PDFPageProxy, number: number): Promise<ContentItem[]> {
  const items: ContentItem[] = []
  const chunks: ReadableStream<TextContent> = page.streamTextContent({ includeMarkedContent: true })
  for await (const chunk of chunks) {
    items.push(...chunk.items.map(toContentItem))
    if (items.length > mostPieces) throw new UnreadableFile(`page ${number} has more than ${mostPieces} pieces of text`)
  }
  return items
}

/** In points; wider than a space between words of justified lines. */
const columnGap = 18

function toContentItem(item: TextContent['items'][number]): ContentItem {
  if (!('str' in item)) return { mark: item.type === 'endMarkedContent' ? 'end' : 'begin', id: item.id ?? undefined }
  const size = Math.hypot(Number(item.transform[2]), Number(item.transform[3]))
  // What stands far apart is of two columns: 142 300 and 148 200 are two numbers.
  const isApart = item.str === ' ' && item.width > columnGap
  return { text: isApart ? '\u2003' : item.str, size, endsLine: item.hasEOL }
}

/** The words of a note or a typed text that was put on a page. */
function getRemark({ subtype, contentsObj, fieldValue, textContent }: Annotation): string {
  if (subtype === 'Link' || subtype === 'Popup') return ''
  const said = contentsObj?.str ?? ''
  // What someone has filled into a field of a form.
  const field = [fieldValue].flat().filter((one) => typeof one === 'string')
  // What is drawn may be other words than those that a list of remarks shows.
  const drawn = textContent?.join('\n') ?? ''
  return (field.join('\n') || (said.includes(drawn) ? said : `${said}\n${drawn}`)).trim()
}

const propertyNames = ['Title', 'Subject', 'Keywords'] as const

function properties(info: object): FoundText[] {
  const values = new Map(Object.entries(info))
  return propertyNames.flatMap((name): FoundText[] => {
    const text = values.get(name)
    return typeof text === 'string' && text.trim() !== ''
      ? [{ page: undefined, item: `${name} of the document`, medium: 'properties', text }]
      : []
  })
}
