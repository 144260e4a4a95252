import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from '../pdf.ts'

/** All that a deck's package says, part by part: paragraphs, names and descriptions, charts' caches, workbooks in it, properties. */
export function deckTexts(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => {
      if (/\.xlsx$/.test(name)) return deckTexts(content)
      return /\.(xml|rels|svg)$/.test(name) ? xmlTexts(strFromU8(content)) : ''
    })
    .join('\n')
}

/** Texts of elements, those of one paragraph joined, and of the attributes that say something. */
function xmlTexts(xml: string): string {
  const attributes = [...xml.matchAll(/ (?:descr|title|name|aria-label)="([^"]*)"/g)].map(([, text = '']) => text)
  const elements = xml
    .replace(/<\/(?:a:p|c:v|v|t|si|dc:\w+|cp:\w+|text|tspan|vt:lpstr)>/g, '\n')
    .replace(/<[^>]*>/g, '')
  return plain([elements, ...attributes].join('\n'))
}

/** All that a PDF says: text, alternative texts, links, bookmarks, metadata, attached files; not the dataset's own files, whose comments are their author's. */
export async function pdfTexts(bytes: Uint8Array): Promise<string> {
  const { pages, info, xmp, outline, attachments } = await readPdf(bytes)
  const attached = attachments
    .filter(({ name }) => !name.endsWith('.yaml'))
    .map((file) => `${file.description}\n${new TextDecoder().decode(file.bytes)}`)
  const said = pages.flatMap(({ text, structure, links }) => [text, JSON.stringify([structure, links])])
  return plain([...said, JSON.stringify([info, outline]), xmp, ...attached].join('\n'))
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replaceAll('&amp;', '&')
}
