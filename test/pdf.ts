import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from '../src/verify/pdfjs.ts'

/** A piece of text as a reader finds it. Points from the page's top left corner; `y` is the baseline. */
interface FoundText {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** An element of the structure tree with its text, in reading order. */
export interface FoundElement {
  type: string
  alt?: string
  language?: string
  children: (FoundElement | string)[]
}

/** A link on a page: an address, or the page (from 1) and height (points from its top) that it leads to. */
interface FoundLink {
  url?: string
  target?: { page: number; y: number }
  /** Its description. */
  contents: string
  box: { x: number; y: number; width: number; height: number }
}

interface FoundBookmark {
  title: string
  page: number
  y: number
  children: FoundBookmark[]
}

interface FoundPage {
  width: number
  height: number
  texts: FoundText[]
  /** All text in the order that it is drawn, lines parted by line breaks. */
  text: string
  structure: FoundElement | undefined
  links: FoundLink[]
}

export interface FoundPdf {
  pages: FoundPage[]
  info: Record<string, unknown>
  /** The XMP packet. */
  xmp: string
  language: string | undefined
  isTagged: boolean
  outline: FoundBookmark[]
  attachments: { name: string; description: string; bytes: Uint8Array }[]
}

/** Reads a PDF with pdf.js: what a browser shows, finds, copies and reads out. */
export async function readPdf(bytes: Uint8Array): Promise<FoundPdf> {
  // pdf.js takes the bytes away: give it a copy.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const pdf = await task.promise
  try {
    const { info, metadata } = await pdf.getMetadata()
    const found = info as Record<string, unknown>
    return {
      pages: await mapPages(pdf, readPage),
      info: found,
      xmp: metadata?.getRaw() ?? '',
      language: typeof found.Language === 'string' ? found.Language : undefined,
      isTagged: (await pdf.getMarkInfo())?.Marked ?? false,
      outline: await readOutline(pdf, (await pdf.getOutline()) ?? []),
      attachments: await readAttachments(pdf),
    }
  } finally {
    await task.destroy()
  }
}

async function mapPages<T>(
  pdf: PDFDocumentProxy,
  read: (page: PDFPageProxy, pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (let number = 1; number <= pdf.numPages; number++) results.push(await read(await pdf.getPage(number), pdf))
  return results
}

async function readPage(page: PDFPageProxy, pdf: PDFDocumentProxy): Promise<FoundPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const texts: FoundText[] = []
  let text = ''
  for (const item of items) {
    if ('type' in item) continue
    const [size, , , , x, y] = item.transform.map(Number)
    if (item.str !== '') {
      texts.push({ text: item.str, x: x ?? 0, y: height - (y ?? 0), width: item.width, size: size ?? 0 })
    }
    text += item.str + (item.hasEOL ? '\n' : '')
  }
  const tree: unknown = await page.getStructTree()
  const structure = toElement(tree, await readMarkedContents(page))
  return { width, height, texts, text, structure, links: await readLinks(page, pdf, height) }
}

/** The characters shown in each marked content of a page, by its number: pdf.js's own text leaves out the spaces at line ends. */
async function readMarkedContents(page: PDFPageProxy): Promise<ReadonlyMap<number, string>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const texts = new Map<number, string>()
  const open: (number | undefined)[] = []
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index]
    const [first, second] = Array.isArray(args) ? args : []
    if (operator === OPS.beginMarkedContentProps) open.push(typeof second === 'number' ? second : undefined)
    else if (operator === OPS.beginMarkedContent) open.push(undefined)
    else if (operator === OPS.endMarkedContent) open.pop()
    else if (operator === OPS.showText) {
      const content = open.at(-1)
      if (content !== undefined) texts.set(content, (texts.get(content) ?? '') + glyphsText(first))
    }
  })
  return texts
}

/** Glyphs have their characters; numbers among them are moves. */
function glyphsText(glyphs: unknown): string {
  return (Array.isArray(glyphs) ? glyphs : [])
    .map((glyph: unknown) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? glyph.unicode : ''))
    .join('')
}

/** pdf.js gives elements as `{role, alt, lang, children}`, marked content as `{type: 'content', id: 'p10R_mc3'}`, annotations as objects. */
function toElement(node: unknown, texts: ReadonlyMap<number, string>): FoundElement | undefined {
  if (typeof node !== 'object' || node === null || !('role' in node)) return undefined
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  // The tree's root has no type of its own.
  if (node.role === 'Root') return toElement(children[0], texts)
  return {
    type: String(node.role),
    ...('alt' in node ? { alt: String(node.alt) } : {}),
    ...('lang' in node ? { language: String(node.lang) } : {}),
    children: children.flatMap((child: unknown): (FoundElement | string)[] => {
      const element = toElement(child, texts)
      if (element) return [element]
      const id = typeof child === 'object' && child !== null && 'id' in child ? String(child.id) : ''
      const number = /_mc(\d+)$/.exec(id)?.[1]
      return number === undefined ? [] : [texts.get(Number(number)) ?? '']
    }),
  }
}

async function readLinks(page: PDFPageProxy, pdf: PDFDocumentProxy, height: number): Promise<FoundLink[]> {
  const annotations = await page.getAnnotations()
  const links: FoundLink[] = []
  for (const { url, dest, rect, contentsObj } of annotations) {
    const [left, bottom, right, top] = rect.map(Number)
    links.push({
      ...(url ? { url } : {}),
      ...(dest ? { target: await readDestination(pdf, dest) } : {}),
      contents: contentsObj.str,
      box: { x: left, y: height - top, width: right - left, height: top - bottom },
    })
  }
  return links
}

async function readDestination(pdf: PDFDocumentProxy, given: string | unknown[]): Promise<{ page: number; y: number }> {
  const destination = typeof given === 'string' ? await pdf.getDestination(given) : given
  if (!destination) throw new Error(`no such destination: ${given}`)
  const index = await pdf.getPageIndex(destination[0])
  const { height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 })
  return { page: index + 1, y: height - destination[3] }
}

type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>

async function readOutline(pdf: PDFDocumentProxy, items: Outline): Promise<FoundBookmark[]> {
  const found: FoundBookmark[] = []
  for (const { title, dest, items: children } of items) {
    const target = await readDestination(pdf, dest ?? [])
    found.push({ title, ...target, children: await readOutline(pdf, children) })
  }
  return found
}

async function readAttachments(pdf: PDFDocumentProxy): Promise<FoundPdf['attachments']> {
  const attachments: Record<string, { filename: string; description: string; content: Uint8Array }> | null =
    await pdf.getAttachments()
  return Object.values(attachments ?? {}).map(({ filename, description, content }) => ({
    name: filename,
    description,
    bytes: content,
  }))
}

/** An element's tree as indented lines: `P: "text"`. */
export function outlineStructure(element: FoundElement, depth = 0): string {
  const indent = '  '.repeat(depth)
  const attributes = [element.alt && ` alt="${element.alt}"`, element.language && ` lang="${element.language}"`]
  const head = `${indent}${element.type}${attributes.filter(Boolean).join('')}`
  const children = element.children.map((child) =>
    typeof child === 'string' ? `${indent}  "${child}"` : outlineStructure(child, depth + 1),
  )
  return [head, ...children].join('\n')
}

/** All text below an element, in reading order. */
export function getText(element: FoundElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : getText(child))).join('')
}

/** A page drawn by PDFium: red, green, blue and alpha of each pixel, row by row. */
export interface Bitmap {
  width: number
  height: number
  data: Uint8Array
}

let pdfium: Promise<PDFiumLibrary> | undefined

/** Draws pages of a PDF, `scale` pixels to the point. */
export async function drawPages(bytes: Uint8Array, scale: number): Promise<Bitmap[]> {
  pdfium ??= PDFiumLibrary.init()
  const document = await (await pdfium).loadDocument(bytes)
  try {
    const bitmaps: Bitmap[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale, render: 'bitmap' })
      bitmaps.push({ width, height, data })
    }
    return bitmaps
  } finally {
    document.destroy()
  }
}

/** The colour (#rrggbb) of a bitmap at a point of the page. */
export function colorAt({ width, data }: Bitmap, x: number, y: number, scale: number): string {
  const start = (Math.floor(y * scale) * width + Math.floor(x * scale)) * 4
  return `#${[...data.subarray(start, start + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The objects of a PDF that stand in its object streams, as PDF syntax: dictionaries of pages, elements, links. */
export function readObjects(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  return [
    ...file.matchAll(/<<\/Type\/ObjStm\/N \d+\/First (\d+)\/Filter\/FlateDecode\/Length (\d+)>>\nstream\n/g),
  ].flatMap(({ 0: head, 1: first, 2: length, index }) => {
    const start = index + head.length
    const text = inflateSync(bytes.subarray(start, start + Number(length))).toString('latin1')
    const offsets = text.slice(0, Number(first)).trim().split(/\s+/).map(Number)
    return offsets.flatMap((_, field) =>
      field % 2 === 0
        ? []
        : [text.slice(Number(first) + (offsets[field] ?? 0), Number(first) + (offsets[field + 2] ?? text.length))],
    )
  })
}

/** The pages' contents as operators, page by page. */
export function readContents(bytes: Uint8Array): string[] {
  const pages = readObjects(bytes).filter((object) => /\/Type \/Page\b/.test(object))
  const file = Buffer.from(bytes).toString('latin1')
  return pages.map((page) => {
    const id = /\/Contents (\d+) 0 R/.exec(page)?.[1]
    const start = file.indexOf('stream\n', file.indexOf(`\n${id} 0 obj\n`)) + 'stream\n'.length
    return inflateSync(bytes.subarray(start)).toString('latin1')
  })
}
