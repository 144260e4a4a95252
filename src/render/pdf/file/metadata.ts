import type { Document } from '../../../document/types.ts'

/** A PDF's metadata, in its information dictionary and in XMP, which must agree exactly (ISO 19005-3, 6.6.2.2). */
export type Metadata = ReturnType<typeof toMetadata>

/** What a document says about itself, free of characters that XML cannot hold. */
export function toMetadata({ title, author, publisher, subject, keywords, language }: Document, date: Date) {
  return {
    title: printable(title),
    author: printable(author),
    publisher: printable(publisher),
    subject: printable(subject),
    keywords: printable(keywords.join(', ')),
    language,
    creator: 'Briefwright',
    producer: 'PDFKit',
    date,
  }
}

/** Without control characters, lone surrogates and non-characters (XML 1.0, 2.2). */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').trim()
}
